import { currentOf } from '../model/current.ts';
import { isHeld } from '../model/retro-state.ts';
import { metricIndex } from '../model/metric-index.ts';
import { kebabCase, metricsOf, type Tier, type TieredMetric } from '../model/tiers.ts';
import type { Metric, MetricResult } from '../model/types.gen.ts';
import type { Day } from '../model/values/date.ts';
import { verdictOf, type Verdict } from '../model/verdict.ts';
import type { Part } from '../workspace/part.ts';
import { metricSpan, type Place } from './reason.ts';

/** A metric with the value by which it is judged: the `actual` of a held retro, else `current` (SPEC 8, "Computed values"). */
export interface MetricState {
  /** The metric as it is judged: that value is its `current`. */
  readonly metric: TieredMetric;
  readonly verdict: Verdict;
  /** Whether it decides the bet. */
  readonly primary: boolean;
  /** Whether it is a metric of the hierarchy, and not only a row of the retro. */
  readonly inHierarchy: boolean;
  /** Where the metric stands. */
  readonly place: Place;
  /** Where the value stands; absent without one. */
  readonly value?: Place;
}

/**
 * All metrics of a hierarchy, and behind them the rows of a held retro that speak of no metric in it.
 * A retro without a hierarchy is judged by what its rows say themselves.
 */
export function metricStates(
  hierarchy: Part<'metrics'> | undefined,
  retro: Part<'retro'> | undefined,
  today: Day,
): readonly MetricState[] {
  const metrics = hierarchy ? metricsOf(hierarchy.model) : [];
  const held = retro !== undefined && isHeld(retro.model, today) ? retro : undefined;
  const { byMetric, others } = matchRows(metrics, held);
  const judged: Judged[] = [];
  if (hierarchy) {
    for (const metric of metrics) {
      const row = byMetric.get(metric);
      judged.push(row && held ? withRow(metric, row, hierarchy.file, held.file) : alone(metric, hierarchy.file));
    }
  }
  if (held) for (const row of others) judged.push(fromRow(row, held.file));
  const primary = primaryAmong(judged);
  return judged.map(({ metric, inHierarchy, place, value }) => ({
    metric,
    verdict: verdictOf(metric),
    primary: primary.has(metric),
    inHierarchy,
    place,
    ...(value && { value }),
  }));
}

interface Judged {
  readonly metric: TieredMetric;
  readonly row?: MetricResult;
  readonly inHierarchy: boolean;
  readonly place: Place;
  readonly value?: Place;
}

function alone(metric: TieredMetric, file: string): Judged {
  const current = currentOf(metric.metric);
  return {
    metric,
    inHierarchy: true,
    place: { file, span: metricSpan(metric) },
    ...(current && { value: { file, span: current.span } }),
  };
}

/** The goalposts of the hierarchy hold; the row fills in what it leaves open, and brings the value. */
function withRow(metric: TieredMetric, row: MetricResult, file: string, retroFile: string): Judged {
  const { baseline, target, threshold, actual } = row;
  const own = metric.metric;
  const current = actual ?? currentOf(own);
  const model: Metric = {
    ...own,
    ...(!own.baseline && baseline && { baseline }),
    ...(!own.target && target && { target }),
    ...(!own.threshold && threshold && { threshold }),
    ...(current && { current }),
  };
  return {
    metric: { ...metric, metric: model },
    row,
    inHierarchy: true,
    place: { file, span: metricSpan(metric) },
    ...(current && { value: { file: actual ? retroFile : file, span: current.span } }),
  };
}

function fromRow(row: MetricResult, file: string): Judged {
  const { baseline, target, threshold, actual } = row;
  const name = row.metric?.id ?? '';
  const place = { file, span: (row.metric ?? row).span };
  const metric: Metric = {
    type: 'object',
    span: row.span,
    ...(baseline && { baseline }),
    ...(target && { target }),
    ...(threshold && { threshold }),
    ...(actual && { current: actual }),
  };
  return {
    metric: { tier: tierOf(row), id: kebabCase(name), name, metric },
    row,
    inHierarchy: false,
    place,
    ...(actual && { value: { file, span: actual.span } }),
  };
}

function tierOf(row: MetricResult): Tier {
  if (row.role) return row.role.word === 'guardrail' ? 'guardrails' : 'core';
  return row.threshold !== undefined && row.target === undefined ? 'guardrails' : 'core';
}

/** The first row of each metric counts; rows of no metric, in their order. */
function matchRows(metrics: readonly TieredMetric[], retro: Part<'retro'> | undefined) {
  const index = metricIndex(metrics);
  const find = retro?.holder.form ? index.findBegun : index.find;
  const byMetric = new Map<TieredMetric, MetricResult>();
  const others: MetricResult[] = [];
  for (const row of retro?.model.metrics?.items ?? []) {
    const metric = row.metric && find(row.metric.id);
    if (metric === undefined) others.push(row);
    else if (!byMetric.has(metric)) byMetric.set(metric, row);
  }
  return { byMetric, others };
}

/**
 * What the hierarchy says (`primary`, else its only core metric), else the role of the retro's rows, else its first
 * row (SPEC 8, "Metrics" and "Retro").
 */
function primaryAmong(judged: readonly Judged[]): ReadonlySet<TieredMetric> {
  const cores = judged.filter(({ metric, inHierarchy }) => inHierarchy && metric.tier === 'core');
  const said = judged.filter(({ metric, inHierarchy }) => inHierarchy && isSaidPrimary(metric, cores.length === 1));
  if (said.length > 0) return metricsIn(said);
  const byRole = judged.filter(({ row }) => row?.role?.word === 'primary');
  if (byRole.length > 0) return metricsIn(byRole);
  const rows = judged.filter(({ row }) => row !== undefined).sort((a, b) => startOf(a) - startOf(b));
  const first = rows[0];
  const counts = first && first.metric.tier !== 'guardrails' && first.row?.role === undefined;
  return metricsIn(counts ? [first] : []);
}

function isSaidPrimary({ tier, metric }: TieredMetric, soleCore: boolean): boolean {
  if (tier === 'guardrails') return false;
  return metric.primary ? metric.primary.boolean : tier === 'core' && soleCore;
}

function metricsIn(judged: readonly Judged[]): ReadonlySet<TieredMetric> {
  return new Set(judged.map(({ metric }) => metric));
}

function startOf({ row }: Judged): number {
  return row?.span.start ?? 0;
}
