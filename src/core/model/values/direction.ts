import type { Direction } from './comparison-words.ts';
import { compareQuantities, levelOf, type Amount } from './quantity.ts';
import { directionOf, type Threshold } from './threshold.ts';

/**
 * The direction in which a metric gets better, as far as its numbers say: from baseline to target, by the sign of a target that is a change,
 * else by the side of its threshold. Never from its name. `undefined` where nothing tells.
 */
export function inferDirection(metric: {
  readonly baseline?: Amount | undefined;
  readonly target?: Amount | undefined;
  readonly threshold?: Pick<Threshold, 'op'> | undefined;
}): Direction | undefined {
  const { baseline, target, threshold } = metric;
  const order = target && orderOf(target, baseline);
  if (order === 1) return 'increase';
  if (order === -1) return 'decrease';
  return threshold && directionOf(threshold.op);
}

function orderOf(target: Amount, baseline: Amount | undefined): -1 | 0 | 1 | undefined {
  if (baseline !== undefined) return compareQuantities(levelOf(target, baseline), levelOf(baseline));
  return target.relative ? (Math.sign(target.value) as -1 | 0 | 1) : undefined;
}
