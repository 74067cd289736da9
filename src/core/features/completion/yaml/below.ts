/** How far in the next line stands that says something; 0 where there is none. It is looked for nearby. */
export function indentBelow(text: string, caret: number, end: number): number {
  const below = /^[^\r\n]*(?:(?:\r\n|\r|\n)[ \t]*(?:#[^\r\n]*)?(?=[\r\n]))*(?:\r\n|\r|\n)( *)(?=[^\s#])/.exec(
    text.slice(caret, Math.min(end, caret + 2000)),
  );
  return below?.[1]?.length ?? 0;
}
