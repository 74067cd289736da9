/** What running text is cut into. Offsets are those of the file. */
export type Piece = Literal | Meant | Node | Hidden | Comment | LineEnd | Break | Run | Opening | Closing;

/** Text that is what it says. */
export interface Literal {
  readonly type: 'literal';
  readonly start: number;
  readonly end: number;
}

/** An escape or an entity: text that says something else. */
export interface Meant {
  readonly type: 'meant';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Code, an image, HTML: text between other text. */
export interface Node {
  readonly type: 'node';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A tag that only says how text looks. */
export interface Hidden {
  readonly type: 'hidden';
}

export interface Comment {
  readonly type: 'comment';
  readonly start: number;
  readonly end: number;
}

/** The end of a line inside a paragraph: the blanks before it begin at `start`, itself at `at`. */
export interface LineEnd {
  readonly type: 'line';
  readonly start: number;
  readonly at: number;
  readonly end: number;
}

/** The end of a line that is meant. */
export interface Break {
  readonly type: 'break';
  readonly start: number;
  readonly end: number;
}

/** Stars or underscores in a row. */
export interface Run {
  readonly type: 'run';
  readonly marker: number;
  readonly start: number;
  readonly end: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** What is left of it as text: what stands before closed something, what stands behind opened something. */
  from: number;
  to: number;
  /** Pairs that begin here, the innermost first, and that end here. */
  opens: Pair[] | undefined;
  closes: Pair[] | undefined;
}

export interface Pair {
  readonly isStrong: boolean;
  /** Where it begins in the text that was put together. */
  from: number;
}

/** A bracket; it opens a link where one is closed. */
export interface Opening {
  readonly type: 'opening';
  readonly start: number;
  readonly end: number;
  isLink: boolean;
}

export interface Closing {
  readonly type: 'closing';
  /** Where the link begins. */
  readonly start: number;
  readonly end: number;
  readonly url: string;
}
