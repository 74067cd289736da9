import { isForeign, type ParsedFile } from '../parse/file.ts';
import { entryOf, type MapNode, type Node, type ParsedDocument, type SyntaxProblem } from '../parse/tree.ts';
import { isKind, type Kind } from '../schema/kinds.ts';
import { spanOf, type Span } from '../text/span.ts';
import type { AnyArtifact, Artifact } from './artifact.ts';
import { interpretMarkdown, type MarkdownArtifact } from './markdown/interpret.ts';
import { kindByForm } from './markdown/recognised-kind.ts';
import { vocabulary, type Vocabulary } from './markdown/vocabulary.ts';
import type { ReadingProblem } from './problem.ts';
import { readModel, type Report } from './read.ts';
import { isNoValue, isPlaceholder } from './values/placeholder.ts';

/** What a file holds, as far as it is ours. */
export interface FileModel {
  readonly file: string;
  readonly artifacts: readonly AnyArtifact[];
  /** Documents that are ours but can't be parsed: what is wrong, and the id that still answers references. */
  readonly broken: readonly BrokenDocument[];
  /** Markdown templates that nobody has filled in: no artifacts, and one finding each. */
  readonly templates: readonly ReadingProblem[];
}

/** What a workspace decides about reading. */
export interface ModelOptions {
  /** The words of headings, labels and columns, a team's own among them. */
  readonly words?: Vocabulary;
}

export interface BrokenDocument {
  readonly problems: readonly SyntaxProblem[];
  readonly kind: Kind | undefined;
  readonly id: string | undefined;
  readonly span: Span;
}

/** Builds the artifacts of a parsed file; undefined when nothing in it is ours. */
export function buildFileModel(file: string, parsed: ParsedFile, options: ModelOptions = {}): FileModel | undefined {
  const artifacts: AnyArtifact[] = [];
  const broken: BrokenDocument[] = [];
  const templates: ReadingProblem[] = [];
  const unread = parsed.problems.length > 0 ? unreadFile(parsed) : undefined;
  if (unread) broken.push(unread);
  for (const document of parsed.markdown && hasNoFields(parsed) ? [withoutFields(parsed)] : parsed.documents) {
    const kind = kindOf(document, parsed) ?? kindOfIncluded(document, parsed, options);
    if (kind === undefined) continue;
    const { root } = document;
    if (document.problems.length > 0) broken.push(brokenDocument(document, kind, parsed));
    else if (parsed.markdown && (root === undefined || root.type === 'map')) {
      const interpreted = interpretMarkdown(kind, parsed.markdown, root, options.words ?? vocabulary);
      for (const written of interpreted.artifacts)
        artifacts.push(buildMarkdownArtifact(file, kind, written, document, parsed));
      templates.push(...interpreted.templates);
      const { problems } = parsed.markdown;
      if (problems.length > 0) broken.push({ problems, kind, id: undefined, span: parsed.markdown.span });
    } else if (root !== undefined) artifacts.push(buildArtifact(file, kind, document, root, parsed));
  }
  const isOurs = artifacts.length + broken.length + templates.length > 0 || isEmptyOfOurs(parsed);
  return isOurs ? { file, artifacts, broken, templates } : undefined;
}

/** In a folder that is ours by the setting, a document's headings tell its kind (SPEC 1). */
function kindOfIncluded(document: ParsedDocument, parsed: ParsedFile, options: ModelOptions): Kind | undefined {
  if (parsed.isIncluded !== true || isForeign(document) || writtenText(document.root, 'kind') !== undefined)
    return undefined;
  return kindByForm(parsed, options.words ?? vocabulary);
}

function hasNoFields({ documents, markdown }: ParsedFile): boolean {
  if (documents.length > 0 || markdown === undefined) return false;
  return markdown.problems.length > 0 || markdown.blocks.some(block => block.type !== 'break');
}

/** Markdown without front matter is a document all the same. */
function withoutFields(parsed: ParsedFile): ParsedDocument {
  return { root: undefined, span: parsed.markdown?.span ?? spanOf(0, parsed.text.length), problems: [] };
}

