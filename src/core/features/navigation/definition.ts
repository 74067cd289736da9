import { metricKey } from '../../model/tiers.ts';
import { spanOf, type Span } from '../../text/span.ts';
import type { MetricPlace, Target } from '../../workspace/lookup.ts';
import type { Sight } from './metric-meaning.ts';
import type { Subject } from './spot.ts';

/** Where something is defined. */
export interface Definition {
  readonly file: string;
  /** All of it; the selection lies in it. */
  readonly span: Span;
  /** The id or name that it is called by; the head of what has none written. */
  readonly selection: Span;
}

/**
 * Where the subject stands: several places where several have the id. An id that nothing of the wanted kind has leads to
 * what has it, and one whose document can't be parsed at the moment to that document.
 * @param called the id or name by which a metric is meant: it leads there, else to the metric's name
 */
export function definitionsOf(subject: Subject, sight: Sight, called = ''): readonly Definition[] {
  if (subject.about === 'metric') return subject.places.map(place => metricDefinition(place, called));
  const targets = sight.workspace.lookup.withId(subject.id);
  const wanted = targets.filter(target => (target.type === 'part' ? target.part.kind : target.kind) === subject.kind);
  return (wanted.length > 0 ? wanted : targets).flatMap(target => artifactDefinition(target, subject.id, sight));
}

function metricDefinition({ metric: { metric }, part }: MetricPlace, called: string): Definition {
  const isId = metric.id !== undefined && metricKey(metric.id.text) === metricKey(called);
  const selection = (isId ? metric.id : (metric.name ?? metric.id ?? metric)).span;
  return { file: part.file, span: around(metric.span, selection), selection };
}

function artifactDefinition(target: Target, id: string, { workspace }: Sight): readonly Definition[] {
  if (target.type === 'part') {
    const { part } = target;
    const selection = part.model.id?.span ?? part.anchor;
    const span = part.embedded ? part.model.span : part.holder.span;
    return [{ file: part.file, span: around(span, selection), selection }];
  }
  const { file } = target;
  const broken = workspace.get(file)?.model.broken.filter(document => document.id === id) ?? [];
  return broken.map(({ span }) => ({ file, span, selection: spanOf(span.start, span.start) }));
}

/** What an alias brings in stands elsewhere: the selection then stands for all of it. */
function around(span: Span, selection: Span): Span {
  return span.start <= selection.start && selection.end <= span.end ? span : selection;
}
