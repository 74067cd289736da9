/** Takes the mark `‸` out of a text and says where it stood: where a test's caret is. */
export function takeCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('‸');
  if (offset === -1 || marked.includes('‸', offset + 1)) throw new Error(`one ‸ is wanted in ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
