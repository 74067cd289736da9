import { plainText } from '../markup/plain-text.ts';

/**
 * Any text as the inside of a quoted label. All that means something to Mermaid, to Markdown or to HTML is written as its number, the
 * colon and the semicolon too: Mermaid looks for `%%{`, `style …:` and `classDef …:` in the whole text before it knows what a label is.
 */
export function mermaidText(text: string): string {
  let escaped = '';
  for (const character of unmarked(plainText(text))) {
    const code = character.codePointAt(0) ?? 0;
    escaped += PLAIN.test(character) ? character : `#${String(code)};`;
  }
  return escaped;
}

/** Of what is not ASCII, two signs by which Mermaid remembers numbers. */
const PLAIN = /[A-Za-z0-9 .,/+?!()'-]|[^\0-\x7fﬂ¶]/u;

/** Formulas and icons are looked for when the numbers are characters again: an invisible blank keeps their marks apart. */
function unmarked(text: string): string {
  return text.replace(/\$(?=\$)/g, '$\u200b').replace(/:(?=fa-)/g, ':\u200b');
}
