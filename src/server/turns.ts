/** Lets everything else have its turn: messages that came in meanwhile are handled before this resolves. */
export function yieldToEvents(): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, 0);
  });
}
