import type { Block } from '../../parse/markdown/blocks.ts';
import { draftAt, put, scalar, type DraftList, type DraftValue } from './draft.ts';
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
  const said = action ?? afterArrow(when) ?? when;
  const found = actions.exec(said.text.slice(0, 1000));
  if (!found) return scalar(when.text, when.span);
  const draft = draftAt(when.span);
  put(draft, 'when', when.span, scalar(when.text, when.span));
  const word = within(said, found.index, found.index + found[0].length);
  if (word) put(draft, 'action', word.span, scalar(actionWord(word.text), word.span));
  return draft;
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
