import { isForeign, type ParsedFile } from '../parse/file.ts';
import {
  entryOf,
  scalarText,
  type MapNode,
  type Node,
  type ParsedDocument,
  type SyntaxProblem,
} from '../parse/tree.ts';
import { isKind, type Kind } from '../schema/kinds.ts';
import { spanOf, type Span } from '../text/span.ts';
import type { AnyArtifact, Artifact } from './artifact.ts';
import type { ReadingProblem } from './problem.ts';
import { readModel } from './read.ts';

/** What a file holds, as far as it is ours. */
export interface FileModel {
  readonly file: string;
  readonly artifacts: readonly AnyArtifact[];
  /** Documents that are ours but can't be parsed: what is wrong, and the id that still answers references. */
  readonly broken: readonly BrokenDocument[];
}

export interface BrokenDocument {
  readonly problems: readonly SyntaxProblem[];
  readonly kind: Kind | undefined;
  readonly id: string | undefined;
  readonly span: Span;
}

/** Builds the artifacts of a parsed file; undefined when nothing in it is ours. */
export function buildFileModel(file: string, parsed: ParsedFile): FileModel | undefined {
  const artifacts: AnyArtifact[] = [];
  const broken: BrokenDocument[] = [];
  if (parsed.problems.length > 0 && parsed.name.suffixKind !== undefined) {
    broken.push({
      problems: parsed.problems,
      kind: parsed.name.suffixKind,
      id: parsed.name.stem,
      span: spanOf(0, parsed.text.length),
    });
  }
  for (const document of parsed.documents) {
    const kind = kindOf(document, parsed);
    if (kind === undefined) continue;
    if (document.problems.length > 0) broken.push(brokenDocument(document, kind, parsed));
    else if (document.root !== undefined) artifacts.push(buildArtifact(file, kind, document, document.root, parsed));
  }
  return artifacts.length + broken.length === 0 && !isEmptyOfOurs(parsed) ? undefined : { file, artifacts, broken };
}

/** A file that bears one of our suffixes is ours even while nothing stands in it. */
function isEmptyOfOurs(parsed: ParsedFile): boolean {
  return parsed.name.suffixKind !== undefined && parsed.documents.every(document => document.root === undefined);
}

/** `kind` wins over the suffix; a word that is no kind of ours makes the document somebody else's (SPEC 8, "What is ours"). */
function kindOf(document: ParsedDocument, parsed: ParsedFile): Kind | undefined {
  if (isForeign(document)) return undefined;
  const written = scalarText(document.root, 'kind');
  if (written === undefined || written.trim() === '') return parsed.name.suffixKind;
  return isKind(written) ? written : undefined;
}

function brokenDocument(document: ParsedDocument, kind: Kind, parsed: ParsedFile): BrokenDocument {
  return {
    problems: document.problems,
    kind,
    id: scalarText(document.root, 'id') ?? (parsed.documents.length === 1 ? parsed.name.stem : undefined),
    span: document.span,
  };
}

function buildArtifact(
  file: string,
  kind: Kind,
  document: ParsedDocument,
  root: Node,
  parsed: ParsedFile,
): AnyArtifact {
  const problems: ReadingProblem[] = [];
  const model = readModel(kind, root, problem => problems.push(problem));
  const map = root.type === 'map' ? root : undefined;
  const suffixKind = parsed.name.suffixKind;
  const kindEntry = map && entryOf(map, 'kind');
  if (suffixKind !== undefined && kindEntry && suffixKind !== kind) {
    const message = `The file's name says "${suffixKind}", this says "${kind}"; "${kind}" holds. Rename the file or change this.`;
    problems.push({ code: 'conflict', message, span: kindEntry.value.span });
  }
  const id = model.id?.text.trim();
  const title = model.title?.text.trim();
  const known = id === undefined || id === '' ? parsed.name.stem : id;
  // What is kept beside the text must not hold on to the text (a slice of a string keeps the whole of it alive).
  const artifact: Artifact = {
    kind,
    id: known,
    idSpan: model.id?.span,
    title: title === undefined || title === '' ? known : title,
    file,
    model,
    span: document.span,
    anchor: anchorOf(map, document, parsed),
    problems,
  };
  return artifact as AnyArtifact;
}

function anchorOf(map: MapNode | undefined, document: ParsedDocument, parsed: ParsedFile): Span {
  for (const name of ['id', 'title', 'kind']) {
    const entry = map && entryOf(map, name);
    if (entry) return entry.key.span;
  }
  const { start } = document.span;
  const end = parsed.text.slice(start, start + 500).search(/[\r\n]/);
  return spanOf(start, end === -1 ? Math.min(document.span.end, start + 500) : start + end);
}
