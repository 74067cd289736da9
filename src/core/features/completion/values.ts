import type { FieldInfo, LeafShape } from '../../schema/shape.ts';
import type { NameUse } from './catalog.ts';
import { dateCandidates, durationCandidates } from './dates.ts';
import type { ItemKind } from './item.ts';
import { quantityCandidates, thresholdCandidates } from './quantities.ts';
import { artifactCandidates, metricCandidates } from './references.ts';
import type { Surroundings } from './surroundings.ts';

/** A value that fits a field, before it is written in one notation or the other. */
export interface Candidate {
  readonly text: string;
  readonly kind: ItemKind;
  readonly detail?: string;
  /** What it is found by besides its own text. */
  readonly also?: string;
}

export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly isIncomplete: boolean;
}

/** A field whose value is asked for. */
export interface ValueQuestion {
  /** The object that the field belongs to, as in `fieldInfos`. */
  readonly object: string;
  readonly field: string;
  readonly leaf: LeafShape | { readonly type: 'embed'; readonly kind: Surroundings['kind'] };
  readonly info: FieldInfo | undefined;
  readonly around: Surroundings;
  /** Field names and lists that lead to it, from the document on. */
  readonly path: readonly string[];
  /** What stands in another field of the same object. */
  readonly beside: (field: string) => string | undefined;
  /** What the list holds already. */
  readonly listed: readonly string[];
  /** What has been typed of it, up to the caret. */
  readonly typed: string;
  /** So many ids and names are listed; more comes with what is typed. */
  readonly limit: number;
}

/** So many ids and names are listed at once. */
export const listLimit = 100;

/** Values that fit, the likeliest first; none where only the author can know. */
export function candidatesFor(question: ValueQuestion): Candidates {
  const { leaf } = question;
  if (leaf.type === 'embed') return artifactCandidates(question, leaf.kind);
  if (leaf.target === 'metric') return metricCandidates(question);
  if (leaf.target !== undefined) return artifactCandidates(question, leaf.target);
  const use = nameUse(question);
  if (use !== undefined) return names(question, use);
  return few([...words(question, leaf), ...readings(question, leaf)]);
}

function few(candidates: readonly Candidate[]): Candidates {
  return { candidates, isIncomplete: false };
}

/** Fields in which people are named. */
const people: ReadonlySet<string> = new Set([
  'Owner.name',
  'StageDecision.by',
  'DecisionEntry.by',
  'Decision.by',
  'Retro.facilitator',
  'Retro.attendees',
  'Alert.to',
]);

function nameUse({ object, field }: ValueQuestion): NameUse | undefined {
  if (people.has(`${object}.${field}`)) return 'person';
  if (field === 'block') return 'block';
  return field === 'tags' ? 'tag' : undefined;
}

function names({ around, listed, typed, limit }: ValueQuestion, use: NameUse): Candidates {
  const taken = new Set(listed);
  const all = around.catalog.names(use);
  const wanted = all.length > limit ? typed.trim().toLowerCase() : '';
  const candidates: Candidate[] = [];
  for (const text of all) {
    if (taken.has(text) || text === typed || !text.toLowerCase().includes(wanted)) continue;
    if (candidates.length === limit) return { candidates, isIncomplete: true };
    candidates.push({ text, kind: 'name' });
  }
  return { candidates, isIncomplete: all.length > limit };
}

/** A decision stands at a stage that can be left. */
const stagesLeft = ['internal', 'alpha', 'beta'];

function words(question: ValueQuestion, leaf: LeafShape): readonly Candidate[] {
  const { object, field } = question;
  const meanings = question.info?.words ?? {};
  const known = leaf.words ?? (object === 'DecisionEntry' && field === 'stage' ? stagesLeft : Object.keys(meanings));
  return fitting(question, known).map(text => ({
    text,
    kind: 'word',
    ...(Object.hasOwn(meanings, text) && { detail: meanings[text] ?? '' }),
  }));
}

const guardrailVerdicts: ReadonlySet<string> = new Set(['within', 'alert', 'breached']);

/** A guardrail is within or breached, any other metric hit or missed: a row's role says which. */
function fitting({ object, field, beside, path }: ValueQuestion, known: readonly string[]): readonly string[] {
  if (object === 'MetricResult' && field === 'verdict') {
    const role = beside('role');
    if (role === undefined) return known;
    return known.filter(word => guardrailVerdicts.has(word) === (role === 'guardrail'));
  }
  if (object === 'Metric' && field === 'cadence') return usualCadences(path, known);
  return known;
}

/** The slowest cadence that suits a tier comes first (SPEC 5, `metrics/cadence`). */
function usualCadences(path: readonly string[], known: readonly string[]): readonly string[] {
  const usual = path.includes('lagging') ? 'monthly' : path.includes('core') ? 'weekly' : 'daily';
  return [...known.filter(word => word === usual), ...known.filter(word => word !== usual)];
}

function readings(question: ValueQuestion, leaf: LeafShape): readonly Candidate[] {
  switch (leaf.reading) {
    case 'boolean':
      return [value('true'), value('false')];
    case 'date':
      return dateCandidates(question);
    case 'dateOrTrue':
      return [...dateCandidates(question), value('true', 'The day is not known')];
    case 'duration':
      return durationCandidates(question);
    case 'threshold':
      return thresholdCandidates(question);
    case 'quantity':
      return quantityCandidates(question);
    case 'percentage':
      return question.object === 'Audience' ? shares.map(share => value(share)) : [];
    default:
      return [];
  }
}

const shares = ['1%', '5%', '10%', '25%', '50%', '100%'];

function value(text: string, detail?: string): Candidate {
  return { text, kind: 'value', ...(detail !== undefined && { detail }) };
}
