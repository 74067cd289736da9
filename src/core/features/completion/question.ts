import type { FieldInfo } from '../../schema/shape.ts';

/** What is said of each field, by its object: see `fieldInfos`. */
export type FieldInfos = Readonly<Record<string, Readonly<Record<string, FieldInfo>>>>;

/** Where completion is asked for. */
export interface CompletionQuestion {
  readonly file: string;
  /** The text as it is now, parsed or not. */
  readonly text: string;
  readonly caret: number;
  /** What is said of each field, see `fieldInfos`. */
  readonly infos: FieldInfos;
}
