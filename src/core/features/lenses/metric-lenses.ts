import { metricStates } from '../../computed/metric-states.ts';
import { metricSpan, quoted, reasonAt, short } from '../../computed/reason.ts';
import { verdictReason } from '../../computed/verdicts.ts';
import { resolveDrives, type Drive } from '../../model/drives.ts';
import type { TieredMetric } from '../../model/tiers.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Part } from '../../workspace/part.ts';
import type { Span } from '../../text/span.ts';
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
      { sort: 'metrics', span: firstSpan(metric), title: facts.join(' · '), click: { type: 'reasons', reasons } },
    ];
  });
}

/** What of it is written first: a lens stands over the whole of a metric. What stands elsewhere, in another table, is not part of it. */
function firstSpan(metric: TieredMetric): Span {
  const name = metricSpan(metric);
  const { span: whole } = metric.metric;
  let first = name;
  for (const value of Object.values(metric.metric) as readonly unknown[]) {
    const span = spanIn(value);
    if (span && whole.start <= span.start && span.end <= whole.end && span.start < first.start) first = span;
  }
  return first;
}

function spanIn(value: unknown): Span | undefined {
  return typeof value === 'object' && value !== null && 'span' in value ? (value.span as Span) : undefined;
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
