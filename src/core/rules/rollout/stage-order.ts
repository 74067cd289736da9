import { percentOf, stageTitle, standardStage } from '../../model/stages.ts';
import type { Stage } from '../../model/types.gen.ts';
import { defineRule, type Report } from '../rule.ts';

const order = ['internal', 'alpha', 'beta', 'ga'] as const;

export const stageOrder = defineRule({
  id: 'rollout/stage-order',
  about: 'rollout',
  severity: 'error',
  summary: 'Stages out of order, or an audience that shrinks.',
  why: 'Each stage is to risk a little more than the one before, once that one has shown that it may.',
  examples: [
    {
      good: false,
      files: { 'search.rollout.yaml': 'id: RO-005\nstages:\n  - stage: beta\n    audience: 10%\n  - stage: «alpha»\n' },
    },
    {
      good: false,
      files: {
        'search.rollout.yaml':
          'id: RO-005\nstages:\n  - stage: beta\n    audience: 25%\n  - stage: wider beta\n    audience: «10%»\n',
      },
    },
    {
      good: true,
      files: {
        'search.rollout.yaml':
          'id: RO-005\nstages:\n  - stage: internal\n    audience: 40 people\n  - stage: alpha\n    audience: 5-10 friendly customers\n  - stage: beta\n    audience: 10%\n  - stage: ga\n    audience: 100%\n',
      },
    },
    {
      good: false,
      files: {
        'search.rollout.md':
          '# Rollout: Search as you type\n\n| Stage | Audience | Duration |\n|---|---|---|\n| Beta | 25% | 1 week |\n| Wider beta | «10%» | 1 week |\n',
      },
    },
    {
      good: true,
      files: {
        'search.rollout.md':
          '# Rollout: Search as you type\n\n| Stage | Audience | Duration |\n|---|---|---|\n| Beta | 10% | 1 week |\n| Wider beta | 25% | 1 week |\n',
      },
    },
  ],
  check({ model }) {
    const reports: Report[] = [];
    let furthest: { readonly stage: Stage; readonly index: number; readonly rank: number } | undefined;
    let widest: { readonly percent: number; readonly name: string } | undefined;
    let most: { readonly size: number; readonly name: string } | undefined;
    (model.stages?.items ?? []).forEach((stage, index) => {
      const name = stageTitle(stage, index);
      const standard = standardStage(stage);
      const rank = standard === undefined ? undefined : order.indexOf(standard);
      if (rank !== undefined && furthest !== undefined && rank < furthest.rank) {
        reports.push({
          span: (stage.stage ?? stage).span,
          message: `"${name}" comes before "${stageTitle(furthest.stage, furthest.index)}". Put the stages in the order in which they reach people.`,
        });
      } else if (rank !== undefined) furthest = { stage, index, rank };
      const percent = percentOf(stage);
      if (percent !== undefined && widest !== undefined && percent < widest.percent) {
        reports.push({
          span: audienceSpan(stage),
          message: `The audience shrinks from ${widest.percent}% ("${widest.name}") to ${percent}%.`,
        });
      } else if (percent !== undefined) widest = { percent, name };
      // Own people are counted apart: forty colleagues before eight customers is no shrinking.
      const size =
        standard === 'internal' ? undefined : (stage.audience?.size?.number ?? stage.audience?.text?.audience.size);
      if (size !== undefined && most !== undefined && size < most.size) {
        reports.push({
          span: audienceSpan(stage),
          message: `The audience shrinks from ${most.size} ("${most.name}") to ${size}.`,
        });
      } else if (size !== undefined) most = { size, name };
    });
    return reports;
  },
});

function audienceSpan(stage: Stage): Report['span'] {
  const { audience } = stage;
  return (audience?.percent ?? audience?.size ?? audience?.text ?? audience ?? stage).span;
}
