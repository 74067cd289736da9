import type { AnyArtifact } from '../../model/artifact.ts';
import type { ReferenceValue } from '../../model/located.ts';
import { metricKey, metricKeys, metricsOf } from '../../model/tiers.ts';
import type { Lookup } from '../../workspace/lookup.ts';
import { embeddedPart } from '../../workspace/part.ts';
import { referencesIn } from '../../workspace/references.ts';
import { readingReports } from '../document/reading.ts';
import { defineRule, type Report } from '../rule.ts';
import { chosen, type Fix } from '../fix.ts';

export const unknown = defineRule({
  id: 'reference/unknown',
  about: 'artifact',
  severity: 'error',
  alsoConcluded: true,
  summary: 'An id that no artifact or metric has.',
  why: 'A bet whose metrics point nowhere is judged by nothing, and a metric that drives nothing known hangs in the air.',
  examples: [
    { good: false, files: { 'search.bet.yaml': 'id: BET-005\nmetrics: «MX-999»\n' } },
    {
      good: false,
      files: {
        'search.metrics.yaml':
          'id: MX-005\ncore:\n  - name: Search success\nleading:\n  - name: Clicks\n    drives: [«search-succes»]\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.yaml': 'id: BET-005\nmetrics: MX-005\n',
        'search.metrics.yaml': 'id: MX-005\ncore:\n  - name: Search success\n',
      },
    },
    // A name does as well as an id, in any case.
    {
      good: true,
      files: {
        'search.metrics.yaml':
          'id: MX-005\ncore:\n  - name: Search success\nleading:\n  - name: Clicks\n    drives: search SUCCESS\n',
      },
    },
    { good: false, files: { 'search.rollout.md': '# Rollout: Search as you type\n\n**Bet:** «BET-999»\n' } },
    {
      good: true,
      files: {
        'search.rollout.md': '# Rollout: Search as you type\n\n**Bet:** BET-005\n',
        'search.bet.md': '# BET-005: Search as you type\n',
      },
    },
  ],
  check(artifact, { lookup }) {
    const reports: Report[] = [...readingReports(artifact, 'missing')];
    const triggers = triggerMetrics(artifact);
    const own = ownMetricKeys(artifact);
    for (const reference of referencesIn(artifact.model)) {
      // What a trigger names has a rule of its own.
      if (reference.orText === true || triggers.has(reference)) continue;
      const known = reference.target === 'metric' ? isMetric(reference, own, lookup) : isArtifact(reference, lookup);
      if (known) continue;
      const fix: Fix = {
        title: `Change to "${chosen}"`,
        changes: [{ type: 'replace', span: reference.span, text: chosen }],
        choices: { of: 'known', target: reference.target, near: reference.id },
      };
      reports.push({ span: reference.span, message: messageFor(reference, lookup), fixes: [fix] });
    }
    return reports;
  },
});

function isArtifact(reference: ReferenceValue, lookup: Lookup): boolean {
  return lookup
    .withId(reference.id)
    .some(
      target => (target.type === 'part' ? target.part.kind : (target.kind ?? reference.target)) === reference.target,
    );
}

/** Looked up in the same hierarchy, then in the bet's, then in the workspace (SPEC 8, "Ids and names"): what the last holds, it holds for all. */
function isMetric(reference: ReferenceValue, own: ReadonlySet<string>, lookup: Lookup): boolean {
  return own.has(metricKey(reference.id)) || lookup.hasMetric(reference.id);
}

/** Under what the metrics of the document itself are found. */
function ownMetricKeys(artifact: AnyArtifact): ReadonlySet<string> {
  const own =
    artifact.kind === 'metrics'
      ? artifact.model
      : artifact.kind === 'bet'
        ? embeddedPart(artifact, 'metrics')?.model
        : undefined;
  return new Set(own === undefined ? [] : metricsOf(own).flatMap(metricKeys));
}

function triggerMetrics(artifact: AnyArtifact): ReadonlySet<ReferenceValue> {
  const rollout =
    artifact.kind === 'rollout'
      ? artifact.model
      : artifact.kind === 'bet'
        ? embeddedPart(artifact, 'rollout')?.model
        : undefined;
  return new Set(rollout?.rollback?.triggers?.items.flatMap(trigger => trigger.metric ?? []));
}

function messageFor(reference: ReferenceValue, lookup: Lookup): string {
  const id = reference.id.length > 60 ? `${reference.id.slice(0, 57)}…` : reference.id;
  if (reference.target === 'metric')
    return `No metric is called "${id}". Write the id or the name of a metric of this workspace.`;
  const other = lookup.withId(reference.id).find(target => target.type === 'part');
  if (other?.type === 'part') return `"${id}" is a ${other.part.kind}, and a ${reference.target} belongs here.`;
  return `No ${reference.target} has the id "${id}". Correct the id, or write that document.`;
}
