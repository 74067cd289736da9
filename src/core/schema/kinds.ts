/** The six kinds of artifact, in the order in which a bet lives through them. */
export const kinds = ['bet', 'metrics', 'rollout', 'retro', 'launch', 'tracks'] as const;

export type Kind = (typeof kinds)[number];

const known: ReadonlySet<string> = new Set(kinds);

/** `kind` is compared exactly as written, case included (SPEC 8, "What is ours"). */
export function isKind(word: string): word is Kind {
  return known.has(word);
}
