import { isAbsent } from '../../model/located.ts';
import { defineRule } from '../rule.ts';
import { nameSomebody, write } from '../fix.ts';

export const ownerMissing = defineRule({
  id: 'bet/owner-missing',
  about: 'bet',
  severity: 'warning',
  asksFor: 'owner',
  summary: 'A bet without an owner.',
  why: 'A bet that belongs to everybody is concluded by nobody.',
  examples: [
    { good: false, files: { 'search.bet.yaml': '«id»: BET-005\ntitle: Search as you type\n' } },
    { good: true, files: { 'search.bet.yaml': 'id: BET-005\ntitle: Search as you type\nowner: Maria Lind\n' } },
    { good: false, files: { 'search.bet.md': '# «BET-005: Search as you type»\n\n**Status:** Proposed\n' } },
    { good: true, files: { 'search.bet.md': '# BET-005: Search as you type\n\n**Owner:** Maria Lind\n' } },
  ],
  check({ bet, artifact, metrics, rollout, retro, launch }) {
    if (!isAbsent(bet, 'owner')) return [];
    const around = [metrics, rollout, launch, retro].map(part => part?.model);
    return [
      {
        span: artifact.anchor,
        message: 'Nobody owns this bet. Name the one person who answers for its decision.',
        fixes: nameSomebody(
          around,
          name => `Owner: ${name}`,
          owner => [write(artifact, [], { owner })],
        ),
      },
    ];
  },
});
