import type { Artifact } from '../../model/artifact.ts';
import { sectionsInside, sectionsOf, type Section } from '../../model/markdown/sections.ts';
import type { ParsedFile } from '../../parse/file.ts';
import type { Entry, MapNode } from '../../parse/tree.ts';
import { touches, type Span } from '../../text/span.ts';
import { embeddedPart, type PartKind } from '../../workspace/part.ts';
import { lineEnding, type TextEdit } from '../edits.ts';
import { endOfLine } from './comments.ts';
import { differences, plainIn, type Path } from './compare.ts';
import { finished, newDesk, sheetOf, shownName, write } from './desk.ts';
import { inline } from './markdown-text.ts';
import { besideOf, fileName, nextId, partNames } from './names.ts';
import { artifactAt, isInBody, spotOfArtifact, withoutField, yamlRoot, type Pointer } from './place.ts';
import { applyEdits, planOf, refused, type RefactorContext, type Refactored } from './plan.ts';
import { fieldsOf, valueOfNode, isFields } from './value.ts';
import { textScalar, yamlLines } from './yaml-text.ts';
import { ownEntry } from './yaml-sheet.ts';

/**
 * A part that is written inside a bet in a file of its own; the bet keeps its id. The lines move as they are, comments
 * and blank lines among them, and only their indentation changes.
 */
export function extract(context: RefactorContext, pointer: Pointer, kind: PartKind): Refactored {
  const artifact = artifactAt(context, pointer);
  if (artifact?.kind !== 'bet') return refused('Here is no bet out of which something could be taken.');
  const part = embeddedPart(artifact, kind);
  const parsed = context.parsed(artifact.file);
  if (part === undefined || parsed === undefined) return refused(`No ${partNames[kind]} is written inside this bet.`);
  const id = part.id ?? nextId(context.workspace, kind);
  const notation = parsed.name.notation;
  const root = yamlRoot(parsed, artifact);
  const entry = root && ownEntry(root, kind);
  const file = besideOf(context.workspace, artifact.file, fileName(id, artifact.title, kind, notation));
  const moved = { context, artifact, parsed, kind, id, file, hasId: part.id !== undefined };
  if (entry && !hasBody(parsed, part.model)) return fromYaml(moved, root, entry);
  if (entry)
    return refused(`The ${partNames[kind]} stands in the front matter and in the text: bring it together first.`);
  return fromBody(moved);
}

interface Moved {
  readonly context: RefactorContext;
  readonly artifact: Artifact<'bet'>;
  readonly parsed: ParsedFile;
  readonly kind: PartKind;
  readonly id: string;
  readonly file: string;
  readonly hasId: boolean;
}

function hasBody(parsed: ParsedFile, model: object): boolean {
  return Object.values(model).some(
    (value: unknown) =>
      typeof value === 'object' &&
      value !== null &&
      'span' in value &&
      isInBody(parsed, value.span as { start: number; end: number }),
  );
}

function head({ artifact, kind, id, hasId }: Moved): readonly string[] {
  return yamlLines(
    fieldsOf([
      ['kind', kind],
      ['id', hasId ? undefined : id],
      ['title', artifact.title],
      // A hierarchy may serve many bets, and names none.
      ['bet', kind === 'metrics' ? undefined : artifact.id],
    ]),
  );
}

function fromYaml(moved: Moved, root: MapNode, entry: Entry): Refactored {
  const { parsed, artifact, kind, id, file } = moved;
  const { text } = parsed;
  const { value } = entry;
  if (value.type !== 'map' || value.span.start < entry.key.span.end || text[value.span.start] === '*')
    return refused(
      `The ${partNames[kind]} is taken over from elsewhere (an anchor or a merge key): write it out first.`,
    );
  if (sharesParts(text, root, value))
    return refused(`The ${partNames[kind]} and the rest of the bet share parts by anchors: write them out first.`);
  const eol = lineEnding(text);
  const written = new Set(value.entries.map(({ key }) => key.text));
  const titled = head(moved).filter(line => !written.has(line.slice(0, line.indexOf(':'))));
  const { lines, edit } = value.flow || root.flow ? flowLines(entry, id) : blockLines(text, entry, id);
  const body = [...titled, ...lines];
  const whole = parsed.name.notation === 'yaml' ? body : ['---', ...body, '---', '', `# ${inline(artifact.title)}`];
  const made = `${whole.join(eol)}${eol}`;
  const changed = applyEdits(text, [edit]);
  return checked(
    moved,
    made,
    changed,
    planOf({ edits: new Map([[artifact.file, [edit]]]), created: [{ file, text: made }] }),
  );
}

