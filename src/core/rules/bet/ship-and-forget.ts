import { currentOf } from '../../model/current.ts';
import { isHeld } from '../../model/retro-state.ts';
import { metricsOf } from '../../model/tiers.ts';
import { isAbsent } from '../../model/located.ts';
import { defineRule } from '../rule.ts';
import { scheduleAtEnd } from '../retro-fixes.ts';

export const shipAndForget = defineRule({
  id: 'bet/ship-and-forget',
  about: 'bet',
  severity: 'error',
  asksFor: 'metrics',
  summary: 'Shipped, and no metric has a current value, and no retro is scheduled or held.',
  why: 'Shipping is where learning begins. What nobody measures and nobody looks back at was not a bet.',
  examples: [
    {
      good: false,
      files: {
        'search.bet.yaml':
          '«id»: BET-005\nshipped: 2026-11-02\nmetrics:\n  core:\n    - name: Search success\n      target: 45%\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.yaml':
          'id: BET-005\nshipped: 2026-11-02\nmetrics:\n  core:\n    - name: Search success\n      current: 41%\n',
      },
    },
    { good: true, files: { 'search.bet.yaml': 'id: BET-005\nshipped: 2026-11-02\nretro:\n  scheduled: 2026-12-18\n' } },
    {
      good: false,
      files: {
        'search.bet.md':
          '# «BET-005: Search as you type»\n\n**Shipped:** 2026-11-02\n\n## Core metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Search success | 38% | 45% |\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n**Shipped:** 2026-11-02\n\n## Core metrics\n\n| Metric | Baseline | Target | Current |\n|---|---|---|---|\n| Search success | 38% | 45% | 41% |\n',
      },
    },
  ],
  check(subject, { today }) {
    const { artifact, shipped, metrics, retro, bet } = subject;
    if (!shipped || isHeld(retro?.model, today)) return [];
    if (retro && !isAbsent(retro.model, 'scheduled')) return [];
    const unresolved = [bet.metrics, bet.retro].some(
      (part, index) => part?.type === 'reference' && [metrics, retro][index] === undefined,
    );
    if (
      unresolved ||
      (metrics &&
        metricsOf(metrics.model).some(({ metric }) => !isAbsent(metric, 'current') || currentOf(metric) !== undefined))
    )
      return [];
    return [
      {
        span: artifact.anchor,
        message: 'This has shipped, and nobody looks: no metric has a current value, and no retro is scheduled.',
        fixes: bet.retro?.type === 'reference' && retro === undefined ? [] : [scheduleAtEnd(subject, today)],
      },
    ];
  },
});
