import type { Block } from '../../parse/markdown/blocks.ts';
import { draftAt, put, scalar, type DraftList, type DraftScalar, type DraftValue } from './draft.ts';
import { cellOf, columnsOf, isFilled, listOf } from './lists.ts';
import type { Reading } from './reading.ts';
import { itemText, joined, within, writtenCell, type Written } from './written.ts';

const actions = /\b(investigat\w*|paus\w*|roll ?back|roll(?:s|ed)? back|halt\w*)\b/i;

/** Rollback triggers: every item, ticked or not, or every row of a table (SPEC 8, "Rollout"). What still has blanks in it is none. */
export function triggersOf(reading: Reading, blocks: readonly Block[], value?: Written): DraftList | undefined {
  const triggers: DraftValue[] = [];
  if (value && isFilled(value)) triggers.push(trigger(value, undefined));
  for (const block of blocks) {
    if (block.type === 'list')
      for (const item of block.items) {
        const text = itemText(item);
        if (isFilled(text)) triggers.push(trigger(text, undefined));
      }
    else if (block.type === 'table') {
      const columns = columnsOf(reading, block, 'trigger');
      for (const row of block.rows) {
        const when = cellOf(row, columns, 'when') ?? writtenCell(row.cells[0]);
        const limit = cellOf(row, columns, 'limit');
        if (!isFilled(when) || (limit !== undefined && !isFilled(limit))) continue;
        const whole = limit === undefined ? when : joined([when, limit], ' ');
        if (whole) triggers.push(trigger(whole, cellOf(row, columns, 'action')));
      }
    }
  }
  return triggers.length === 0 ? undefined : listOf(triggers);
}

function trigger(when: Written, action: Written | undefined): DraftValue {
  const word = actionIn(action ?? afterArrow(when) ?? when);
  if (word === undefined) return scalar(when.text, when.span);
  const draft = draftAt(when.span);
  put(draft, 'when', when.span, scalar(when.text, when.span));
  put(draft, 'action', word.node.span, word);
  return draft;
}

/** The first word in a sentence that says what is done: "Roll back to paper". */
export function actionIn(said: Written): DraftScalar | undefined {
  const found = actions.exec(said.text.slice(0, 1000));
  const word = found && within(said, found.index, found.index + found[0].length);
  return word ? scalar(actionWord(word.text), word.span) : undefined;
}

function actionWord(text: string): string {
  const first = text.charAt(0).toLowerCase();
  return first === 'i' ? 'investigate' : first === 'p' || first === 'h' ? 'pause' : 'rollback';
}

/** `error rate > 2% → pause`. */
function afterArrow(when: Written): Written | undefined {
  const at = when.text.search(/→|->|=>/);
  return at === -1 ? undefined : within(when, at);
}
