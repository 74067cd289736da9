import { guardrailActions } from '../../computed/guardrail-actions.ts';
import { triggersOf } from '../../workspace/rollback.ts';
import { metricPlace } from '../metrics-case.ts';
import { defineRule } from '../rule.ts';
import { metricPath, writeIn } from '../fix.ts';

const bet = (guardrail: string, trigger: string): string =>
  `id: BET-005\nmetrics:\n  guardrails:\n    - name: ${guardrail}rollout:\n  rollback:\n    triggers:\n      - when: ${trigger}\n`;

export const guardrailNotATrigger = defineRule({
  id: 'rollout/guardrail-not-a-trigger',
  about: 'metrics',
  severity: 'information',
  summary: 'A guardrail that no rollback trigger and no "onBreach" acts on.',
  why: 'A guardrail that stops nothing is a number on a wall.',
  examples: [
    { good: false, files: { 'search.bet.yaml': bet('«Error rate»\n', 'Support asks for it') } },
    { good: true, files: { 'search.bet.yaml': bet('Error rate\n      onBreach: rollback\n', 'Support asks for it') } },
    { good: true, files: { 'search.bet.yaml': bet('Error rate\n', 'Any guardrail is breached') } },
    // Without any trigger, that is what there is to say.
    { good: true, files: { 'search.bet.yaml': 'id: BET-005\nmetrics:\n  guardrails:\n    - name: Error rate\n' } },
    {
      good: false,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n## Guardrail metrics\n\n| Metric | Threshold |\n|---|---|\n| «Error rate» | < 2% |\n\n## Rollout\n\n### Rollback triggers\n\n- Support asks for it\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n## Guardrail metrics\n\n| Metric | Threshold |\n|---|---|\n| Error rate | < 2% |\n\n## Rollout\n\n### Rollback triggers\n\n- Error rate above 2%\n',
      },
    },
  ],
  check({ part, model, metrics, bets }) {
    const guardrails = metrics.filter(metric => metric.tier === 'guardrails');
    const placed = guardrails.map(metric => ({ metric, file: part.file }));
    const actions = bets
      .filter(({ rollout }) => rollout !== undefined)
      .map(bet => triggersOf(bet.rollout, [bet]))
      .filter(triggers => triggers.length > 0)
      .map(triggers => guardrailActions(placed, triggers));
    return guardrails
      .filter(guardrail => actions.some(acting => (acting.get(guardrail)?.length ?? 0) === 0))
      .map(guardrail => ({
        span: metricPlace(guardrail),
        message: `Nothing happens when "${guardrail.name.slice(0, 80)}" is breached: no rollback trigger names it, and it has no "onBreach".`,
        fixes: (['rollback', 'pause', 'investigate'] as const).map(onBreach => ({
          title: `${responses[onBreach]} when it is breached`,
          changes: [writeIn(part, metricPath(model, guardrail), { onBreach })],
        })),
      }));
  },
});

const responses = { rollback: 'Roll back', pause: 'Pause', investigate: 'Investigate' } as const;
