import type { Span } from '../text/span.ts';

/** A field that begins a line, and what stands around it. */
interface Head {
  readonly isApart: boolean;
  /** Further lines belong to it. */
  isBlock: boolean;
}

/** So many lines are looked at: a text that long has shown by then how it is written. */
const mostLines = 2000;

/**
 * Whether a set of fields keeps those of several lines apart by blank lines, as most of it does: what is added is then kept apart too.
 * @param column at which its fields begin their lines
 */
export function keepsBlocksApart(text: string, { start, end }: Span, column: number): boolean {
  const heads: Head[] = [];
  let isBlank = false;
  for (const line of text.slice(start, end).split(/\r\n|\n|\r/, mostLines)) {
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    if (line.trim() === '') isBlank = true;
    else if (line[indent] !== '#') {
      const last = heads.at(-1);
      const isItem = line[indent] === '-';
      if (indent === column && !isItem) heads.push({ isApart: isBlank, isBlock: false });
      else if (last && (indent > column || isItem)) last.isBlock = true;
      isBlank = false;
    }
  }
  const borders = heads.filter(({ isBlock }, index) => index > 0 && (isBlock || heads[index - 1]?.isBlock === true));
  const apart = borders.filter(({ isApart }) => isApart).length;
  return apart > borders.length - apart;
}
