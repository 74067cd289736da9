/** What the tools around the picture are called, in the reader's language. `{0}` and `{1}` stand for what is filled in. */
export interface HierarchyWords {
  readonly tools: string;
  readonly zoomOut: string;
  readonly zoomIn: string;
  readonly actualSize: string;
  readonly fitWidth: string;
  readonly fitWhole: string;
  readonly collapseAll: string;
  readonly expandAll: string;
  readonly search: string;
  /** How many were found, and which of them is shown: `{0} of {1}`. */
  readonly found: string;
  readonly foundNone: string;
  readonly picture: string;
  /** Which keys do what, for those who do not see the picture. */
  readonly keys: string;
}

export function filled(words: string, ...values: readonly number[]): string {
  return words.replace(/\{(\d)\}/g, (_, place: string) => String(values[Number(place)] ?? ''));
}
