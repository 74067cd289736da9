import type { FileModel } from '../../model/file-model.ts';
import type { ModelValue } from '../../model/located.ts';
import { lengthenedBy } from './shifted.ts';
import type { TextEdit } from '../edits.ts';
import type { Span } from '../../text/span.ts';
import { aliasAt, type Written } from './rewrite.ts';

/** A file as it was read. */
export interface ReadText {
  readonly written: Written;
  readonly model: FileModel;
}

/**
 * Whether a file says the same after its edits as before, but for the places that were edited: these say what is wanted.
 * Nothing else may have come, gone or changed, no finding of reading either.
 */
export function saysTheSame(
  before: ReadText,
  after: ReadText,
  edits: readonly TextEdit[],
  words: { readonly areOld: (text: string) => boolean; readonly areNew: (text: string) => boolean },
): boolean {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  const then = factsOf(
    before,
    sorted.map(({ span }) => span),
    words.areOld,
  );
  const now = factsOf(after, lengthenedBy(sorted), words.areNew);
  return then.length === now.length && then.every((fact, index) => fact === now[index]);
}

const edited = '\u0000edited';

/** All that the model of a file says, places left out. */
function factsOf({ written, model }: ReadText, places: readonly Span[], areMeant: (text: string) => boolean): string[] {
  const facts: string[] = [];

  function leaf(type: string, text: string, span: Span): void {
    // What is concluded from where a name stands (that it is primary) has its place and other words.
    if (meetsAny(places, span)) facts.push(areMeant(text) ? edited : text);
    // What is called by its beginning, or by an alias, has in the model the name of what it stands for.
    else if (type === 'reference' || aliasAt(written, span) !== undefined)
      facts.push(written.text.slice(span.start, span.end));
    else facts.push(text);
  }

  function walk(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      facts.push(`[${value.length}`);
      for (const item of value) walk(item);
      return;
    }
    const node = value as ModelValue | { readonly type?: undefined; readonly name: string; readonly value: unknown };
    if (node.type === undefined) {
      facts.push(node.name);
      walk(node.value);
    } else if (node.type === 'list') walk(node.items);
    else if (node.type === 'map') walk(node.entries);
    else if (node.type === 'object') {
      for (const [field, inner] of Object.entries(node)) {
        if (field === 'type' || field === 'span' || field === 'key') continue;
        facts.push(field);
        if (field === 'blanks') facts.push(node.blanks?.join() ?? '');
        else walk(inner);
      }
    } else leaf(node.type, node.type === 'reference' ? node.id : node.text, node.span);
  }

  for (const artifact of model.artifacts) {
    const hasEditedId = artifact.idSpan !== undefined && meetsAny(places, artifact.idSpan);
    const isAlias = artifact.idSpan !== undefined && aliasAt(written, artifact.idSpan) !== undefined;
    facts.push(artifact.kind, hasEditedId || isAlias ? edited : artifact.id);
    facts.push(artifact.problems.map(({ code }) => code).join());
    walk(artifact.model);
  }
  facts.push(`${model.broken.length} ${model.templates.length}`);
  return facts;
}

/** The places are in order, and lie apart. */
function meetsAny(places: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = places.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const place = places[middle];
    if (place === undefined) return false;
    if (place.end <= start && place.end !== place.start) low = middle + 1;
    else if (place.start >= end) high = middle - 1;
    else return true;
  }
  return false;
}
