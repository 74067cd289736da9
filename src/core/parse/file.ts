import { lineStartsOf, type LineStarts } from '../text/lines.ts';
import { spanOf, type Span } from '../text/span.ts';
import { readFileName, type FileName } from './file-name.ts';
import { splitFrontMatter } from './front-matter.ts';
import { entryOf, type ParsedDocument, type SyntaxProblem } from './tree.ts';
import type { MarkdownBody } from './markdown/blocks.ts';
import { parseMarkdown } from './markdown/read-blocks.ts';
import { findObstacle } from './obstacles.ts';
import { parseYaml } from './yaml.ts';
import { isKind } from '../schema/kinds.ts';

export interface ParsedFile {
  readonly name: FileName;
  readonly text: string;
  readonly lines: LineStarts;
  /** YAML documents in order; a Markdown file has one: its front matter. */
  readonly documents: readonly ParsedDocument[];
  /** What stands behind the front matter of a Markdown file. */
  readonly body: Span | undefined;
  /** The blocks of that body. */
  readonly markdown?: MarkdownBody;
  /** Whether its folder makes it ours, whatever its name and front matter say. */
  readonly isIncluded?: boolean;
  /** What concerns the file as a whole: too large, binary, a merge conflict. */
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Parses a file that may be ours; undefined for one that is not: another ending, or neither a suffix nor a `kind` of ours.
 * Never throws, for any text.
 */
export function parseFile(path: string, text: string, options: ParseOptions = {}): ParsedFile | undefined {
  const name = readFileName(path);
  if (name === undefined) return undefined;
  const isIncluded = name.notation === 'markdown' && options.isIncluded?.(path) === true;
  if (name.suffixKind === undefined && !isIncluded && !mayHoldArtifact(name, text)) return undefined;
  const lines = lineStartsOf(text);
  const obstacle = findObstacle(text);
  if (obstacle) return { name, text, lines, documents: [], body: undefined, problems: [obstacle] };
  if (name.notation === 'markdown') return { ...parseMarkdownFile(name, text, lines), isIncluded };
  const documents = parseYaml(text, 0);
  return { name, text, lines, documents, body: undefined, problems: [] };
}

/** What a workspace decides about reading. */
export interface ParseOptions {
  /** Whether Markdown at this path is ours for its headings alone: the setting `betwright.include`. */
  readonly isIncluded?: (path: string) => boolean;
}

/** Parses Markdown whatever its name and front matter, for documents that merely read like an artifact. */
export function parseAnyMarkdown(path: string, text: string): ParsedFile | undefined {
  const parsed = parseFile(path, text, { isIncluded: () => true });
  return parsed && { ...parsed, isIncluded: false };
}

function parseMarkdownFile(name: FileName, text: string, lines: LineStarts): ParsedFile {
  const { yaml, body, problems } = splitFrontMatter(text);
  const documents = yaml === undefined ? [] : parseYaml(text.slice(yaml.start, yaml.end), yaml.start).slice(0, 1);
  const document = documents[0];
  const held = document?.root === undefined && document?.problems.length === 0 ? [] : documents;
  // Where the front matter can't be told from the body, neither is read.
  if (problems.length > 0) return { name, text, lines, documents: held, body, problems };
  return { name, text, lines, documents: held, body, markdown: parseMarkdown(text, body), problems };
}

const anyKind = /(?:^|[\n\r{,\ufeff])[ \t]*["']?kind["']?[ \t]*:[ \t]*["']?([A-Za-z]+)/g;

/** A cheap look, before anything is parsed: does a `kind` of ours stand anywhere a document could have it? */
function mayHoldArtifact(name: FileName, text: string): boolean {
  const yaml = name.notation === 'yaml' ? spanOf(0, text.length) : splitFrontMatter(text).yaml;
  if (yaml === undefined) return false;
  const searched = yaml.end - yaml.start === text.length ? text : text.slice(yaml.start, yaml.end);
  if (!searched.includes('kind')) return false;
  for (const match of searched.matchAll(anyKind)) if (isKind(match[1] ?? '')) return true;
  return false;
}

/** A document that names its API version belongs to somebody else, whatever its `kind` (SPEC 8, "What is ours"). */
export function isForeign(document: ParsedDocument): boolean {
  return document.root?.type === 'map' && entryOf(document.root, 'apiVersion') !== undefined;
}
