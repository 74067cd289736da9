import { hasPlaceFor } from '../../model/form.ts';
import { anchorOf, isAbsent } from '../../model/located.ts';
import { isFrom } from '../../model/status.ts';
import { defineRule } from '../rule.ts';
import { isPrimary, metricsOf, type TieredMetric } from '../../model/tiers.ts';
import { write } from '../fix.ts';

const outcomes = ['scale', 'iterate', 'kill'] as const;

export const criteriaMissing = defineRule({
  id: 'bet/criteria-missing',
  about: 'bet',
  severity: 'warning',
  lowered: true,
  asksFor: 'criteria',
  summary: 'A bet from building on for which not all of scale, iterate and kill are defined.',
  why: 'Agreed before the results are in, the criteria decide. Agreed afterwards, any result looks like success.',
  examples: [
    { good: false, files: { 'search.bet.yaml': '«id»: BET-005\nstatus: building\n' } },
    {
      good: false,
      files: { 'search.bet.yaml': 'id: BET-005\nstatus: building\n«criteria»:\n  scale: Search success reaches 45%\n' },
    },
    {
      good: true,
      files: {
        'search.bet.yaml':
          'id: BET-005\nstatus: building\ncriteria:\n  scale: Search success reaches 45%\n  iterate: It lands between 40% and 45%\n  kill: It stays under 40%\n',
      },
    },
    {
      good: false,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n**Status:** Building\n\n## Decision criteria\n\n**«Scale criteria:»** Search success reaches 45%\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n**Status:** Building\n\n## Decision criteria\n\n**Scale criteria:** Search success reaches 45%\n\n**Iterate criteria:** It lands between 40% and 45%\n\n**Kill criteria:** It stays under 40%\n',
      },
    },
  ],
  check({ bet, artifact, status, metrics }) {
    if (!isFrom(status, 'building') || bet.blanks?.includes('criteria') === true) return [];
    const { criteria } = bet;
    const absent = outcomes.filter(
      outcome =>
        hasPlaceFor(artifact.form, `criteria.${outcome}`) &&
        (criteria === undefined || isAbsent(criteria, outcome) || criteria[outcome]?.items.length === 0),
    );
    if (absent.length === 0) return [];
    const message = `Nobody has said what would make you ${absent.join(' or ')}. Agree on it before the results are in.`;
    const said = sentences(metrics && metricsOf(metrics.model));
    const fields = Object.fromEntries(absent.map(outcome => [outcome, [said[outcome]]]));
    const title = `Write what would make you ${absent.join(', ')}`;
    return [
      {
        span: criteria ? anchorOf(criteria) : artifact.anchor,
        message,
        fixes: [{ title, changes: [write(artifact, ['criteria'], fields)] }],
      },
    ];
  },
});

/** What the numbers that were promised say about each outcome. */
function sentences(metrics: readonly TieredMetric[] = []): Readonly<Record<(typeof outcomes)[number], string>> {
  const primary = metrics.find(metric => isPrimary(metric, metrics));
  const name = primary?.name.replace(/\s+/g, ' ').slice(0, 80) ?? 'The primary metric';
  const target = primary?.metric.target?.text;
  const baseline = primary?.metric.baseline?.text;
  return {
    scale: `${name} reaches ${target ?? 'its target'}, and no guardrail is breached`,
    iterate: `${name} gets better than ${baseline ?? 'its baseline'} and stays short of ${target ?? 'its target'}`,
    kill: `${name} gets no better than ${baseline ?? 'its baseline'}`,
  };
}
