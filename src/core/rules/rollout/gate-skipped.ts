import { itemName, itemState } from '../../computed/checklist.ts';
import { readinessOf } from '../../computed/readiness.ts';
import { stageDecisions } from '../../model/stage-decisions.ts';
import { hasStarted, stageTitle } from '../../model/stages.ts';
import { defineRule } from '../rule.ts';
import { writeIn } from '../fix.ts';

const stages = (exit: string, decision: string): string =>
  `id: RO-005\nstages:\n  - stage: alpha\n    started: 2026-11-02\n    exit:\n      - ${exit}\n${decision}  - stage: beta\n    audience: 10%\n    started: `;

export const gateSkipped = defineRule({
  id: 'rollout/gate-skipped',
  about: 'rollout',
  severity: 'error',
  summary:
    'A stage was started while the one before has an open exit criterion, or a decision that is not to proceed. A warning where there is no decision at all.',
  why: 'A gate that opens by itself is none. Whoever proceeds against it should write down why.',
  examples: [
    {
      good: false,
      files: {
        'search.rollout.yaml': `${stages('{ text: No P0 bugs, done: false }', '    decision: proceed\n')}«2026-11-09»\n`,
      },
    },
    {
      good: false,
      files: {
        'search.rollout.yaml': `${stages('{ text: No P0 bugs, done: true }', '    decision: hold\n')}«2026-11-09»\n`,
      },
    },
    {
      good: false,
      files: { 'search.rollout.yaml': `${stages('{ text: No P0 bugs, done: true }', '')}«2026-11-09»\n` },
    },
    {
      good: true,
      files: {
        'search.rollout.yaml': `${stages('{ text: No P0 bugs, done: true }', '    decision: proceed\n')}2026-11-09\n`,
      },
    },
    // Planned, and not yet started.
    { good: true, files: { 'search.rollout.yaml': `${stages('{ text: No P0 bugs, done: false }', '')}2026-11-30\n` } },
    {
      good: false,
      files: {
        'search.rollout.md':
          '# Rollout: Search as you type\n\n## Stage 1: Alpha\n\n**Started:** 2026-11-02\n\n**Exit criteria:**\n- [ ] No P0 bugs\n\n**Progression decision:** Proceed\n\n## Stage 2: Beta (10%)\n\n**Started:** «2026-11-09»\n',
      },
    },
    {
      good: true,
      files: {
        'search.rollout.md':
          '# Rollout: Search as you type\n\n## Stage 1: Alpha\n\n**Started:** 2026-11-02\n\n**Exit criteria:**\n- [x] No P0 bugs\n\n**Progression decision:** Proceed\n\n## Stage 2: Beta (10%)\n\n**Started:** 2026-11-09\n',
      },
    },
  ],
  check({ part, model, bets }, { today }) {
    const items = model.stages?.items ?? [];
    const decisions = stageDecisions(model);
    return items.flatMap((stage, index) => {
      const before = items[index - 1];
      if (before === undefined || stage.started === undefined || !hasStarted(stage, today)) return [];
      const { span } = stage.started;
      const name = stageTitle(before, index - 1).slice(0, 60);
      const open = (before.exit?.items ?? []).filter(item => {
        const states =
          item.auto && bets.length > 0
            ? bets.map(bet => itemState(item, part.file, () => readinessOf(bet, { today })))
            : [itemState(item, part.file, () => undefined)];
        return states.some(({ done }) => !done);
      });
      if (open.length > 0) {
        const names = open.slice(0, 2).map(itemName).join(', ');
        return [
          {
            span,
            message: `This stage was started while "${name}" has ${open.length === 1 ? 'an open exit criterion' : `${open.length} open exit criteria`}: ${names.slice(0, 160)}.`,
          },
        ];
      }
      const outcome = decisions[index - 1]?.outcome?.word;
      if (outcome === 'proceed') return [];
      if (outcome !== undefined) {
        return [
          {
            span,
            message: `This stage was started, and the decision about "${name}" was to ${outcome === 'hold' ? 'hold' : 'roll back'}.`,
          },
        ];
      }
      const entry = {
        date: stage.started.day ?? today,
        stage: stageTitle(before, index - 1),
        outcome: 'proceed',
      };
      return [
        {
          fixes: [
            {
              title: `It was decided to leave ${name}: write it down`,
              changes: [writeIn(part, [], { decisions: [entry] })],
              isAnswer: true as const,
            },
          ],
          span,
          severity: 'warning' as const,
          message: `This stage was started, and nobody wrote down the decision to leave "${name}".`,
        },
      ];
    });
  },
});
