import type { AnyArtifact } from '../../model/artifact.ts';
import { metricKey, tiers, type Tier } from '../../model/tiers.ts';
import type { Kind } from '../../schema/kinds.ts';
import { betCase } from '../../workspace/bet-case.ts';
import { seenMetric, type SeenMetric, type Surroundings } from './surroundings.ts';
import type { Candidate, Candidates, ValueQuestion } from './values.ts';

/** Ids of one kind, found by id or title. */
export function artifactCandidates(question: ValueQuestion, kind: Kind): Candidates {
  const { around, listed } = question;
  const taken = new Set(listed);
  const { catalog, ownId } = around;
  return capped(
    catalog.artifacts(kind),
    question,
    artifact => {
      if ((artifact.id === ownId && artifact.kind === around.kind) || taken.has(artifact.id)) return undefined;
      return { text: artifact.id, kind: 'artifact', also: artifact.title };
    },
    artifact => artifactDetail(artifact, around),
  );
}

/** Title, status and owner on one line. */
export function artifactDetail(artifact: AnyArtifact, { judge }: Surroundings): string {
  const status = artifact.kind === 'bet' ? betCase(artifact, judge.workspace.lookup, judge.settings).status : undefined;
  const owner = artifact.model.owner?.name?.text.trim();
  const title = artifact.title === artifact.id ? undefined : artifact.title;
  return [title, status, owner].filter(part => part !== undefined && part !== '').join(' · ');
}

/**
 * Ids of metrics. `drives` points up, among the metrics of the same hierarchy; elsewhere the metrics at hand come first,
 * and then, if there are none, those of the workspace.
 */
export function metricCandidates(question: ValueQuestion): Candidates {
  const { around, listed } = question;
  const taken = new Set(listed.map(metricKey));
  const near = question.field === 'drives' ? above(question) : byNeed(question);
  const isFree = (metric: SeenMetric): boolean =>
    !taken.has(metricKey(metric.id)) && !taken.has(metricKey(metric.name));
  if (near.length > 0 || around.metrics.length > 0 || question.field === 'drives')
    return capped(near.filter(isFree), question, metric => metricCandidate(metric), metricDetail);
  return capped(
    around.catalog.metrics(),
    question,
    ({ metric }) => (isFree(seenMetric(metric)) ? metricCandidate(seenMetric(metric)) : undefined),
    ({ metric, holder }) => `${metricDetail(seenMetric(metric))} · ${holder.id}`,
  );
}

/** What a metric of this tier may drive: anything above it, the next tier first; a lagging metric other lagging ones. */
function above({ around, path, beside }: ValueQuestion): readonly SeenMetric[] {
  const tier = path.find((name): name is Tier => (tiers as readonly string[]).includes(name));
  if (tier === undefined) return [];
  const own = metricKey(beside('id') ?? beside('name') ?? '');
  const level = tiers.indexOf(tier);
  const isAbove = (metric: SeenMetric): boolean =>
    level === 0 ? metric.tier === 'lagging' && metricKey(metric.id) !== own : tiers.indexOf(metric.tier) < level;
  const distance = (metric: SeenMetric): number => Math.abs(level - tiers.indexOf(metric.tier));
  const usable = around.metrics.filter(metric => isAbove(metric) && metric.tier !== 'guardrails');
  return usable.sort((a, b) => distance(a) - distance(b));
}

/** A trigger is mostly about a guardrail, a retro about everything. */
function byNeed({ around, object }: ValueQuestion): readonly SeenMetric[] {
  if (object !== 'Trigger') return [...around.metrics].sort((a, b) => rank(a) - rank(b));
  const guardrails = around.metrics.filter(metric => metric.tier === 'guardrails');
  return [...guardrails, ...around.metrics.filter(metric => metric.tier !== 'guardrails')];
}

function rank({ tier }: SeenMetric): number {
  return ['core', 'leading', 'lagging', 'guardrails'].indexOf(tier);
}

function metricCandidate({ id, name }: SeenMetric): Candidate {
  return { text: id, kind: 'metric', ...(name !== id && { also: name }) };
}

const tierNames: Readonly<Record<Tier, string>> = {
  lagging: 'lagging',
  core: 'core',
  leading: 'leading',
  guardrails: 'guardrail',
};

export function metricDetail({ id, name, tier, threshold, target }: SeenMetric): string {
  const limit = threshold ?? (target === undefined ? undefined : `target ${target}`);
  return [name === id ? undefined : name, tierNames[tier], limit].filter(part => part !== undefined).join(' · ');
}

/** Details are made for what is listed alone. */
function capped<Thing>(
  things: readonly Thing[],
  { typed, limit }: ValueQuestion,
  candidate: (thing: Thing) => Candidate | undefined,
  detail: (thing: Thing) => string,
): Candidates {
  const wanted = things.length > limit ? typed.trim().toLowerCase() : '';
  const candidates: Candidate[] = [];
  const seen = new Set<string>();
  for (const thing of things) {
    const made = candidate(thing);
    if (made === undefined || seen.has(made.text)) continue;
    if (!made.text.toLowerCase().includes(wanted) && made.also?.toLowerCase().includes(wanted) !== true) continue;
    if (candidates.length === limit) return { candidates, isIncomplete: true };
    seen.add(made.text);
    const said = detail(thing);
    candidates.push({ ...made, ...(said !== '' && { detail: said }) });
  }
  return { candidates, isIncomplete: things.length > limit };
}
