import { metricStates } from '../../computed/metric-states.ts';
import { metricSpan } from '../../computed/reason.ts';
import { verdictReason } from '../../computed/verdicts.ts';
import { currentOf } from '../../model/current.ts';
import { resolveDrives } from '../../model/drives.ts';
import { trendOf } from '../../model/history.ts';
import { isPrimary, metricsOf, type TieredMetric } from '../../model/tiers.ts';
import type { Judge } from '../../service.ts';
import { betsOf } from '../../workspace/bet-case.ts';
import type { MetricPlace } from '../../workspace/lookup.ts';
import { asText, fact, line, paragraphs } from './markdown.ts';

/** A metric's place in its hierarchy, how it stands, and the course of its values. */
export function describeMetric({ metric: wanted, part }: MetricPlace, judge: Judge): string {
  const settings = judge.settingsFor(part.file);
  const all = metricsOf(part.model);
  const metric = all.find(each => each.metric === wanted.metric) ?? wanted;
  const own = metric.metric;
  const [bet, ...more] = betsOf(part, judge.workspace.lookup, settings);
  const states = metricStates(part, more.length === 0 ? bet?.retro : undefined, settings.today);
  const state = states.find(({ inHierarchy, place }) => inHierarchy && place.span === metricSpan(metric));
  const drives = resolveDrives(all);
  const driven = names(drives.flatMap(({ from, to }) => (from.metric === own && to ? [to.name] : [])));
  const driving = names(drives.flatMap(({ from, to }) => (to?.metric === own ? [from.name] : [])));
  const course = spark(trendOf(own));
  return paragraphs(
    `**${asText(metric.name)}** (${isPrimary(metric, all) ? 'primary ' : ''}${tierWords[metric.tier]})`,
    own.definition && asText(own.definition.text),
    line(
      fact('Baseline', asText(own.baseline?.text ?? '')),
      fact('Current', asText(currentOf(own)?.text ?? '')),
      fact('Target', asText(own.target?.text ?? '')),
      fact('Threshold', asText(own.threshold?.text ?? '')),
    ),
    state && state.verdict !== 'unknown'
      ? `${verdictWords[state.verdict]}: ${asText(verdictReason(state).text)}`
      : undefined,
    course === '' ? undefined : `History: ${course}`,
    line(fact('Drives', driven), fact('Driven by', driving)),
    line(
      fact('Looked at', own.cadence && asText(own.cadence.text)),
      fact('Owner', asText(own.owner?.name?.text ?? '')),
      fact('Source', asText(own.source?.text ?? '')),
    ),
  );
}

const tierWords: Readonly<Record<TieredMetric['tier'], string>> = {
  lagging: 'lagging metric',
  core: 'core metric',
  leading: 'leading metric',
  guardrails: 'guardrail',
};

const verdictWords = {
  hit: '✓ Hit',
  close: '◐ Close',
  missed: '✗ Missed',
  within: '✓ Within',
  alert: '! Alert',
  breached: '✗ Breached',
} as const;

const mostNames = 6;

function names(list: readonly string[]): string {
  const told = list.slice(0, mostNames).map(asText).join(', ');
  return list.length > mostNames ? `${told} and ${String(list.length - mostNames)} more` : told;
}

const bars = '▁▂▃▄▅▆▇█';
const mostBars = 24;

/** The course of values as a line of blocks, the last ones where there are many; nothing of fewer than two. */
export function spark(values: readonly number[]): string {
  const shown = values.filter(value => Number.isFinite(value)).slice(-mostBars);
  if (shown.length < 2) return '';
  const low = Math.min(...shown);
  // Halves, because the whole distance of two finite numbers may be infinite.
  const range = Math.max(...shown) / 2 - low / 2;
  return shown
    .map(value => bars[range === 0 ? 3 : Math.round(((value / 2 - low / 2) / range) * (bars.length - 1))])
    .join('');
}
