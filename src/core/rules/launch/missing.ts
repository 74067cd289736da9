import { isFromBetaOn } from '../../model/stages.ts';
import { defineRule } from '../rule.ts';
import { write } from '../fix.ts';
import { launchTiers } from '../launch-tiers.ts';

const beta = 'rollout:\n  stages:\n    - stage: beta\n      audience: 10%\n      started: 2026-11-09\n';

export const launchMissing = defineRule({
  id: 'launch/missing',
  about: 'bet',
  severity: 'warning',
  lowered: true,
  asksFor: 'launch',
  summary: 'From the beta stage on: a bet without a launch checklist.',
  why: 'Go-to-market as an afterthought makes features that are available and not used. What sales, support and docs need takes weeks.',
  examples: [
    { good: false, files: { 'search.bet.yaml': `«id»: BET-005\n${beta}` } },
    { good: true, files: { 'search.bet.yaml': `id: BET-005\n${beta}launch:\n  tier: 4\n` } },
    { good: true, files: { 'search.bet.yaml': 'id: BET-005\nstatus: building\n' } },
    {
      good: false,
      files: {
        'search.bet.md':
          '# «BET-005: Search as you type»\n\n## Rollout\n\n### Stage 2: Beta (10%)\n\n**Started:** 2026-11-09\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n**Launch:** LA-005\n\n## Rollout\n\n### Stage 2: Beta (10%)\n\n**Started:** 2026-11-09\n',
        'search.launch.md': '# LA-005: Search as you type\n\n**Launch tier:** 4\n',
      },
    },
  ],
  check({ bet, artifact, rollout, launch, shipped }, { today }) {
    if (launch !== undefined || bet.launch !== undefined || bet.blanks?.includes('launch') === true) return [];
    if (!isFromBetaOn(rollout?.model, shipped, today)) return [];
    return [
      {
        span: artifact.anchor,
        message:
          'Customers are using this, and there is no launch checklist. Write "launch" with its tier and who does what.',
        fixes: ([1, 2, 3, 4] as const).map(tier => ({
          title: `Write a launch of tier ${tier} (${launchTiers[tier]})`,
          changes: [write(artifact, ['launch'], { owner: bet.owner?.name?.text, tier })],
          isAnswer: true as const,
        })),
      },
    ];
  },
});
