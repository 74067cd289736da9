import { completionsAt } from '../../../../../src/core/features/completion/completion.ts';
import {
  withDefaults,
  type CompletionItem,
  type CompletionList,
} from '../../../../../src/core/features/completion/item.ts';
import { fieldInfos } from '../../../../../src/core/schema/fields.gen.ts';
import { takeCursor } from '../../../../support/cursor.ts';
import { judged } from '../../../../support/workspace.ts';

export type Files = Readonly<Record<string, string>>;

/** A text with its caret, and what is offered there. */
export interface Completed extends CompletionList {
  readonly text: string;
  readonly caret: number;
  readonly labels: readonly string[];
  item(label: string): CompletionItem;
  /** The text after an item was taken, its stops filled with their defaults. */
  taken(label: string): string;
}

/** Completes in a file of a workspace that holds these other files too. */
export function completed(file: string, marked: string, files: Files = {}): Completed {
  const { text, offset } = takeCursor(marked);
  const judge = judged({ ...files, [file]: text });
  const list = completionsAt(judge, { file, text, caret: offset, infos: fieldInfos });
  const item = (label: string): CompletionItem => {
    const found = list.items.find(each => each.label === label);
    if (found === undefined) throw new Error(`${label} is not among ${list.items.map(each => each.label).join(', ')}`);
    return found;
  };
  return {
    ...list,
    text,
    caret: offset,
    labels: list.items.map(each => each.label),
    item,
    taken: label => take(text, item(label)),
  };
}

export function take(text: string, { span, snippet }: CompletionItem): string {
  return text.slice(0, span.start) + withDefaults(snippet) + text.slice(span.end);
}
