import { entryOf, type MapNode } from '../parse/tree.ts';
import { parseAnyMarkdown, parseFile, type ParsedFile } from '../parse/file.ts';
import { splitFrontMatter } from '../parse/front-matter.ts';
import type { Kind } from '../schema/kinds.ts';
import { spanOf, type Span } from '../text/span.ts';
import type { RecognisedFile } from '../workspace/recognised-files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { lineEnding, type TextEdit } from './edits.ts';

/** The one thing that is said of a document that is merely recognised (SPEC 1). */
export interface AdoptionOffer {
  readonly kind: Kind;
  /** Its first heading, else its first line. */
  readonly span: Span;
  readonly title: string;
}

/** What adopting a document changes, or why it can't be adopted. */
export type Adoption =
  | { readonly state: 'offered'; readonly kind: Kind; readonly edit: TextEdit }
  | { readonly state: 'refused'; readonly reason: Refusal };

/** `frontMatter`: a `kind` can't be written into it without changing what else it says. */
export type Refusal = 'adopted' | 'template' | 'notRecognised' | 'frontMatter';

/** The offer to adopt a file; undefined where there is nothing to adopt. */
export function adoptionOffer(workspace: Workspace, file: string): AdoptionOffer | undefined {
  const recognised = workspace.recognised(file);
  if (recognised === undefined || recognised.isTemplate) return undefined;
  return { kind: recognised.kind, span: recognised.offer, title: adoptionTitle(recognised.kind) };
}

const words: Readonly<Record<Kind, string>> = {
  bet: 'a bet',
  metrics: 'a metrics hierarchy',
  rollout: 'a rollout plan',
  retro: 'a bet retrospective',
  launch: 'a launch checklist',
  tracks: 'a dual-track plan',
};

export function adoptionTitle(kind: Kind): string {
  return `Adopt as ${words[kind]}`;
}

/** The edit that makes a recognised file an artifact: `kind`, as the first field of its front matter. All else stays as it is. */
export function adopt(workspace: Workspace, file: string, text: string): Adoption {
  const recognised = workspace.recognised(file);
  if (recognised === undefined) return refused(workspace.get(file) === undefined ? 'notRecognised' : 'adopted');
  if (recognised.isTemplate) return refused('template');
  const edit = adoptingEdit(file, text, recognised);
  return edit ? { state: 'offered', kind: recognised.kind, edit } : refused('frontMatter');
}

function refused(reason: Refusal): Adoption {
  return { state: 'refused', reason };
}

function adoptingEdit(file: string, text: string, { kind }: RecognisedFile): TextEdit | undefined {
  const parsed = parseAnyMarkdown(file, text);
  const edit = parsed && kindEdit(parsed, kind);
  if (edit === undefined) return undefined;
  // Front matter may be written in ways that nobody foresaw: what does not come out as it should is not offered.
  const adopted = text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
  const after = parseFile(file, adopted)?.documents[0];
  const written = after?.root?.type === 'map' ? entryOf(after.root, 'kind')?.value : undefined;
  const isKind = written?.type === 'scalar' && written.text === kind;
  return isKind && after?.problems.length === 0 ? edit : undefined;
}

function kindEdit({ text, documents }: ParsedFile, kind: Kind): TextEdit | undefined {
  const { yaml } = splitFrontMatter(text);
  const root = documents[0]?.root;
  if (yaml !== undefined && root?.type === 'map')
    return root.flow ? inFlow(root, kind) : inBlock(text, yaml, root, kind);
  const eol = lineEnding(text);
  if (yaml !== undefined && root === undefined) return insertion(yaml.start, `kind: ${kind}${eol}`);
  // Two lines of dashes with no fields between them are no front matter: it is put before them.
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const gap = /^(?:[ \t]*(?:[\r\n]|$))/.test(text.slice(start, start + 100)) ? '' : eol;
  return insertion(start, `---${eol}kind: ${kind}${eol}---${eol}${gap}`);
}

function inFlow(root: MapNode, kind: Kind): TextEdit | undefined {
  return (
    replacement(root, kind) ??
    insertion(root.span.start + 1, root.entries.length > 0 ? ` kind: ${kind},` : ` kind: ${kind} `)
  );
}

function inBlock(text: string, yaml: Span, root: MapNode, kind: Kind): TextEdit | undefined {
  const replaced = replacement(root, kind);
  const first = root.entries[0];
  if (replaced !== undefined || first === undefined) return replaced;
  const line = lineStart(text, first.key.span.start, yaml.start);
  const indent = /^[ \t]*/.exec(text.slice(line, first.key.span.start))?.[0] ?? '';
  return insertion(aboveOwnComment(text, line, yaml.start), `${indent}kind: ${kind}${lineEnding(text)}`);
}

/** A `kind` that says the same in other words, or nothing yet. */
function replacement(root: MapNode, kind: Kind): TextEdit | undefined {
  const present = entryOf(root, 'kind');
  if (present === undefined) return undefined;
  const { span } = present.value;
  if (span.end > span.start) return { span, newText: kind };
  return insertion(span.start, ` ${kind}`);
}

/** A comment right above the first field speaks of that field and stays with it; one with a gap below stays at the top. */
function aboveOwnComment(text: string, line: number, top: number): number {
  let at = line;
  while (at > top) {
    const before = lineStart(text, at - 1, top);
    if (!/^[ \t]*#/.test(text.slice(before, at))) break;
    at = before;
  }
  return at;
}

/** Where the line begins that holds the offset, or the line before it if the offset is at a line break. */
function lineStart(text: string, offset: number, top: number): number {
  let at = offset;
  if (at > top && text[at] === '\n' && text[at - 1] === '\r') at--;
  while (at > top && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

function insertion(at: number, newText: string): TextEdit {
  return { span: spanOf(at, at), newText };
}
