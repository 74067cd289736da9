import type { AnyArtifact } from '../../model/artifact.ts';
import type { Lookup } from '../../workspace/lookup.ts';
import { defineRule, type Report } from '../rule.ts';
import { readingReports } from './reading.ts';

export const conflict = defineRule({
  id: 'document/conflict',
  about: 'artifact',
  severity: 'warning',
  alsoConcluded: true,
  summary: 'The same thing is said in two places, and not alike.',
  why: 'Whoever reads one of the two places believes something that the other denies.',
  examples: [
    { good: false, files: { 'search.bet.yaml': 'kind: «metrics»\nid: MX-005\n' } },
    { good: true, files: { 'search.bet.yaml': 'kind: bet\nid: BET-005\n' } },
    {
      good: false,
      files: {
        'search.bet.md':
          '---\nkind: bet\nowner: Maria Lind\n---\n\n# BET-005: Search as you type\n\n**Owner:** «Tom Reyes»\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.md':
          '---\nkind: bet\nowner: Maria Lind\n---\n\n# BET-005: Search as you type\n\n**Status:** Building\n',
      },
    },
  ],
  check: (artifact, { lookup }) => [...readingReports(artifact, 'conflict'), ...otherBet(artifact, lookup)],
});

/** A rollout, retro or launch that names one bet while another names it, or while that bet names another (SPEC 8, "Ids and names"). */
function otherBet(artifact: AnyArtifact, lookup: Lookup): readonly Report[] {
  const { kind } = artifact;
  if (kind !== 'rollout' && kind !== 'retro' && kind !== 'launch') return [];
  const named = artifact.model.bet;
  if (named === undefined) return [];
  const bets = lookup
    .withId(named.id)
    .flatMap(target => (target.type === 'part' && target.part.holder.kind === 'bet' ? [target.part.holder] : []));
  const chosen = bets.map(bet => bet.model[kind]).find(link => link !== undefined);
  const isChosen = chosen?.type === 'reference' && chosen.id === artifact.id;
  if (isChosen) return [];
  const [bet] = bets;
  if (bet !== undefined && chosen !== undefined) {
    const other = chosen.type === 'reference' ? `"${chosen.id.slice(0, 60)}"` : 'one that is written in it';
    const message = `This is the ${kind} of "${named.id.slice(0, 60)}", and that bet names ${other}. Change one of the two.`;
    return [
      { span: named.span, message, related: [{ file: bet.file, span: chosen.span, message: 'what the bet names' }] },
    ];
  }
  for (const other of lookup.referringTo(artifact.id)) {
    const link = other.kind === 'bet' ? other.model[kind] : undefined;
    if (link?.type !== 'reference' || link.id !== artifact.id || other.id === named.id) continue;
    const message = `This is the ${kind} of "${named.id.slice(0, 60)}", and "${other.id.slice(0, 60)}" names it too. Change one of the two.`;
    return [
      { span: named.span, message, related: [{ file: other.file, span: link.span, message: 'the bet that names it' }] },
    ];
  }
  return [];
}
