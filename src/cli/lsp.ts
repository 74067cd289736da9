/**
 * Becomes the language server of an editor, over standard input and output. It ends the process itself when the editor has
 * said goodbye or has gone.
 */
export async function lsp(): Promise<number> {
  // The server reads from the command line what it speaks over.
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  await import('../server/node.ts');
  return 0;
}
