import { anchorOf, isAbsent } from '../../model/located.ts';
import { isPrimary } from '../../model/tiers.ts';
import { metricPlace } from '../metrics-case.ts';
import { defineRule } from '../rule.ts';
import { metricPath, named, writeIn } from '../fix.ts';

export const primaryMissing = defineRule({
  id: 'metrics/primary-missing',
  about: 'metrics',
  severity: 'warning',
  summary: 'No core metric of a bet is primary, or the primary one has no target.',
  why: 'One number decides a bet. With several of equal weight, one of them will have moved, and that one will be quoted.',
  examples: [
    {
      good: false,
      files: {
        'search.bet.yaml':
          'id: BET-005\nmetrics:\n  «core»:\n    - name: Search success\n      target: 45%\n    - name: Time to result\n      target: 1 s\n',
      },
    },
    { good: false, files: { 'search.bet.yaml': 'id: BET-005\nmetrics:\n  core:\n    - name: «Search success»\n' } },
    {
      good: true,
      files: { 'search.bet.yaml': 'id: BET-005\nmetrics:\n  core:\n    - name: Search success\n      target: 45%\n' },
    },
    // A hierarchy that no bet refers to needs no primary.
    {
      good: true,
      files: { 'search.metrics.yaml': 'id: MX-005\ncore:\n  - name: Search success\n  - name: Time to result\n' },
    },
    {
      good: false,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n## «Core metrics»\n\n| Metric | Target |\n|---|---|\n| Search success | 45% |\n| Time to result | 1 s |\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n## Core metrics\n\n| Metric | Target |\n|---|---|\n| Search success ⭐ | 45% |\n| Time to result | 1 s |\n',
      },
    },
  ],
  check({ part, model, metrics, bets }) {
    const core = metrics.filter(metric => metric.tier === 'core');
    // Without any core metric, the missing tier is what there is to say.
    if (bets.length === 0 || core.length === 0) return [];
    const primary = core.filter(metric => isPrimary(metric, metrics));
    if (primary.length === 0) {
      const span = model.core ? anchorOf(model.core) : part.anchor;
      const message = 'No core metric is primary. Mark with "primary: true" the one that decides the bet.';
      const fixes = core
        .filter(({ metric }) => !isAbsent(metric, 'target'))
        .slice(0, 5)
        .map(metric => ({
          title: `${named(metric.name)} decides`,
          changes: [writeIn(part, metricPath(model, metric), { primary: true })],
          isAnswer: true as const,
        }));
      return [{ span, message, fixes }];
    }
    return primary
      .filter(({ metric }) => isAbsent(metric, 'target'))
      .map(metric => ({
        span: metricPlace(metric),
        message: `"${metric.name.slice(0, 80)}" decides the bet and has no target. Say how far it has to move.`,
      }));
  },
});
