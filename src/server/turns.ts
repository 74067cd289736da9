/** Lets everything else have its turn: messages that came in meanwhile are handled before this resolves. */
export function yieldToEvents(): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, 0);
  });
}

/** Milliseconds of work until the editor gets its turn. */
const turn = 10;
/** So many are done before anybody looks at the clock. */
const together = 25;

/**
 * Does something with all of many items, a few at a time, with a break for others whenever a turn is over.
 * @param doSome returns whether to go on
 * @returns false where the question was taken back meanwhile, and what was done is of no use any more
 */
export async function inTurns<Item>(
  items: readonly Item[],
  doSome: (some: readonly Item[]) => boolean,
  token: { readonly isCancellationRequested: boolean },
): Promise<boolean> {
  let began = Date.now();
  for (let from = 0; from < items.length; from += together) {
    if (!doSome(items.slice(from, from + together))) return true;
    if (Date.now() - began < turn) continue;
    await yieldToEvents();
    if (token.isCancellationRequested) return false;
    began = Date.now();
  }
  return true;
}
