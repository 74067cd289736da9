import type { Drive } from '../model/drives.ts';
import type { TieredMetric } from '../model/tiers.ts';
import { named, referenceTo, tierAbove, type Fix } from './fix.ts';

/** Choices in a menu. */
const most = 3;

/** Whether a metric drives nothing any more, and should, when this arrow is gone. */
export function isOnlyArrow({ from }: Drive, metrics: readonly TieredMetric[]): boolean {
  if (from.tier !== 'core' && from.tier !== 'leading') return false;
  return from.metric.drives?.items.length === 1 && tierAbove(metrics, from).length > 0;
}

/** Ways to be rid of an arrow: it goes, or, where the metric would drive nothing then, leads to one of the tier above. */
export function withoutArrow(drive: Drive, metrics: readonly TieredMetric[]): readonly Fix[] {
  const { from, to, entry } = drive;
  if (!isOnlyArrow(drive, metrics)) {
    const title = `Remove the arrow from ${named(from.name)} to ${named(to?.name ?? entry.id)}`;
    return [{ title, changes: [{ type: 'removeValue', span: entry.span }] }];
  }
  return tierAbove(metrics, from)
    .slice(0, most)
    .map(above => ({
      title: `${named(from.name)} drives ${named(above.name)} instead`,
      changes: [{ type: 'replace', span: entry.span, text: referenceTo(above) }],
      isAnswer: true,
    }));
}
