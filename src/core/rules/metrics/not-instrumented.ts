import { isInstrumented } from '../../model/instrumented.ts';
import { isFromBetaOn } from '../../model/stages.ts';
import { metricPlace } from '../metrics-case.ts';
import { defineRule } from '../rule.ts';
import { metricPath, named, writeIn, type Fix } from '../fix.ts';

const rollingOut =
  'id: BET-005\nrollout:\n  stages:\n    - stage: beta\n      audience: 10%\n      started: 2026-11-09\n';

export const notInstrumented = defineRule({
  id: 'metrics/not-instrumented',
  about: 'metrics',
  severity: 'warning',
  summary: 'From the beta stage on: a metric without a source, or said not to be instrumented.',
  why: 'Beta is there for the numbers. What can’t be measured by then will not have been measured when the retro asks.',
  examples: [
    { good: false, files: { 'search.bet.yaml': `${rollingOut}metrics:\n  core:\n    - name: «Search success»\n` } },
    {
      good: false,
      files: {
        'search.bet.yaml': `${rollingOut}metrics:\n  core:\n    - name: Search success\n      source: warehouse\n      instrumented: «false»\n`,
      },
    },
    {
      good: true,
      files: {
        'search.bet.yaml': `${rollingOut}metrics:\n  core:\n    - name: Search success\n      source: warehouse\n`,
      },
    },
    { good: true, files: { 'search.bet.yaml': 'id: BET-005\nmetrics:\n  core:\n    - name: Search success\n' } },
    {
      good: false,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n## Metrics\n\n| Tier | Metric | Source |\n|---|---|---|\n| Core | «Search success» |  |\n\n## Rollout\n\n### Stage 2: Beta (10%)\n\n**Started:** 2026-11-09\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n## Metrics\n\n| Tier | Metric | Source |\n|---|---|---|\n| Core | Search success | Search log |\n\n## Rollout\n\n### Stage 2: Beta (10%)\n\n**Started:** 2026-11-09\n',
      },
    },
  ],
  check({ part, model, metrics, bets }, { today }) {
    const sources = [...new Set(metrics.flatMap(({ metric }) => metric.source?.text.trim() ?? []))].slice(0, 3);
    if (!bets.some(bet => isFromBetaOn(bet.rollout?.model, bet.shipped, today))) return [];
    return metrics.flatMap(metric => {
      const { instrumented } = metric.metric;
      // Where a placeholder stands, that is what there is to say.
      const owed = metric.metric.blanks?.some(field => field === 'source' || field === 'instrumented') ?? false;
      if (isInstrumented(metric.metric) || owed) return [];
      const path = metricPath(model, metric);
      const fixes: readonly Fix[] = [
        ...(instrumented === undefined
          ? sources.map(source => ({
              title: `It comes from ${named(source)}`,
              changes: [writeIn(part, path, { source })],
              isAnswer: true as const,
            }))
          : []),
        {
          title: 'It is measured now',
          changes: [writeIn(part, path, { instrumented: true })],
          isAnswer: true,
        },
      ];
      return [
        {
          fixes,
          span: instrumented?.span ?? metricPlace(metric),
          message: `"${metric.name.slice(0, 80)}" can’t be measured yet, and the rollout has reached beta. Say where the number comes from ("source").`,
        },
      ];
    });
  },
});
