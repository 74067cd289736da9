import { isAbsent } from '../../model/located.ts';
import { defineRule } from '../rule.ts';
import { writeIn } from '../fix.ts';
import { launchTiers } from '../launch-tiers.ts';

export const launchTierMissing = defineRule({
  id: 'launch/tier-missing',
  about: 'launch',
  severity: 'warning',
  summary: 'A launch without a tier.',
  why: 'The tier says how much of it all is needed: a press release and a changelog line are both launches.',
  examples: [
    { good: false, files: { 'search.launch.yaml': '«id»: LA-005\ndate: 2026-12-14\n' } },
    { good: true, files: { 'search.launch.yaml': 'id: LA-005\ntier: 3\n' } },
    { good: false, files: { 'search.launch.md': '# «Launch: Search as you type»\n\n**Launch date:** 2026-12-14\n' } },
    {
      good: true,
      files: {
        'search.launch.md':
          '# Launch: Search as you type\n\n**Launch tier:** [ ] Tier 1  [ ] Tier 2  [x] Tier 3  [ ] Tier 4\n**Launch date:** 2026-12-14\n',
      },
    },
  ],
  check: ({ part, model }) =>
    isAbsent(model, 'tier')
      ? [
          {
            span: part.anchor,
            message:
              'This launch has no tier. From 1 (everything) to 4 (release notes): until then, all six components count.',
            fixes: ([1, 2, 3, 4] as const).map(tier => ({
              title: `Tier ${tier} (${launchTiers[tier]})`,
              changes: [writeIn(part, [], { tier })],
              isAnswer: true as const,
            })),
          },
        ]
      : [],
});
