import { gaIndex, reachesSomeCustomers } from '../../model/stages.ts';
import { defineRule } from '../rule.ts';
import { pathIn, type Fix } from '../fix.ts';
import { stagesBeforeGa } from '../usual-stages.ts';

export const bigBang = defineRule({
  id: 'rollout/big-bang',
  about: 'rollout',
  severity: 'error',
  summary:
    'No stage before GA reaches customers in part: the first stage already reaches everyone, or GA follows internal use directly.',
  why: 'Shipped to everyone at once, a mistake costs every customer, and there is no one left to compare with.',
  examples: [
    { good: false, files: { 'search.rollout.yaml': 'id: RO-005\nstages:\n  - stage: internal\n  - stage: «ga»\n' } },
    {
      good: false,
      files: { 'search.rollout.yaml': 'id: RO-005\nstages:\n  - stage: «Everyone»\n    audience: 100%\n' },
    },
    {
      good: true,
      files: {
        'search.rollout.yaml':
          'id: RO-005\nstages:\n  - stage: internal\n  - stage: beta\n    audience: 10%\n  - stage: ga\n',
      },
    },
    { good: true, files: { 'search.rollout.yaml': 'id: RO-005\nstages:\n  - stage: internal\n' } },
    {
      good: false,
      files: {
        'search.rollout.md':
          '# Rollout: Search as you type\n\n## Stage 0: Internal\n\n**Duration:** 3 days\n\n## Stage 1: «GA»\n\n**Duration:** Ongoing\n',
      },
    },
    {
      good: true,
      files: {
        'search.rollout.md':
          '# Rollout: Search as you type\n\n## Stage 0: Internal\n\n**Duration:** 3 days\n\n## Stage 1: Beta (10%)\n\n**Duration:** 2 weeks\n\n## Stage 2: GA\n\n**Duration:** Ongoing\n',
      },
    },
  ],
  check({ part, model }) {
    const stages = model.stages?.items ?? [];
    const index = gaIndex(model);
    const ga = index === undefined ? undefined : stages[index];
    if (index === undefined || ga === undefined || stages.slice(0, index).some(reachesSomeCustomers)) return [];
    const message = 'Everyone gets this at once. Put a stage before it that reaches some customers first, such as 10%.';
    const fix: Fix = {
      title: 'Put an alpha and a beta stage before it',
      changes: [
        { type: 'insert', artifact: part.holder, path: pathIn(part, ['stages', index]), items: stagesBeforeGa },
      ],
    };
    // What has happened is not planned any more.
    return [{ span: (ga.stage ?? ga).span, message, fixes: ga.started === undefined ? [fix] : [] }];
  },
});
