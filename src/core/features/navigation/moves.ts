import type { Block } from '../../parse/markdown/blocks.ts';
import type { Inline } from '../../parse/markdown/inline.ts';
import type { ParsedFile } from '../../parse/file.ts';
import { readFileName } from '../../parse/file-name.ts';
import { spanOf, type Span } from '../../text/span.ts';
import { resolvePath } from '../../workspace/names.ts';
import type { TextEdit } from '../edits.ts';
import { dividePath, linkValuesIn, targetIn, type LinkTarget } from './link-values.ts';
import type { Sight } from './metric-meaning.ts';
import { referencesTo } from './references.ts';
import type { RenameSubject } from './rename-subject.ts';
import { renameReferences, type FileEdits } from './rename.ts';
import { relativePath } from './relative-path.ts';

/** A file or a folder that is about to be called, or to lie, otherwise. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The files that refer to an id which changes with a file's name: their texts must be those that the workspace was made of. */
export function referringFiles(moves: readonly Move[], sight: Sight): readonly string[] {
  const found = newIds(moves, sight).flatMap(({ subject }) => referencesTo(subject, sight));
  return [...new Set(found.map(({ file }) => file))];
}

/** The files that may link to what moves: those with paths in their fields, and Markdown, which may link anywhere. */
export function linkingFiles({ workspace }: Sight): readonly string[] {
  return workspace.files().filter(file => {
    if (/\.md$/i.test(file)) return true;
    return workspace.get(file)?.model.artifacts.some(artifact => linkValuesIn(artifact).length > 0) === true;
  });
}

/**
 * What changes in texts when files or folders move: references to an id that is a file's name, and the paths of links, to
 * what moves and from what moves. Paths that lead out of the workspace folder, or nowhere any more, are left.
 * @param textOf the text of each of the files above; undefined where it can't be read
 */
export function editsForMoves(
  moves: readonly Move[],
  sight: Sight,
  textOf: (file: string) => string | undefined,
): FileEdits {
  const edits = new Map<string, readonly TextEdit[]>();
  const add = (file: string, more: readonly TextEdit[]): void => {
    if (more.length > 0) edits.set(file, [...(edits.get(file) ?? []), ...more]);
  };
  for (const { subject, id } of newIds(moves, sight))
    for (const [file, more] of renameReferences(subject, id, sight, textOf)) add(file, more);
  const folders = sight.settings.folders ?? [''];
  const names = moves.map(({ from }) => from.slice(from.lastIndexOf('/') + 1));
  for (const file of sight.workspace.files()) {
    const text = textOf(file);
    if (text === undefined || (moved(moves, file) === file && !names.some(name => mayLinkTo(text, name)))) continue;
    const read = sight.workspace.read(file, text);
    if (read === undefined) continue;
    const targets = [
      ...read.model.artifacts.flatMap(artifact =>
        linkValuesIn(artifact).flatMap(value => {
          const target = targetIn(read.parsed, value);
          return target ? [{ ...target, isWhole: value.isPath }] : [];
        }),
      ),
      ...linksInBody(read.parsed),
    ];
    add(
      file,
      targets.flatMap(target => pathEdit(target, file, moves, folders) ?? []),
    );
  }
  return new Map([...edits].map(([file, all]) => [file, inOrder(all)]));
}

/** A cheap look, before anything is parsed: the name may stand there as it is, or with its marks encoded or not. */
function mayLinkTo(text: string, name: string): boolean {
  if (text.includes(name)) return true;
  const plain = decoded(name);
  return text.includes(plain) || text.includes(plain.replaceAll(' ', '%20')) || text.includes(encodeURI(plain));
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function moved(moves: readonly Move[], file: string): string {
  for (const { from, to } of moves) {
    if (file === from) return to;
    if (file.startsWith(`${from}/`)) return to + file.slice(from.length);
  }
  return file;
}

type Target = LinkTarget & { readonly isWhole: boolean };

function pathEdit(
  { type, target, span, inLink, isWhole }: Target,
  file: string,
  moves: readonly Move[],
  folders: readonly string[],
): TextEdit | undefined {
  if (type !== 'path') return undefined;
  const { path, rest } = isWhole ? { path: target, rest: '' } : dividePath(target);
  const before = resolvePath(file, path, folders);
  if (before === undefined) return undefined;
  const newFile = moved(moves, file);
  const after = moved(moves, before);
  if ((newFile === file && after === before) || resolvePath(newFile, path, folders) === after) return undefined;
  const newPath = relativePath(newFile, after, folders, { like: path, inLink });
  if (newPath === undefined || resolvePath(newFile, newPath, folders) !== after) return undefined;
  return { span: spanOf(span.start, span.end - rest.length), newText: newPath };
}

/** `[text](path)` in a body. */
function linksInBody(parsed: ParsedFile): readonly Target[] {
  const found: Target[] = [];

  function look({ links }: Inline): void {
    for (const { span, url } of links) {
      const place = urlIn(parsed.text, span, url);
      if (place && !/^[a-z][a-z0-9+.-]*:|^#/i.test(url))
        found.push({ type: 'path', target: url, span: place, inLink: true, isWhole: false });
    }
  }

  function walk(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.type === 'heading' || block.type === 'paragraph') look(block.content);
      else if (block.type === 'table') for (const { cells } of [block.header, ...block.rows]) cells.forEach(look);
      else if (block.type === 'list') for (const item of block.items) walk(item.blocks);
      else if (block.type === 'quote') walk(block.blocks);
    }
  }

  walk(parsed.markdown?.blocks ?? []);
  return found;
}

/** Where the target of a link stands, if it is written as it is read. */
function urlIn(text: string, { start, end }: Span, url: string): Span | undefined {
  const raw = text.slice(start, end);
  const opening = raw.lastIndexOf('](');
  if (opening === -1 || url === '') return undefined;
  const [before] = /^\s*<?/.exec(raw.slice(opening + 2)) ?? [''];
  const at = opening + 2 + before.length;
  return raw.startsWith(url, at) ? spanOf(start + at, start + at + url.length) : undefined;
}

interface NewId {
  readonly subject: Extract<RenameSubject, { about: 'artifact' }>;
  readonly id: string;
}

/** Ids that are nothing but a file's name and change with it. Where the old one or the new one is another's too, nobody knows who is meant. */
function newIds(moves: readonly Move[], { workspace }: Sight): readonly NewId[] {
  return moves.flatMap(({ from, to }) => {
    const before = readFileName(from);
    const after = readFileName(to);
    if (before === undefined || after === undefined || before.stem === after.stem) return [];
    return (workspace.get(from)?.model.artifacts ?? []).flatMap(({ kind, id, idSpan, model }) => {
      const staysOurs = before.suffixKind === after.suffixKind || model.kind !== undefined;
      if (idSpan !== undefined || id !== before.stem || !staysOurs) return [];
      const same = workspace.lookup.withId(id).filter(target => target.type === 'broken' || target.part.kind === kind);
      if (same.length !== 1 || workspace.lookup.withId(after.stem).length > 0) return [];
      return [{ subject: { about: 'artifact', id, kind } as const, id: after.stem }];
    });
  });
}

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  return sorted.filter(({ span }, index) => index === 0 || span.start >= (sorted[index - 1]?.span.end ?? 0));
}
