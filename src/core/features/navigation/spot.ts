import type { AnyArtifact } from '../../model/artifact.ts';
import type { Kind } from '../../schema/kinds.ts';
import { spanOf, touches, type Span } from '../../text/span.ts';
import type { MetricPlace } from '../../workspace/lookup.ts';
import { mentionsIn, type Mention } from './mentions.ts';
import { meaningOf, type Sight } from './metric-meaning.ts';

/** What is looked for: everything of a kind that has an id, or metrics. */
export type Subject =
  | { readonly about: 'artifact'; readonly id: string; readonly kind: Kind }
  /** More than one where a name is used in several hierarchies and none is nearer. */
  | { readonly about: 'metric'; readonly places: readonly MetricPlace[] };

/** What the caret is on. */
export interface Spot {
  readonly mention: Mention;
  /** The characters that are the id or name: no quotes, and of a sentence its beginning. */
  readonly span: Span;
  readonly subject: Subject;
}

/**
 * The id or name at an offset of the file's present text. In a document that can't be parsed at the moment what its last
 * good state says still holds where its words stand unchanged.
 */
export function spotAt(sight: Sight, file: string, text: string, offset: number): Spot | undefined {
  const entry = sight.workspace.get(file);
  if (entry === undefined) return undefined;
  let nearest: Spot | undefined;
  for (const { artifact, stale } of entry.shown) {
    for (const mention of touchedMentions(artifact, offset)) {
      const written = writtenSpan(text, mention.span);
      if (stale && !text.slice(written.start, written.end).startsWith(mention.text)) continue;
      const spot = spotOf(sight, mention, written);
      if (!touches(spot.span, offset)) continue;
      const isNearer = nearest === undefined || lengthOf(spot.span) < lengthOf(nearest.span);
      if (isNearer) nearest = spot;
    }
  }
  return nearest;
}

function touchedMentions(artifact: AnyArtifact, offset: number): readonly Mention[] {
  return mentionsIn(artifact).filter(({ span }) => touches(span, offset));
}

function spotOf(sight: Sight, mention: Mention, written: Span): Spot {
  if (mention.about === 'artifact')
    return { mention, span: written, subject: { about: 'artifact', id: mention.text, kind: mention.kind } };
  const { places, length } = meaningOf(mention, sight);
  const span = mention.role === 'sentence' ? spanOf(written.start, written.start + length) : written;
  return { mention, span, subject: { about: 'metric', places } };
}

/** A value without the quotes around it; of anything else all of it. */
export function writtenSpan(text: string, span: Span): Span {
  const first = text[span.start];
  const isQuoted = (first === '"' || first === "'") && span.end - span.start > 1 && text[span.end - 1] === first;
  return isQuoted ? spanOf(span.start + 1, span.end - 1) : span;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
