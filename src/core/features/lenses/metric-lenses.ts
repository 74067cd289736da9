import { metricStates } from '../../computed/metric-states.ts';
import { metricSpan, quoted, reasonAt, short } from '../../computed/reason.ts';
import { verdictReason } from '../../computed/verdicts.ts';
import { resolveDrives, type Drive } from '../../model/drives.ts';
import type { TieredMetric } from '../../model/tiers.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Part } from '../../workspace/part.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { Lens } from './lens.ts';

/** The same signs as on the cards of the picture: they differ by shape, for those who see no colours. */
const signs: Readonly<Record<Verdict, string>> = {
  hit: '✓ hit',
  close: '◐ close',
  missed: '✗ missed',
  within: '✓ within',
  alert: '! alert',
  breached: '✗ breached',
  unknown: '',
};

const mostNames = 3;

/** How each metric stands, and what it drives; of one of which neither is known, nothing. */
export function metricLenses(
  part: Part<'metrics'>,
  retro: Part<'retro'> | undefined,
  settings: Settings,
): readonly Lens[] {
  const states = metricStates(part, retro, settings.today).filter(({ inHierarchy }) => inHierarchy);
  const driven = drivenBy(states.map(({ metric }) => metric));
  return states.flatMap((state): readonly Lens[] => {
    const { metric, verdict } = state;
    const drives = driven.get(metric.metric) ?? [];
    const facts = [signs[verdict], drives.length === 0 ? '' : `drives ${names(drives)}`].filter(fact => fact !== '');
    if (facts.length === 0) return [];
    const reasons = [
      ...(verdict === 'unknown' ? [] : [verdictReason(state)]),
      ...drives.flatMap(({ to }) =>
        to ? [reasonAt(part.file, metricSpan(to), `${quoted(metric.name)} drives ${quoted(to.name)}.`)] : [],
      ),
    ];
    return [
      { sort: 'metrics', span: metricSpan(metric), title: facts.join(' · '), click: { type: 'reasons', reasons } },
    ];
  });
}

function drivenBy(metrics: readonly TieredMetric[]): ReadonlyMap<TieredMetric['metric'], readonly Drive[]> {
  const driven = new Map<TieredMetric['metric'], Drive[]>();
  for (const drive of resolveDrives(metrics)) {
    if (drive.to === undefined) continue;
    const known = driven.get(drive.from.metric);
    if (known) known.push(drive);
    else driven.set(drive.from.metric, [drive]);
  }
  return driven;
}

function names(drives: readonly Drive[]): string {
  const told = drives.slice(0, mostNames).map(({ to }) => short(to?.name ?? ''));
  const more = drives.length - told.length;
  return told.join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
}