/** An anchor on one side that is used on the other. */
function sharesParts(text: string, root: MapNode, value: MapNode): boolean {
  const inside = text.slice(value.span.start, value.span.end);
  const outside = text.slice(root.span.start, value.span.start) + text.slice(value.span.end, root.span.end);
  const names = (source: string, sign: string): ReadonlySet<string> =>
    new Set(
      [...source.matchAll(sign === '&' ? /(?:^|[\s[{,])&([\w-]+)/g : /(?:^|[\s[{,])\*([\w-]+)/g)].map(
        found => found[1] ?? '',
      ),
    );
  const crossing = (from: string, to: string): boolean => {
    const marks = names(from, '&');
    return [...names(to, '*')].some(name => marks.has(name));
  };
  return crossing(inside, outside) || crossing(outside, inside);
}

interface Cut {
  readonly lines: readonly string[];
  readonly edit: TextEdit;
}

/** From behind the key to the end of the last line that belongs to it, moved to the margin. */
function blockLines(text: string, { key, value }: Entry, id: string): Cut {
  const colon = text.indexOf(':', key.span.end) + 1;
  const headEnd = endOfLine(text, colon);
  const start = value.span.start <= headEnd ? value.span.start : headEnd;
  const end = endOfLine(text, value.span.end);
  const lineStart =
    Math.max(text.lastIndexOf('\n', value.span.start - 1), text.lastIndexOf('\r', value.span.start - 1)) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, value.span.start))?.[0] ?? '';
  const lines = text
    .slice(start, end)
    .split(/\r\n|\n|\r/)
    .slice(1)
    .map(line => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()));
  const remark = text.slice(colon, start);
  // What is remarked behind the key stays there.
  return { lines, edit: { span: { start: colon, end }, newText: ` ${textScalar(id, 'block')}${remark.trimEnd()}` } };
}

function flowLines({ value }: Entry, id: string): Cut {
  const fields = valueOfNode(value);
  const lines = isFields(fields) ? yamlLines(fields) : [];
  return { lines, edit: { span: value.span, newText: textScalar(id, 'flow') } };
}

/** A section of a Markdown bet as a page of its own; a label with the id stays in its place. */
function fromBody(moved: Moved): Refactored {
  const { context, parsed, artifact, kind, id, file } = moved;
  const { text } = parsed;
  const part = embeddedPart(artifact, kind);
  const section = part?.model.key && sectionOf(parsed, part.model.key.start);
  if (part === undefined || section?.heading === undefined)
    return refused(`The ${partNames[kind]} is not written under a heading of its own: give it one first.`);
  const outside = Object.values(part.model).some((value: unknown) => {
    if (typeof value !== 'object' || value === null || !('span' in value)) return false;
    const span = value.span as { start: number; end: number };
    return span.end > span.start && !touches(section.span, span.end);
  });
  if (outside)
    return refused(`Parts of the ${partNames[kind]} stand elsewhere in the text: bring them under its heading first.`);
  const eol = lineEnding(text);
  const start = section.heading.span.start;
  const end = endOfLine(text, section.span.end);
  const bodyStart = endOfLine(text, section.heading.span.end);
  const shift = section.heading.depth - 1;
  const lines = text
    .slice(bodyStart, end)
    .split(/\r\n|\n|\r/)
    .slice(1);
  const title = `# ${titleWords[kind]}: ${inline(artifact.title)}`;
  const made = [
    '---',
    ...head(moved).filter(line => !line.startsWith('title:')),
    '---',
    '',
    title,
    ...lines.map(line => raised(line, shift)),
    '',
  ].join(eol);
  const desk = newDesk(context);
  const sheet = sheetOf(desk, artifact.file);
  sheet?.edits.push({ span: wholeBlock(text, start, end), newText: '' });
  write(desk, { ...spotOfArtifact(artifact), model: withoutField(artifact.model, kind) }, new Map([[kind, id]]));
  desk.created.push({ file, text: made });
  const plan = finished(desk);
  if (plan.type === 'refused') return plan;
  const changed = applyEdits(text, plan.edits.find(edits => edits.file === artifact.file)?.edits ?? []);
  return checked(moved, made, changed, plan);
}

/** A block with the empty lines behind it; at the end of the file those before it instead. */
export function wholeBlock(text: string, start: number, end: number): Span {
  const behind = /^(?:[ \t]*(?:\r\n|\n|\r))+/.exec(text.slice(end));
  const to = end + (behind?.[0].length ?? 0);
  if (to < text.length) return { start, end: to };
  const before = /(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))+$/.exec(text.slice(Math.max(0, start - 200), start));
  const eol = lineEnding(text).length;
  return { start: start - (before ? before[0].length - eol : 0), end: to };
}

const titleWords = { metrics: 'Metrics', rollout: 'Rollout', retro: 'Retro', launch: 'Launch' } as const;

function raised(line: string, by: number): string {
  const found = /^( {0,3})(#{1,6})(?=\s)/.exec(line);
  const depth = found?.[2]?.length ?? 0;
  return depth === 0 ? line : `${'#'.repeat(Math.max(2, depth - by))}${line.slice(found?.[0].length)}`;
}

function sectionOf(parsed: ParsedFile, at: number): Section | undefined {
  if (parsed.markdown === undefined) return undefined;
  const top = sectionsOf(parsed.markdown.blocks, parsed.markdown.span);
  return sectionsInside(top).find(({ heading }) => heading && touches(heading.span, at));
}

/** Both files are read again: what the part said, it must say in its own file, and the bet must name it. */
function checked(
  { context, artifact, kind, id, file }: Moved,
  made: string,
  changed: string,
  plan: Refactored,
): Refactored {
  const before = plainIn(artifact.file, context.parsed(artifact.file)?.text ?? '');
  const alone = plainIn(file, made);
  const bet = plainIn(artifact.file, changed);
  const whole = before?.[kind];
  // One of several bets in a file can't be read alone; there the parts are compared by the caller's tests only.
  if (before === undefined) return plan;
  const lost = differences(whole, alone).filter(path => !isHead(path));
  const kept = differences(before, bet).filter(path => path[0] !== kind);
  if (alone === undefined || lost.length > 0 || kept.length > 0 || bet?.[kind] !== id)
    return refused(`The ${partNames[kind]} would not say the same in ${shownName(file)}, so it stays where it is.`);
  return plan;
}

function isHead(path: Path): boolean {
  return path.length === 1 && ['kind', 'id', 'title', 'bet'].includes(String(path[0]));
}
