import { within, type Written } from './written.ts';

/** What a row of boxes says: `[ ] Scale  [x] Iterate  [ ] Kill`. */
export interface Choice {
  readonly options: readonly Option[];
  readonly ticked: readonly Option[];
}

interface Option {
  readonly word: Written;
  readonly isTicked: boolean;
}

const box = /\[([ xX✓✔])\]/g;

/** The boxes in a value with the words behind them; undefined where there are none, or words stand before the first. */
export function choiceIn(written: Written): Choice | undefined {
  if (!written.text.startsWith('[')) return undefined;
  const boxes = [...written.text.slice(0, 2000).matchAll(box)];
  if (boxes[0]?.index !== 0) return undefined;
  const options = boxes.flatMap((match, index): readonly Option[] => {
    const from = match.index + match[0].length;
    const word = within(written, from, boxes[index + 1]?.index ?? written.text.length);
    return word === undefined ? [] : [{ word, isTicked: match[1] !== ' ' }];
  });
  return options.length === 0 ? undefined : { options, ticked: options.filter(option => option.isTicked) };
}

const tick = /^\[([ xX✓✔])\](?=\s|$)/;

/** A box alone in a cell, or at its start, and what is written behind it. */
export function tickIn(
  written: Written,
): { readonly done: boolean; readonly box: Written; readonly rest: Written | undefined } | undefined {
  const found = tick.exec(written.text);
  const mark = found && within(written, 0, 3);
  if (!found || !mark) return undefined;
  return { done: found[1] !== ' ', box: mark, rest: within(written, 3) };
}
