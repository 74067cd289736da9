import type { Target } from '../model/located.ts';
import type { Kind } from './kinds.ts';

/**
 * What the reader knows of a field: the JSON Schemas, boiled down to tables at build time (`shapes.gen.ts`).
 * One walk over a document with these both checks it and builds the model.
 */
export type Shape = LeafShape | ObjectShape | ListShape | MapShape | EmbedShape | EitherShape;

export type LeafReading =
  | 'text'
  | 'word'
  | 'integer'
  /** A number or `60%`. */
  | 'percentage'
  /** How many: a whole number, or a range, which counts with its upper bound. */
  | 'count'
  | 'boolean'
  | 'date'
  /** A date, or `true` where the day is not known. */
  | 'dateOrTrue'
  | 'quantity'
  | 'threshold'
  | 'duration'
  | 'audience'
  /** Weeks of a plan: one, or from one to another. */
  | 'weeks'
  | 'reference';

export interface LeafShape {
  readonly type: 'leaf';
  readonly reading: LeafReading;
  /** The canonical words of an enum. */
  readonly words?: readonly string[];
  /** Other words that people and templates use, folded (see `foldWord`), with the canonical word each stands for. */
  readonly otherWords?: Readonly<Record<string, string>>;
  /** Whether it is enough that one of the words occurs in the text. */
  readonly contains?: true;
  /** Whether the words are numbers. */
  readonly numeric?: true;
  readonly target?: Target;
  /** Whether what refers to nothing is plain text and no mistake. */
  readonly orText?: true;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface ObjectShape {
  readonly type: 'object';
  readonly name: string;
  /** Present on the whole of an artifact. */
  readonly kind?: Kind;
  readonly fields: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  /** The field that a bare scalar or list fills. */
  readonly shorthand?: string;
}

export interface ListShape {
  readonly type: 'list';
  readonly item: Shape;
  /** Whether one item may stand without a list around it. */
  readonly single?: true;
}

export interface MapShape {
  readonly type: 'map';
  readonly value: Shape;
}

/** An artifact of its own, embedded, or the id of one. */
export interface EmbedShape {
  readonly type: 'embed';
  readonly kind: Kind;
}

/** A scalar or a list: two forms that stay two in the model. */
export interface EitherShape {
  readonly type: 'either';
  readonly scalar: LeafShape;
  readonly list: ListShape;
}

/** What is said of a field to people: in hovers, completions and the reference page. */
export interface FieldInfo {
  readonly title?: string;
  readonly description: string;
  readonly examples: readonly unknown[];
  /** What holds when it is absent, as JSON or as a sentence. */
  readonly fallback: string;
  readonly words?: Readonly<Record<string, string>>;
}
