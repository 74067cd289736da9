/** What the reader has made of the picture; a new picture of the same metrics is attached with it. */
export interface HierarchyState {
  readonly zoom: ZoomLevel;
  readonly left: number;
  readonly top: number;
  readonly search: string;
  /** The ids of the metrics whose branches are folded, also of such as are folded away themselves. */
  readonly collapsed: readonly string[];
  /** The key of the card on which the arrow keys start. */
  readonly current: string;
  /** Which part had the focus, if one had. */
  readonly focus: 'card' | 'fold' | 'search' | 'view' | 'none';
}

export const firstState: HierarchyState = {
  zoom: 'readable',
  left: 0,
  top: 0,
  search: '',
  collapsed: [],
  current: '',
  focus: 'none',
};

/** How large the picture is: a factor, or what it is to fit. `readable` fits the width as long as the text stays readable. */
export type ZoomLevel = number | 'readable' | 'width' | 'whole';
