import type { Artifact } from '../../model/artifact.ts';
import type { ParsedFile } from '../../parse/file.ts';
import type { MapNode } from '../../parse/tree.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import { betsOf } from '../../workspace/bet-case.ts';
import { partKinds, standalonePart, type Part, type PartKind } from '../../workspace/part.ts';
import { lineEnding, type TextEdit } from '../edits.ts';
import { canonicalFields } from './canonical.ts';
import { endOfLine, hashComment } from './comments.ts';
import { differences, plainIn, plainOf } from './compare.ts';
import { addChapterLines } from './body-sheet.ts';
import { wholeBlock } from './extract.ts';
import { partNames } from './names.ts';
import type { Span } from '../../text/span.ts';
import { finished, newDesk, sheetOf, shownName, write } from './desk.ts';
import { wholeTree } from './part-fields.ts';
import { artifactAt, headFields, isInBody, spotInBet, withoutField, yamlRoot, type Pointer } from './place.ts';
import { applyEdits, planOf, refused, type Plan, type RefactorContext, type Refactored } from './plan.ts';
import { unreadLines } from './prose.ts';
import { fieldsOf, fieldsOfEntries } from './value.ts';
import { yamlLines } from './yaml-text.ts';
import { ownEntry } from './yaml-sheet.ts';

/**
 * A part in a file of its own written into its bet again, and the file removed. Refused where others need the file:
 * several bets share it, or somebody refers to it by its id.
 */
export function inlinePart(context: RefactorContext, pointer: Pointer, wanted?: PartKind): Refactored {
  const found = partAt(context, pointer, wanted);
  if (typeof found === 'string') return refused(found);
  const { part, bet } = found;
  const own = context.parsed(part.file);
  const parsed = context.parsed(bet.file);
  const held = context.workspace.get(part.file);
  if (own === undefined || parsed === undefined || held === undefined)
    return refused('One of the files can’t be read.');
  if (held.model.artifacts.length > 1 || held.model.broken.length > 0)
    return refused(`${shownName(part.file)} holds more than this ${partNames[part.kind]}.`);
  if (bet.form?.origin === 'row') return refused('The bet is one row of a table, which has no room for this.');
  const warnings: string[] = [];
  const prose = own.name.notation === 'markdown' ? proseOf(own, part) : 0;
  if (prose > 0)
    warnings.push(
      `${prose === 1 ? 'One line' : `${prose} lines`} of ${shownName(part.file)} say what is no field: ${parsed.name.notation === 'yaml' ? 'comments in the bet' : 'copy what you want to keep, the file is removed'}.`,
    );
  const plan =
    inYaml(own, part) && referenceEntry(parsed, part, bet) !== 'inText'
      ? asItStands(context, part, bet, own, parsed)
      : anew(context, part, bet, own);
  if (plan.type === 'refused') return plan;
  const done = check(context, part, bet, plan);
  return done ?? { ...plan, deleted: [part.file], warnings: [...plan.warnings, ...warnings] };
}

interface Found {
  readonly part: Part<PartKind>;
  readonly bet: Artifact<'bet'>;
}

/** From the bet or from the part: the two that belong together, or why they can't be joined. */
function partAt(context: RefactorContext, pointer: Pointer, wanted: PartKind | undefined): Found | string {
  const artifact = artifactAt(context, pointer);
  if (artifact === undefined || artifact.kind === 'tracks') return 'Here is nothing that could be written into a bet.';
  const { workspace, settings } = context;
  if (artifact.kind === 'bet') {
    const kinds = wanted === undefined ? partKinds.filter(kind => referenced(artifact, kind)) : [wanted];
    const [kind, ...more] = kinds;
    if (kind === undefined || more.length > 0) return 'Say which part is to be written into the bet.';
    const id = referenced(artifact, kind);
    const target = id === undefined ? undefined : workspace.lookup.withId(id).find(each => each.type === 'part');
    if (target?.type !== 'part' || target.part.embedded || target.part.kind !== kind)
      return `The bet names no ${partNames[kind]} that stands in a file of its own.`;
    return shared(context, target.part as Part<PartKind>, artifact);
  }
  const part: Part<PartKind> = standalonePart(artifact);
  const [bet] = betsOf(part, workspace.lookup, settings);
  return bet === undefined
    ? `No bet belongs to this ${partNames[artifact.kind]}.`
    : shared(context, part, bet.artifact);
}

function shared(context: RefactorContext, part: Part<PartKind>, bet: Artifact<'bet'>): Found | string {
  const { workspace, settings } = context;
  const bets = betsOf(part, workspace.lookup, settings);
  if (bets.length > 1) return `${bets.length} bets share this ${partNames[part.kind]}: it stays in its own file.`;
  const written = bet.model[part.kind];
  if (written?.type === 'object') return `The bet has a ${partNames[part.kind]} of its own already.`;
  return { part, bet };
}