function buildMarkdownArtifact(
  file: string,
  kind: Kind,
  written: MarkdownArtifact,
  document: ParsedDocument,
  parsed: ParsedFile,
): AnyArtifact {
  const artifact = buildArtifact(file, kind, { ...document, span: written.span }, written.root, parsed);
  const head = ['id', 'title'].map(name => (document.root?.type === 'map' ? entryOf(document.root, name) : undefined));
  const anchor = head.find(entry => entry !== undefined)?.key.span ?? written.anchor;
  const problems = [...artifact.problems, ...written.problems];
  const { form } = written;
  const rollback = form.rollback && readModel('rollout', form.rollback, problem => problems.push(problem)).rollback;
  return { ...artifact, anchor, problems, form, ...(rollback && { rollback }) };
}

/** A file that bears one of our suffixes is ours even while nothing stands in it. */
function isEmptyOfOurs(parsed: ParsedFile): boolean {
  return parsed.name.suffixKind !== undefined && parsed.documents.every(document => document.root === undefined);
}

/** What could not be read as a whole: ours by its suffix, or by the `kind` that stands in it for all to see. */
function unreadFile(parsed: ParsedFile): BrokenDocument | undefined {
  const span = spanOf(0, parsed.text.length);
  const seen = seenIn(parsed.text, span);
  const kind = seen.kind === undefined ? parsed.name.suffixKind : isKind(seen.kind) ? seen.kind : undefined;
  if (kind === undefined || seen.isForeign) return undefined;
  return { problems: parsed.problems, kind, id: seen.id ?? parsed.name.stem, span };
}

/** `kind` wins over the suffix; a word that is no kind of ours makes the document somebody else's (SPEC 8, "What is ours"). */
function kindOf(document: ParsedDocument, parsed: ParsedFile): Kind | undefined {
  if (document.root === undefined && document.problems.length > 0) {
    const seen = seenIn(parsed.text, document.span);
    if (seen.isForeign) return undefined;
    return seen.kind === undefined ? parsed.name.suffixKind : isKind(seen.kind) ? seen.kind : undefined;
  }
  if (isForeign(document)) return undefined;
  const written = writtenText(document.root, 'kind');
  if (written === undefined) return parsed.name.suffixKind;
  return isKind(written) ? written : undefined;
}

function brokenDocument(document: ParsedDocument, kind: Kind, parsed: ParsedFile): BrokenDocument {
  const written =
    document.root === undefined ? seenIn(parsed.text, document.span).id : writtenText(document.root, 'id');
  return {
    problems: document.problems,
    kind,
    id: written ?? (parsed.documents.length === 1 ? parsed.name.stem : undefined),
    span: document.span,
  };
}

/** The text under a key, where it says anything. */
function writtenText(root: Node | undefined, key: string): string | undefined {
  const value = root?.type === 'map' ? entryOf(root, key)?.value : undefined;
  if (value?.type !== 'scalar' || value.value === null) return undefined;
  if (isNoValue(value.text) || isPlaceholder(value.text)) return undefined;
  return value.text.trim();
}

interface Seen {
  readonly kind: string | undefined;
  readonly id: string | undefined;
  readonly isForeign: boolean;
}

/** What a person sees at the left margin of text that no parser gets through: enough to know whose it is. */
function seenIn(text: string, span: Span): Seen {
  const margin = text.slice(span.start, Math.min(span.end, span.start + longestLook));
  const field = (name: string): string | undefined =>
    new RegExp(`^\\ufeff?${name}:[ \\t]*["']?([^\\s"'#]{1,200})`, 'm').exec(margin)?.[1];
  return { kind: field('kind'), id: field('id'), isForeign: field('apiVersion') !== undefined };
}

const longestLook = 100_000;

function buildArtifact(
  file: string,
  kind: Kind,
  document: ParsedDocument,
  root: Node,
  parsed: ParsedFile,
): AnyArtifact {
  const problems: ReadingProblem[] = [];
  const model = readModel(
    kind,
    root,
    onceEach(problem => problems.push(problem)),
  );
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

/** What an anchor marks is read wherever an alias stands for it; what is wrong with it is mended once. */
function onceEach(report: Report): Report {
  const reported = new Set<string>();
  return problem => {
    const key = `${problem.code} ${problem.span.start} ${problem.span.end} ${problem.message}`;
    if (reported.has(key)) return;
    reported.add(key);
    report(problem);
  };
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
