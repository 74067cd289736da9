import { currentOf } from '../../model/current.ts';
import { movementOf } from '../../model/verdict.ts';
import { quoted, short, type Reason } from '../reason.ts';
import type { RolloutCase } from '../rollout-case.ts';

/** Leading metrics that are worse than their baseline. */
export function leadingHolds({ leading }: RolloutCase): readonly Reason[] {
  return leading.flatMap(({ metric, file }) => {
    const current = currentOf(metric.metric);
    if (current === undefined || movementOf(metric.metric) !== 'worse') return [];
    const text = `${quoted(metric.name)} is at ${short(current.text)}, worse than its baseline of ${short(metric.metric.baseline?.text ?? '')}.`;
    return [{ text, file, span: current.span }];
  });
}
