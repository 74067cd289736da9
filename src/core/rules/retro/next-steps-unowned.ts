import { anchorOf, isAbsent } from '../../model/located.ts';
import { isHeld } from '../../model/retro-state.ts';
import { defineRule } from '../rule.ts';
import { nameSomebody, writeIn } from '../fix.ts';

export const nextStepsUnowned = defineRule({
  id: 'retro/next-steps-unowned',
  about: 'retro',
  severity: 'warning',
  alsoConcluded: true,
  asksFor: 'retro.nextSteps',
  summary: 'A retro was held, and a next step has no owner, or there is no next step at all.',
  why: 'A decision that nobody has to act on changes nothing: even a kill leaves a flag to remove and people to tell.',
  examples: [
    { good: false, files: { 'search.retro.yaml': '«id»: RT-005\nheld: 2026-11-20\ndecision: kill\n' } },
    {
      good: false,
      files: {
        'search.retro.yaml':
          'id: RT-005\nheld: 2026-11-20\ndecision: kill\nnextSteps:\n  - «Remove the flag»\n  - text: Tell the beta customers\n    owner: Maria Lind\n',
      },
    },
    {
      good: true,
      files: {
        'search.retro.yaml':
          'id: RT-005\nheld: 2026-11-20\ndecision: kill\nnextSteps:\n  - text: Remove the flag\n    owner: Tom Reyes\n',
      },
    },
    {
      good: false,
      files: {
        'search.retro.md':
          '# Retro: Search as you type\n\n**Held:** 2026-11-20\n\n## Next steps\n\n| Action | Owner | Due |\n|---|---|---|\n| «Remove the flag» |  | 2026-12-01 |\n| Tell the beta customers | Maria Lind | 2026-11-27 |\n',
      },
    },
    {
      good: true,
      files: {
        'search.retro.md':
          '# Retro: Search as you type\n\n**Held:** 2026-11-20\n\n## Next steps\n\n| Action | Owner | Due |\n|---|---|---|\n| Remove the flag | Tom Reyes | 2026-12-01 |\n| Tell the beta customers | Maria Lind | 2026-11-27 |\n',
      },
    },
  ],
  check({ part, model, bets }, { today }) {
    if (!isHeld(model, today) || model.blanks?.includes('nextSteps') === true) return [];
    const steps = model.nextSteps?.items ?? [];
    if (steps.length === 0) {
      const span = model.nextSteps ? anchorOf(model.nextSteps) : part.anchor;
      return [{ span, message: 'The retro was held, and there is no next step. Say who does what now.' }];
    }
    const around = [...bets.map(({ bet }) => bet), model];
    return steps.flatMap((step, index) =>
      isAbsent(step, 'owner')
        ? {
            span: (step.text ?? step).span,
            message: 'Nobody owns this next step.',
            fixes: nameSomebody(
              around,
              name => `Owner: ${name}`,
              owner => [writeIn(part, ['nextSteps', index], { owner })],
            ),
          }
        : [],
    );
  },
});
