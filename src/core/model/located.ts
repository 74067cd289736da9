import type { Span } from '../text/span.ts';
import type { Day } from './values/date.ts';
import type { Audience } from './values/audience.ts';
import type { Duration } from './values/duration.ts';
import type { Quantity } from './values/quantity.ts';
import type { Threshold } from './values/threshold.ts';
import type { Kind } from '../schema/kinds.ts';

/** Every value of the model knows where it stands: its own span, and that of the key or label that introduces it. */
export interface Located {
  readonly span: Span;
  readonly key?: Span;
}

export interface TextValue extends Located {
  readonly type: 'text';
  readonly text: string;
}

/** One of a fixed set of words. `word` is the canonical form, `text` what was written. */
export interface WordValue<Word extends string = string> extends Located {
  readonly type: 'word';
  readonly word: Word;
  readonly text: string;
}

export interface NumberValue extends Located {
  readonly type: 'number';
  readonly number: number;
  readonly text: string;
}

export interface BooleanValue extends Located {
  readonly type: 'boolean';
  readonly boolean: boolean;
  readonly text: string;
}

/** `day` is absent where the text can't be read: it then stays text and is reported as `value/unreadable`. */
export interface DateValue extends Located {
  readonly type: 'date';
  readonly text: string;
  readonly day?: Day;
}

export interface QuantityValue extends Located {
  readonly type: 'quantity';
  readonly text: string;
  readonly quantity?: Quantity;
}

export interface ThresholdValue extends Located {
  readonly type: 'threshold';
  readonly text: string;
  readonly threshold?: Threshold;
}

export interface DurationValue extends Located {
  readonly type: 'duration';
  readonly text: string;
  readonly duration?: Duration;
}

export interface AudienceValue extends Located {
  readonly type: 'audience';
  readonly text: string;
  readonly audience: Audience;
}

/** What an id can point to. */
export type Target = Kind | 'metric';

/** The id, or a metric's name, of something that stands elsewhere. */
export interface ReferenceValue extends Located {
  readonly type: 'reference';
  readonly id: string;
  readonly target: Target;
  /** Whether it is plain text, and no mistake, when nothing has that id. */
  readonly orText?: true;
}

export interface ListValue<Item> extends Located {
  readonly type: 'list';
  readonly items: readonly Item[];
}

/** Fields whose names the team chooses: links by name, allocation by role. */
export interface MapValue<Item> extends Located {
  readonly type: 'map';
  readonly entries: readonly { readonly name: string; readonly value: Item }[];
}

/** A set of fields. `blanks` names those in which a placeholder stands, or what can't be used: they have no value, and nothing is "missing". */
export interface ObjectValue extends Located {
  readonly type: 'object';
  readonly blanks?: readonly string[];
}

export type LeafValue =
  | TextValue
  | WordValue
  | NumberValue
  | BooleanValue
  | DateValue
  | QuantityValue
  | ThresholdValue
  | DurationValue
  | AudienceValue
  | ReferenceValue;

export type ModelValue =
  LeafValue | ListValue<ModelValue> | MapValue<ModelValue> | (ObjectValue & Readonly<Record<string, unknown>>);

/** Whether nothing was written there: no value, and no placeholder that already says so. */
export function isAbsent<Model extends ObjectValue>(model: Model, field: keyof Model & string): boolean {
  return model[field] === undefined && !(model.blanks?.includes(field) ?? false);
}

/** The key of a value where it has one, else the value: where a finding about something absent inside it stands. */
export function anchorOf(value: Located): Span {
  return value.key ?? value.span;
}
