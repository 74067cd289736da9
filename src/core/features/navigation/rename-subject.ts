import { kebabCase, metricKey, metricsOf, type TieredMetric } from '../../model/tiers.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { Span } from '../../text/span.ts';
import type { MetricPlace } from '../../workspace/lookup.ts';
import { isNoValue, isPlaceholder } from '../../model/values/placeholder.ts';
import type { Sight } from './metric-meaning.ts';
import { spotAt, type Spot } from './spot.ts';

/** What gets another id or name. A metric's id and name are renamed each for itself. */
export type RenameSubject =
  | { readonly about: 'artifact'; readonly id: string; readonly kind: Kind }
  | { readonly about: 'metric'; readonly place: MetricPlace; readonly by: 'id' | 'name' };

export interface Refusal {
  readonly type: 'refused';
  /** One sentence for people: what stands against it, and what to do. */
  readonly reason: string;
}

/** What can be renamed at a place: the characters that stand there, and what to begin the new text with. */
export interface RenameStart {
  readonly type: 'start';
  readonly span: Span;
  readonly placeholder: string;
  readonly subject: RenameSubject;
}

/** What the id or name at an offset would be renamed with, or why it can't be; undefined in a file that is not ours. */
export function renameAt(sight: Sight, file: string, text: string, offset: number): RenameStart | Refusal | undefined {
  const entry = sight.workspace.get(file);
  if (entry === undefined) return undefined;
  const spot = spotAt(sight, file, text, offset);
  if (spot === undefined) return renameNothing(sight, file, offset);
  const stale = entry.shown.some(shown => shown.stale && shown.artifact.file === file);
  if (stale) return refused(`${nameOf(file)} can't be read at the moment. Mend it first, then rename.`);
  return spot.subject.about === 'artifact' ? artifactStart(sight, spot) : metricStart(spot, text);
}

function renameNothing({ workspace }: Sight, file: string, offset: number): Refusal {
  const { artifacts = [] } = workspace.get(file)?.model ?? {};
  const at = artifacts.find(({ anchor, idSpan }) => idSpan === undefined && isIn(anchor, offset));
  if (at) return refused(byFileName(at.id));
  return refused('Put the caret on the id of an artifact, or on the id or the name of a metric.');
}

function isIn({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function artifactStart({ workspace }: Sight, { subject, span }: Spot): RenameStart | Refusal {
  if (subject.about !== 'artifact') return refused('');
  const { id, kind } = subject;
  const targets = workspace.lookup.withId(id);
  const own = targets.filter(target => (target.type === 'part' ? target.part.kind : (target.kind ?? kind)) === kind);
  const [only] = own;
  if (only === undefined) return refused(`No ${kind} has the id "${id}", so there is nothing to rename.`);
  if (own.length > 1)
    return refused(
      `"${id}" is the id of ${String(own.length)}, so it is not clear which is meant. Give each its own id first.`,
    );
  if (only.type === 'broken')
    return refused(`${nameOf(only.file)} has this id and can't be read at the moment. Mend it first.`);
  if (only.part.model.id === undefined) return refused(byFileName(id));
  return { type: 'start', span, placeholder: id, subject };
}

function byFileName(id: string): string {
  return `"${id}" is the name of the file, and no id is written in it. Rename the file: what refers to it follows.`;
}

function metricStart({ subject, mention, span }: Spot, text: string): RenameStart | Refusal {
  if (subject.about !== 'metric' || mention.about !== 'metric') return refused('');
  const [place] = subject.places;
  const written = text.slice(span.start, span.end);
  if (place === undefined) return refused(`No metric is called "${shown(written)}", so there is nothing to rename.`);
  if (subject.places.length > 1)
    return refused(`Several metrics are called "${shown(written)}". Rename the one that is meant where it stands.`);
  const same = metricsOf(place.part.model).filter(({ id }) => metricKey(id) === metricKey(place.metric.id));
  if (same.length > 1)
    return refused(`Two metrics of this hierarchy have the id "${place.metric.id}". Give each its own first.`);
  const by = mention.role === 'id' || mention.role === 'name' ? mention.role : calledBy(written, place.metric);
  return { type: 'start', span, placeholder: wordsOf(place.metric, by), subject: { about: 'metric', place, by } };
}

/** Whether a reference, as it is written, calls a metric by its id or by its name. Without a written id the name is all there is. */
export function calledBy(written: string, { id, name, metric }: TieredMetric): 'id' | 'name' {
  if (metric.id === undefined) return 'name';
  if (metric.name === undefined) return 'id';
  const key = metricKey(written);
  const isId = key === metricKey(id);
  // "first-value-action" and "First value action" are one key: what is written alike counts.
  if (isId && key === metricKey(name)) return written.trim() === id || !/\s/.test(written.trim()) ? 'id' : 'name';
  return isId ? 'id' : 'name';
}

/** The id or name as the metric has it. */
export function wordsOf(metric: TieredMetric, by: 'id' | 'name'): string {
  return by === 'id' ? metric.id : metric.name;
}

/** What a reference becomes: the new text, or of a metric without an id of its own the id that follows from its new name. */
export function newWordsFor(
  written: string,
  { place, by }: Extract<RenameSubject, { about: 'metric' }>,
  newText: string,
): string {
  const { metric } = place;
  const isDerivedId =
    by === 'name' && metric.metric.id === undefined && written === metric.id && written !== metric.name;
  return isDerivedId ? kebabCase(newText) : newText;
}

/** Longer ones are sentences. */
const longestText = 200;

/** Why something can't be called by this text; undefined where it can. */
export function whyNot(subject: RenameSubject, newText: string, { workspace }: Sight): string | undefined {
  const what = subject.about === 'artifact' || subject.by === 'id' ? 'An id' : 'A name';
  if (newText === '') return `${what} is needed.`;
  if (/[\r\n\u0085\u2028\u2029]/.test(newText)) return `${what} stands on one line.`;
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f\ufffd\ufeff]/.test(newText)) return `${what} has no control characters in it.`;
  if (newText.length > longestText) return `${what} has at most ${String(longestText)} characters.`;
  if (isNoValue(newText) || isPlaceholder(newText))
    return `"${newText}" would be read as no value at all. Choose another.`;
  if (subject.about === 'artifact') {
    const [taken] = workspace.lookup.withId(newText);
    if (taken === undefined) return undefined;
    const file = nameOf(taken.type === 'part' ? taken.part.file : taken.file);
    return `The id "${newText}" is taken, in ${file}. Choose another.`;
  }
  const { metric, part } = subject.place;
  const key = metricKey(newText);
  if (key === '') return `${what} needs a letter or a digit.`;
  const other = metricsOf(part.model).find(
    each => each.metric !== metric.metric && (metricKey(each.id) === key || metricKey(each.name) === key),
  );
  return other && `Another metric of this hierarchy is called "${other.name}". Choose another ${subject.by}.`;
}

export function refused(reason: string): Refusal {
  return { type: 'refused', reason };
}

/** A file as people call it. */
export function nameOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
