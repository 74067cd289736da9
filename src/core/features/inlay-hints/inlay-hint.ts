/** What hints tell, each of which a user can switch off alone: days that follow from others, and values in other words. */
export const hintSorts = ['dates', 'values'] as const;

export type HintSort = (typeof hintSorts)[number];

/** A few words behind a value, drawn by the editor and never part of the text. */
export interface InlayHint {
  readonly sort: HintSort;
  /** The offset behind which it stands. */
  readonly offset: number;
  readonly label: string;
}