function referenced(artifact: Artifact<'bet'>, kind: PartKind): string | undefined {
  const value = artifact.model[kind];
  return value?.type === 'reference' ? value.id : undefined;
}

function proseOf(own: ParsedFile, part: Part): number {
  const whole = wholeTree(own, part.holder);
  return whole ? unreadLines(own, part.holder, whole).length : 0;
}

/** Whether all that a part says stands in YAML, be it in front matter. */
function inYaml(own: ParsedFile, part: Part): boolean {
  if (own.name.notation === 'yaml') return true;
  return Object.entries(part.model).every(([name, value]: [string, unknown]) => {
    if (headFields.has(name) || typeof value !== 'object' || value === null || !('span' in value)) return true;
    return !isInBody(own, value.span as Span);
  });
}

function referenceEntry(parsed: ParsedFile, { kind }: Part<PartKind>, bet: Artifact<'bet'>): 'inText' | 'inYaml' {
  if (parsed.name.notation === 'yaml') return 'inYaml';
  const root = yamlRoot(parsed, bet);
  return root && ownEntry(root, kind) ? 'inYaml' : 'inText';
}

/** Both in YAML: the lines move as they are, further in. */
function asItStands(
  context: RefactorContext,
  part: Part<PartKind>,
  bet: Artifact<'bet'>,
  own: ParsedFile,
  parsed: ParsedFile,
): Refactored {
  const root = yamlRoot(own, part.holder);
  const into = yamlRoot(parsed, bet);
  if (root === undefined || into === undefined || root.flow || into.flow || hasAnchors(own))
    return anew(context, part, bet, own);
  const entry = ownEntry(into, part.kind);
  const eol = lineEnding(parsed.text);
  const lines = partLines(own, root, leftOut(context, part, bet)).map(line => (line === '' ? '' : `  ${line}`));
  const spot = entry?.value;
  if (spot && spot.type !== 'scalar') return refused('The bet has one of its own already.');
  const edit: TextEdit =
    entry && spot
      ? replaced(parsed.text, entry.key.span.end, spot.span.end, lines, eol)
      : added(parsed.text, into, part.kind, lines, eol);
  return planOf({ edits: new Map([[bet.file, [edit]]]) });
}

function replaced(text: string, from: number, to: number, lines: readonly string[], eol: string): TextEdit {
  const colon = text.indexOf(':', from) + 1;
  const end = endOfLine(text, Math.max(to, colon));
  const remark = text.slice(Math.max(to, colon), end).trimEnd();
  return { span: { start: colon, end }, newText: remark + lines.map(line => eol + line).join('') };
}

function added(text: string, into: MapNode, kind: string, lines: readonly string[], eol: string): TextEdit {
  const last = into.entries.reduce((latest, { key, value }) => Math.max(latest, key.span.end, value.span.end), 0);
  const at = endOfLine(text, last);
  return { span: { start: at, end: at }, newText: [`${eol}${eol}${kind}:`, ...lines].join(eol) };
}

