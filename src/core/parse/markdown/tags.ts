const formattingTag =
  /^<\/?(?:a|abbr|b|big|code|del|em|font|i|ins|kbd|mark|p|s|small|span|strike|strong|sub|sup|u)(?:[\s/][^<>]*)?>$/i;
const lineBreakTag = /^<br[\s/]*>$/i;

/** A tag that stands for the end of a line. */
export function isLineBreakTag(tag: string): boolean {
  return lineBreakTag.test(tag);
}

/** A tag that says how text looks, and nothing else. */
export function isFormattingTag(tag: string): boolean {
  return formattingTag.test(tag);
}
