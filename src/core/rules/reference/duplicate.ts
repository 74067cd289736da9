import type { AnyArtifact } from '../../model/artifact.ts';
import { metricKey, metricsOf, type TieredMetric } from '../../model/tiers.ts';
import type { Span } from '../../text/span.ts';
import type { Lookup, Target } from '../../workspace/lookup.ts';
import { isMetricsPart } from '../../workspace/index-store.ts';
import { embeddedParts, standalonePart, type Part } from '../../workspace/part.ts';
import { chosen, metricPath, writeIn, type Fix } from '../fix.ts';
import { metricPlace } from '../metrics-case.ts';
import { defineRule, type Related, type Report } from '../rule.ts';

export const duplicate = defineRule({
  id: 'reference/duplicate',
  about: 'artifact',
  severity: 'error',
  alsoConcluded: true,
  summary: 'An id that two artifacts, or two metrics of one hierarchy, have.',
  why: 'A reference to an id that two have could mean either, so what is judged by it is judged by chance.',
  examples: [
    { good: false, files: { 'search.bet.yaml': 'id: «BET-005»\n', 'filters.bet.yaml': 'id: «BET-005»\n' } },
    {
      good: false,
      files: { 'search.metrics.yaml': 'id: MX-005\ncore:\n  - name: «Search success»\n  - name: «Search success»\n' },
    },
    { good: true, files: { 'search.bet.yaml': 'id: BET-005\n', 'filters.bet.yaml': 'id: BET-006\n' } },
    {
      good: false,
      files: {
        'search.bet.md': '# «BET-005»: Search as you type\n\n**Status:** Proposed\n',
        'filters.bet.md': '# «BET-005»: Saved filters\n\n**Status:** Proposed\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.md': '# BET-005: Search as you type\n\n**Status:** Proposed\n',
        'filters.bet.md': '# BET-006: Saved filters\n\n**Status:** Proposed\n',
      },
    },
  ],
  check(artifact, { lookup }) {
    const parts: readonly Part[] = [standalonePart(artifact), ...embeddedParts(artifact)];
    return parts.flatMap(part => [...sameId(part, artifact, lookup), ...(isMetricsPart(part) ? sameMetric(part) : [])]);
  },
});

/** Other places of one id that are named: of a thousand files with one id, each would else name all. */
const maxRelated = 10;

function sameId(part: Part, artifact: AnyArtifact, lookup: Lookup): readonly Report[] {
  if (part.id === undefined) return [];
  const { all, called } = holdersAmong(lookup.withId(part.id));
  const written = part.idSpan;
  // Files that merely have the same name are no mistake until one of them is called by it.
  const holders = written === undefined ? called : all;
  const others = holders.slice(0, maxRelated + 1).filter(other => !isSame(other, part));
  if (others.length === 0) return [];
  const related: Related[] = others.slice(0, maxRelated).map(other => ({
    file: other.file,
    span: other.idSpan ?? other.anchor,
    message: `"${part.id ?? ''}" stands here too`,
  }));
  const untold = holders.length - related.length - (written === undefined ? 0 : 1);
  const more = untold > 0 ? ` and ${untold} more` : '';
  const places = related.map(({ file }) => file.slice(file.lastIndexOf('/') + 1)).join(', ') + more;
  return [
    {
      span: written ?? artifact.anchor,
      message: `The id "${part.id}" is given twice (also in ${places}). Give each its own.`,
      related,
      fixes: written === undefined ? [] : [renumbered(part.id, written)],
    },
  ];
}

function isSame(a: Part, b: Part): boolean {
  return a.holder === b.holder && a.kind === b.kind && a.embedded === b.embedded;
}

interface Holders {
  readonly all: readonly Part[];
  /** Those in which the id is written. */
  readonly called: readonly Part[];
}

/** Of thousands that share an id each asks the same: the answer is worked out once. */
const knownHolders = new WeakMap<readonly Target[], Holders>();

function holdersAmong(targets: readonly Target[]): Holders {
  const known = knownHolders.get(targets);
  if (known) return known;
  const all = targets.flatMap(target => (target.type === 'part' ? [target.part] : []));
  const holders = { all, called: all.filter(({ idSpan }) => idSpan !== undefined) };
  knownHolders.set(targets, holders);
  return holders;
}

function sameMetric(part: Part<'metrics'>): readonly Report[] {
  const byKey = new Map<string, TieredMetric[]>();
  for (const metric of metricsOf(part.model)) {
    const key = metricKey(metric.id);
    const known = byKey.get(key);
    if (known) known.push(metric);
    else byKey.set(key, [metric]);
  }
  return [...byKey.values()].flatMap(same =>
    same.length < 2 || same[0]?.id === ''
      ? []
      : same.map((metric, index) => ({
          fixes: index === 0 ? [] : [renamed(part, metric, byKey, index + 1)],
          span: metric.metric.id?.span ?? metricPlace(metric),
          message: `Two metrics of this hierarchy have the id "${metric.id}". Give one of them another name or id.`,
          related: same
            .slice(0, maxRelated + 1)
            .filter(other => other !== metric)
            .map(other => ({
              file: part.file,
              span: other.metric.id?.span ?? metricPlace(other),
              message: `"${metric.id}" stands here too`,
            })),
        })),
  );
}

function renumbered(id: string, span: Span): Fix {
  return {
    title: `Renumber to ${chosen}`,
    changes: [{ type: 'replace', span, text: chosen }],
    choices: { of: 'freeId', near: id },
  };
}

/** The first keeps the id that others refer to. */
function renamed(part: Part<'metrics'>, metric: TieredMetric, taken: ReadonlyMap<string, unknown>, from: number): Fix {
  let number = from;
  while (taken.has(metricKey(`${metric.id}-${number}`))) number++;
  const id = `${metric.id}-${number}`;
  return { title: `Give it the id ${id}`, changes: [writeIn(part, metricPath(part.model, metric), { id })] };
}