function hasAnchors({ text }: ParsedFile): boolean {
  return /(?:^|[\s[{,])[&*][\w-]/m.test(text);
}

/** The lines of a part's document without those that say what the document is; the id stays where others use it. */
function partLines(own: ParsedFile, root: MapNode, left: ReadonlySet<string>): readonly string[] {
  const { text } = own;
  const isFront = own.name.notation === 'markdown';
  const opening = isFront ? (/^\ufeff?---[^\r\n]*(?:\r\n|\n|\r)/.exec(text)?.[0].length ?? 0) : 0;
  const end = isFront ? (own.body?.start ?? text.length) : text.length;
  const cuts = root.entries
    .filter(({ key }) => left.has(key.text))
    .map(({ key, value }) => ({
      start: key.span.start,
      end: afterBreak(text, endOfLine(text, Math.max(key.span.end, value.span.end))),
    }));
  let rest = '';
  let at = Math.max(opening, text.startsWith('\ufeff') ? 1 : 0);
  for (const cut of [...cuts].sort((a, b) => a.start - b.start)) {
    rest += text.slice(at, cut.start);
    at = cut.end;
  }
  rest += text.slice(at, end);
  const lines = rest.split(/\r\n|\n|\r/).filter(line => !/^(?:---|\.\.\.)\s*$/.test(line));
  while (lines[0]?.trim() === '') lines.shift();
  while (lines.at(-1)?.trim() === '') lines.pop();
  return lines;
}

function afterBreak(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : Math.min(at + 1, text.length);
}

/** Fields that said what the document was; its id stays where others use it, its title where it is another. */
function leftOut({ workspace }: RefactorContext, part: Part, bet: Artifact<'bet'>): ReadonlySet<string> {
  const left = new Set(['kind', 'bet', '$schema']);
  if (part.holder.title === bet.title) left.add('title');
  const others = workspace.lookup.referringTo(part.holder.id).filter(({ id }) => id !== bet.id);
  if (others.length === 0) left.add('id');
  return left;
}

/** Where the notations differ, what the part says is written in the bet's; what is no field becomes comments. */
function anew(context: RefactorContext, part: Part<PartKind>, bet: Artifact<'bet'>, own: ParsedFile): Refactored {
  const whole = wholeTree(own, part.holder);
  const parsed = context.parsed(bet.file);
  if (whole === undefined || parsed === undefined) return refused('The file can’t be read at the moment.');
  const left = leftOut(context, part, bet);
  const kept = fieldsOf([...fieldsOfEntries(whole.entries)].filter(([name]) => !left.has(name)));
  const fields = canonicalFields(documentShapes[part.kind], kept);
  const root = yamlRoot(parsed, bet);
  const entry = root && ownEntry(root, part.kind);
  const eol = lineEnding(parsed.text);
  const desk = newDesk(context);
  if (entry?.value.type === 'scalar' && !root?.flow) {
    const remarks = own.name.notation === 'markdown' ? unreadLines(own, part.holder, whole).flatMap(hashComment) : [];
    const lines = [...yamlLines(fields), ...remarks].map(line => (line === '' ? '' : `  ${line}`));
    const edit = replaced(parsed.text, entry.key.span.end, entry.value.span.end, lines, eol);
    return planOf({ edits: new Map([[bet.file, [edit]]]) });
  }
  if (entry) return refused('The bet is written on one line: write it out first.');
  const written = bet.model[part.kind];
  if (written) {
    const cut = labelLine(parsed.text, written.span.start);
    if (cut === undefined)
      return refused(`The line that names the ${partNames[part.kind]} says more than that: give it a line of its own.`);
    sheetOf(desk, bet.file)?.edits.push({ span: cut, newText: '' });
  }
  const spot = spotInBet({ ...bet, model: withoutField(bet.model, part.kind) }, part.kind);
  const lines = own.name.notation === 'markdown' && onlyHead(own, part) ? bodyLines(own) : undefined;
  const sheet = sheetOf(desk, bet.file);
  if (lines && sheet) addChapterLines(sheet, spot, lines);
  else write(desk, spot, fields);
  return finished(desk);
}

/** Whether the front matter of a part says only what the document is: then its text moves as it stands. */
function onlyHead(own: ParsedFile, part: Part): boolean {
  const root = yamlRoot(own, part.holder);
  return root === undefined || root.entries.every(({ key }) => ['kind', 'id', 'title', 'bet'].includes(key.text));
}

/** The text below the first heading. */
function bodyLines({ text, body }: ParsedFile): readonly string[] {
  const lines = text.slice(body?.start ?? 0).split(/\r\n|\n|\r/);
  const first = lines.findIndex(line => /^ {0,3}#{1,6}\s/.test(line));
  const rest = first === -1 ? lines : [...lines.slice(0, first), ...lines.slice(first + 1)];
  while (rest[0]?.trim() === '') rest.shift();
  while (rest.at(-1)?.trim() === '') rest.pop();
  return rest;
}

/** A line that is nothing but a label with its value, with its line break. */
function labelLine(text: string, at: number): { readonly start: number; readonly end: number } | undefined {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const end = endOfLine(text, at);
  const isAlone = /^\s*(?:[-*+]\s+)?\**[\w ]{1,40}\**:\**\s+[^|·•]{1,200}$/.test(text.slice(start, end));
  if (!isAlone) return undefined;
  const isParagraph = /(?:^|[\r\n])[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(Math.max(0, start - 100), start));
  const behind = text.slice(afterBreak(text, end));
  return isParagraph && /^[ \t]*(?:[\r\n]|$)/.test(behind)
    ? wholeBlock(text, start, end)
    : { start, end: afterBreak(text, end) };
}

/** The bet is read again: it must say all that the part said, and nothing else must change. */
function check(
  context: RefactorContext,
  part: Part<PartKind>,
  bet: Artifact<'bet'>,
  plan: Plan,
): Refactored | undefined {
  const text = context.parsed(bet.file)?.text ?? '';
  const before = plainIn(bet.file, text);
  if (before === undefined) return undefined;
  const edits = plan.edits.find(({ file }) => file === bet.file)?.edits ?? [];
  const after = plainIn(bet.file, applyEdits(text, edits));
  const head = new Set(['kind', 'id', 'title', 'bet']);
  const lost = differences(plainOf(part.holder), after?.[part.kind]).filter(
    path => path.length !== 1 || !head.has(String(path[0])),
  );
  const changed = differences(before, after).filter(path => path[0] !== part.kind);
  if (after !== undefined && lost.length === 0 && changed.length === 0) return undefined;
  return refused(`The ${partNames[part.kind]} would not say the same inside the bet, so it stays where it is.`);
}
