import type { StagePlace } from '../../model/stages.ts';
import type { ChecklistItem } from '../../model/types.gen.ts';
import type { Day } from '../../model/values/date.ts';
import { itemName, itemState, type ItemState } from '../checklist.ts';
import { readinessPoint, type ReadinessPoint } from '../readiness.ts';
import type { PointState } from '../readiness/point.ts';
import type { Reason } from '../reason.ts';
import type { RolloutCase } from '../rollout-case.ts';

/** Exit criteria that are open. None at all is never "all done": nobody has said when the stage may be left (SPEC 8). */
export function exitHolds(rollout: RolloutCase, { stage }: StagePlace, today: Day): readonly Reason[] {
  const { file } = rollout.part;
  const items = stage.exit?.items ?? [];
  if (items.length === 0) {
    const span = stage.exit?.key ?? (stage.stage ?? stage).span;
    return [{ text: 'The stage has no exit criteria: nothing says when it may be left.', file, span }];
  }
  const statesOf = criteriaStates(rollout, today);
  return items.flatMap(item => {
    const open = statesOf(item).filter(({ done }) => !done);
    if (open.length === 0) return [];
    const text = `The exit criterion ${itemName(item)} is open.`;
    const why = item.auto && rollout.bets.length > 0 ? open.flatMap(({ reasons }) => reasons) : [];
    return [{ text, file, span: (item.text ?? item).span }, ...why];
  });
}

/** A criterion that is decided by readiness is met when it is met for every bet that the rollout serves. */
function criteriaStates({ part, bets }: RolloutCase, today: Day): (item: ChecklistItem) => readonly ItemState[] {
  const known = bets.map((): Partial<Record<ReadinessPoint, PointState>> => ({}));
  return item => {
    const point = item.auto?.word;
    if (point === undefined || bets.length === 0) return [itemState(item, part.file, () => undefined)];
    return bets.map((bet, index) => {
      const readiness = known[index] ?? {};
      readiness[point] ??= readinessPoint(point, bet, { today });
      return itemState(item, part.file, () => readiness);
    });
  };
}
