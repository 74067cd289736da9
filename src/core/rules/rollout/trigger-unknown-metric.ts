import { metricIndex } from '../../model/metric-index.ts';
import { isFromBetaOn } from '../../model/stages.ts';
import { metricsOf } from '../../model/tiers.ts';
import { defineRule } from '../rule.ts';
import { chosen, named, writeIn, type Fix } from '../fix.ts';
import { guardrailNamed } from '../guardrail-candidates.ts';

const bet = (metric: string): string =>
  `id: BET-005\nmetrics:\n  guardrails:\n    - name: Error rate\nrollout:\n  rollback:\n    triggers:\n      - metric: ${metric}\n`;

export const triggerUnknownMetric = defineRule({
  id: 'rollout/trigger-unknown-metric',
  about: 'rollout',
  severity: 'error',
  summary: 'A rollback trigger that names a metric which does not exist.',
  why: 'A trigger on a metric that nobody measures never fires.',
  examples: [
    { good: false, files: { 'search.bet.yaml': bet('«Crash rate»') } },
    { good: true, files: { 'search.bet.yaml': bet('error rate') } },
    // Without metrics in sight there is nothing to compare with.
    { good: true, files: { 'search.rollout.yaml': 'id: RO-005\nrollback:\n  triggers:\n    - metric: Crash rate\n' } },
    {
      good: false,
      files: {
        'search.bet.md':
          '---\nrollout:\n  rollback:\n    triggers:\n      - metric: «Crash rate»\n---\n\n# BET-005: Search as you type\n\n## Guardrail metrics\n\n| Metric | Threshold |\n|---|---|\n| Error rate | < 2% |\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.md':
          '---\nrollout:\n  rollback:\n    triggers:\n      - metric: Error rate\n---\n\n# BET-005: Search as you type\n\n## Guardrail metrics\n\n| Metric | Threshold |\n|---|---|\n| Error rate | < 2% |\n',
      },
    },
  ],
  check({ model, bets }, { lookup, today }) {
    const hierarchies = bets.flatMap(({ metrics }) => (metrics ? [metricsOf(metrics.model)] : []));
    if (hierarchies.every(metrics => metrics.length === 0)) return [];
    const indexes = hierarchies.map(metricIndex);
    return (model.rollback?.triggers?.items ?? []).flatMap(({ metric }) => {
      if (metric === undefined || indexes.some(index => index.find(metric.id))) return [];
      if (lookup.hasMetric(metric.id)) return [];
      // From beta on a new metric would have to be measured already.
      const isMeasured = bets.some(({ rollout, shipped }) => isFromBetaOn(rollout?.model, shipped, today));
      const hierarchy = bets.find(({ metrics }) => metrics !== undefined)?.metrics;
      const fixes: readonly Fix[] = [
        {
          title: `Change to "${chosen}"`,
          changes: [{ type: 'replace', span: metric.span, text: chosen }],
          choices: { of: 'known', target: 'metric', near: metric.id },
        },
        ...(hierarchy && !isMeasured
          ? [
              {
                title: `Add the guardrail ${named(metric.id)}`,
                changes: [writeIn(hierarchy, [], { guardrails: [guardrailNamed(metric.id)] })],
              },
            ]
          : []),
      ];
      return [
        {
          fixes,
          span: metric.span,
          message: `No metric is called "${metric.id.slice(0, 60)}". Name one of the bet’s metrics, or write a sentence ("when").`,
        },
      ];
    });
  },
});
