import { metricStates } from '../../computed/metric-states.ts';
import { isHeld } from '../../model/retro-state.ts';
import { metricIndex, type MetricIndex } from '../../model/metric-index.ts';
import { metricsOf, type TieredMetric } from '../../model/tiers.ts';
import type { Metric, MetricResult } from '../../model/types.gen.ts';
import { verdictOf, type Verdict } from '../../model/verdict.ts';
import type { Day } from '../../model/values/date.ts';
import type { PartCase } from '../part-case.ts';
import { defineRule, type Report } from '../rule.ts';

const scaled = 'id: RT-005\nheld: 2026-11-20\n';
const row = (verdict: string, actual: string): string =>
  `metrics:\n  - metric: Search success\n    role: primary\n    baseline: 38%\n    target: 45%\n    actual: ${actual}\n    verdict: ${verdict}\n`;

export const contradictsEvidence = defineRule({
  id: 'retro/contradicts-evidence',
  about: 'retro',
  severity: 'warning',
  alsoConcluded: true,
  summary:
    'Scale though the primary metric missed or a guardrail was breached; kill though all was hit; or a verdict that its own numbers contradict.',
  why: 'A team may decide against its numbers, and should then know that it does. Most often it did not look.',
  examples: [
    { good: false, files: { 'search.retro.yaml': `${scaled}decision: «scale»\n${row('missed', '40%')}` } },
    { good: false, files: { 'search.retro.yaml': `${scaled}decision: «kill»\n${row('hit', '46%')}` } },
    { good: false, files: { 'search.retro.yaml': `${scaled}decision: iterate\n${row('«hit»', '40%')}` } },
    { good: true, files: { 'search.retro.yaml': `${scaled}decision: scale\n${row('hit', '46%')}` } },
    { good: true, files: { 'search.retro.yaml': `${scaled}decision: iterate\n${row('close', '44.5%')}` } },
    {
      good: false,
      files: {
        'search.retro.md':
          '# Retro: Search as you type\n\n**Held:** 2026-11-20\n\n## Metrics review\n\n### Primary metric\n\n| Metric | Baseline | Target | Actual | Verdict |\n|---|---|---|---|---|\n| Search success | 38% | 45% | 40% | ❌ Missed |\n\n## Decision\n\n**Decision:** [x] «SCALE»  [ ] ITERATE  [ ] KILL\n',
      },
    },
    {
      good: true,
      files: {
        'search.retro.md':
          '# Retro: Search as you type\n\n**Held:** 2026-11-20\n\n## Metrics review\n\n### Primary metric\n\n| Metric | Baseline | Target | Actual | Verdict |\n|---|---|---|---|---|\n| Search success | 38% | 45% | 46% | ✅ Hit |\n\n## Decision\n\n**Decision:** [x] SCALE  [ ] ITERATE  [ ] KILL\n',
      },
    },
  ],
  check: (subject, { today }) => [...againstDecision(subject, today), ...againstNumbers(subject)],
});

function againstDecision({ part, model, bets }: PartCase<'retro'>, today: Day): readonly Report[] {
  const outcome = model.decision?.outcome;
  if (outcome === undefined || !isHeld(model, today)) return [];
  const states = metricStates(bets[0]?.metrics, part, today);
  const named = (verdicts: readonly Verdict[], primary: boolean): readonly string[] =>
    states
      .filter(state => verdicts.includes(state.verdict) && (!primary || state.primary))
      .map(({ metric }) => `"${metric.name.slice(0, 60)}"`);
  const breached = named(['breached'], false);
  const missed = named(['missed'], true);
  if (outcome.word === 'scale' && breached.length + missed.length > 0) {
    const facts = [
      ...missed.map(name => `${name} missed its target`),
      ...breached.map(name => `${name} was breached`),
    ].slice(0, 3);
    return [
      {
        span: outcome.span,
        message: `You decided to scale, and ${facts.join(', ')}. Say in "why" what outweighs it, or iterate.`,
      },
    ];
  }
  const judged = states.filter(state => state.primary);
  const allHit =
    judged.length > 0 &&
    judged.every(state => state.verdict === 'hit') &&
    !states.some(state => ['missed', 'breached', 'unknown'].includes(state.verdict));
  if (outcome.word === 'kill' && allHit) {
    return [
      { span: outcome.span, message: 'You decided to kill, and every metric was hit. Say in "why" what outweighs it.' },
    ];
  }
  return [];
}

function againstNumbers({ part, model, bets }: PartCase<'retro'>): readonly Report[] {
  const hierarchy = metricIndex(bets[0]?.metrics ? metricsOf(bets[0].metrics.model) : []);
  const find = part.holder.form ? hierarchy.findBegun : hierarchy.find;
  return (model.metrics?.items ?? []).flatMap(result => {
    const written = result.verdict;
    const counted = verdictOf(metricOfRow(result, find));
    if (written === undefined || counted === 'unknown' || likeTarget(written.word) === likeTarget(counted)) return [];
    return [
      {
        span: written.span,
        message: `By its own numbers this is "${counted}", not "${written.text.slice(0, 40)}".`,
        fixes: [
          {
            title: `Change to "${counted}"`,
            changes: [{ type: 'replace' as const, span: written.span, text: counted }],
          },
        ],
      },
    ];
  });
}

/** The row's own numbers; what it leaves open, the hierarchy's metric says. */
function metricOfRow(row: MetricResult, find: MetricIndex['find']): TieredMetric {
  const known = row.metric && find(row.metric.id);
  const { baseline, target, threshold, actual } = row;
  const isGuardrail = row.role
    ? row.role.word === 'guardrail'
    : known
      ? known.tier === 'guardrails'
      : threshold !== undefined && target === undefined;
  const direction = known?.metric.direction;
  const alertAt = known?.metric.alertAt;
  const metric: Metric = {
    type: 'object',
    span: row.span,
    ...(direction && { direction }),
    ...(alertAt && { alertAt }),
    ...withFallback('baseline', baseline, known?.metric.baseline),
    ...withFallback('target', target, known?.metric.target),
    ...withFallback('threshold', threshold, known?.metric.threshold),
    ...(actual && { current: actual }),
  };
  return { tier: isGuardrail ? 'guardrails' : 'core', id: known?.id ?? '', name: known?.name ?? '', metric };
}

function withFallback<Field extends keyof Metric>(
  field: Field,
  own: Metric[Field],
  fallback: Metric[Field],
): Metric | object {
  const value = own ?? fallback;
  return value === undefined ? {} : { [field]: value };
}

/** The words for guardrails and for targets say the same of one number. */
function likeTarget(verdict: Verdict): Verdict {
  return verdict === 'within' ? 'hit' : verdict === 'alert' ? 'close' : verdict === 'breached' ? 'missed' : verdict;
}
