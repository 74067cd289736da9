import type { StagePlace } from '../../model/stages.ts';
import type { Day } from '../../model/values/date.ts';
import { itemName, itemState } from '../checklist.ts';
import type { Reason } from '../reason.ts';
import { readinessOf, type Readiness } from '../readiness.ts';
import type { RolloutCase } from '../rollout-case.ts';

/** Exit criteria that are open. None at all is never "all done": nobody has said when the stage may be left (SPEC 8). */
export function exitHolds({ part, bets }: RolloutCase, { stage }: StagePlace, today: Day): readonly Reason[] {
  const items = stage.exit?.items ?? [];
  if (items.length === 0) {
    const span = stage.exit?.key ?? (stage.stage ?? stage).span;
    return [{ text: 'The stage has no exit criteria: nothing says when it may be left.', file: part.file, span }];
  }
  const known = new Map<number, Readiness>();
  const readinessAt = (index: number): Readiness | undefined => {
    const bet = bets[index];
    if (bet === undefined) return undefined;
    const readiness = known.get(index) ?? readinessOf(bet, { today });
    known.set(index, readiness);
    return readiness;
  };
  // A criterion that is decided by readiness is met when it is met for every bet that the rollout serves.
  const sources = bets.length === 0 ? [0] : bets.map((_, index) => index);
  return items.flatMap(item => {
    const states = item.auto
      ? sources.map(index => itemState(item, part.file, () => readinessAt(index)))
      : [itemState(item, part.file, () => undefined)];
    const open = states.filter(({ done }) => !done);
    if (open.length === 0) return [];
    const text = `The exit criterion ${itemName(item)} is open.`;
    const why = item.auto && bets.length > 0 ? open.flatMap(({ reasons }) => reasons) : [];
    return [{ text, file: part.file, span: (item.text ?? item).span }, ...why];
  });
}
