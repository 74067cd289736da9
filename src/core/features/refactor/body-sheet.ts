import type { ObjectValue } from '../../model/located.ts';
import { headMeaningOf, phraseOf } from '../../model/markdown/phrase.ts';
import { sectionsInside, sectionsOf, type Section } from '../../model/markdown/sections.ts';
import { hasColumns } from '../../model/markdown/lists.ts';
import { newReading } from '../../model/markdown/reading.ts';
import { vocabulary } from '../../model/markdown/vocabulary.ts';
import type { Block as MarkdownBlock, TableBlock } from '../../parse/markdown/blocks.ts';
import type { ParsedFile } from '../../parse/file.ts';
import { isKind, type Kind } from '../../schema/kinds.ts';
import { touches, type Span } from '../../text/span.ts';
import { lineEnding } from '../edits.ts';
import { addRow, setCells } from './body-table.ts';
import { endOfLine } from './comments.ts';
import { pageOf, stageBlocks } from './markdown-pages.ts';
import { cell, chapterLines, inline, type Block, type Page } from './markdown-text.ts';
import type { Spot } from './place.ts';
import { fieldsOf, isFields, isList, textOfValue, type Fields, type Value } from './value.ts';
import { caretMark } from './yaml-text.ts';
import type { Sheet } from './yaml-sheet.ts';

/** Writes fields into the running text of a Markdown file; why it can't be done, if it can't. */
export function writeInBody(sheet: Sheet, spot: Spot, fields: Fields): string | undefined {
  const { parsed } = sheet;
  if (parsed.markdown === undefined) return 'The text can’t be read at the moment.';
  const top = sectionsOf(parsed.markdown.blocks, parsed.markdown.span);
  if (spot.artifact.form?.origin === 'row')
    return 'The bet is one row of a table, which has no room for this: give it a heading of its own first.';
  if (spot.path.includes('stages')) return writeStage(sheet, top, spot, fields);
  const rest = replaceWritten(sheet, spot.model, fields);
  const kind = kindOf(spot);
  const log = rest.get('decisions');
  const logged = kind === 'rollout' && isList(log) ? appendToLog(sheet, top, spot, log) : 'absent';
  if (logged === 'full')
    return 'The table of decisions has no column for the day, the stage, the reason, or for who decided.';
  const left = logged === 'written' ? fieldsOf([...rest].filter(([name]) => name !== 'decisions')) : rest;
  if (left.size === 0) return undefined;
  const home = homeOf(parsed, top, spot);
  if (spot.path.length > 0 && home.own === undefined) {
    const heading = kind.charAt(0).toUpperCase() + kind.slice(1);
    const lines = chapterLines({ heading, ...pageOf(kind, left) }, home.depth);
    insertBlock(sheet, home.end, lines);
    return undefined;
  }
  mergePage(sheet, home.own ?? top, kind, pageOf(kind, left), { depth: home.depth, end: home.end, model: spot.model });
  return undefined;
}

/** A part's own lines as a new chapter of its bet: their headings go as deep as the chapter needs. */
export function addChapterLines(sheet: Sheet, spot: Spot, lines: readonly string[]): void {
  const { parsed } = sheet;
  if (parsed.markdown === undefined) return;
  const { depth, end } = homeOf(parsed, sectionsOf(parsed.markdown.blocks, parsed.markdown.span), spot);
  const kind = kindOf(spot);
  const least = Math.min(...lines.map(line => /^ {0,3}(#{1,6})\s/.exec(line)?.[1]?.length ?? 7));
  const by = least === 7 ? 0 : depth + 1 - least;
  const moved = lines.map(line => {
    const found = /^( {0,3})(#{1,6})(?=\s)/.exec(line);
    const own = found?.[2]?.length;
    return own === undefined ? line : `${'#'.repeat(Math.min(6, own + by))}${line.slice(found?.[0].length)}`;
  });
  insertBlock(sheet, end, [`${'#'.repeat(depth)} ${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, '', ...moved]);
}

function kindOf({ artifact, path }: Spot): Kind {
  const last = path.at(-1);
  return typeof last === 'string' && isKind(last) ? last : artifact.kind;
}

/** Values that stand in the text are replaced where they stand; what is left is to be added. */
function replaceWritten(sheet: Sheet, model: ObjectValue | undefined, fields: Fields): Fields {
  return fieldsOf(
    [...fields].map(([name, value]) => {
      const known = (model as Readonly<Record<string, unknown>> | undefined)?.[name] as
        (ObjectValue & { readonly span: Span }) | { readonly type: string; readonly span: Span } | undefined;
      if (known === undefined) return [name, value] as const;
      if (isFields(value) && known.type === 'object') {
        const rest = replaceWritten(sheet, known as ObjectValue, value);
        return [name, rest.size === 0 ? undefined : rest] as const;
      }
      const text = textOfValue(value);
      if (text === undefined || isList(value)) return [name, value] as const;
      replaceAt(sheet, known.span, text);
      return [name, undefined] as const;
    }),
  );
}

/** A word behind a ticked box stays: the box that fits is ticked in its place, where there is one. */
function replaceAt(sheet: Sheet, span: Span, text: string): void {
  const { text: whole } = sheet.parsed;
  const isInTable =
    whole
      .slice(0, span.start)
      .split(/\r\n|\n|\r/)
      .at(-1)
      ?.trimStart()
      .startsWith('|') === true;
  const isTicked = /\[[xX✓✔]\]\s*$/.test(whole.slice(Math.max(0, span.start - 10), span.start));
  if (isTicked) return;
  sheet.edits.push({ span, newText: isInTable ? (cell(text) ?? text) : inline(text) });
}

interface Home {
  /** The section in which it stands; absent where it has none yet. */
  readonly own: Section | undefined;
  /** The depth of headings inside it, or of its own where it has none. */
  readonly depth: number;
  /** Where further sections go. */
  readonly end: number;
}

function homeOf(parsed: ParsedFile, top: Section, { artifact, path, model }: Spot): Home {
  const sections = sectionsInside(top);
  if (path.length > 0) {
    const key = model?.key;
    const kind = path[0];
    const around = artifact.form?.origin === 'heading' ? artifact.span : parsed.markdown?.span;
    const own =
      (key && sections.find(section => section.heading && touches(section.heading.span, key.start))) ??
      sections.find(
        section => around && touches(around, section.span.start) && meaningOfHeading('bet', section.phrase) === kind,
      );
    if (own) return { own, depth: own.depth + 1, end: endOf(own) };
  }
  const titled = sections.find(({ heading }) => heading && touches(heading.span, artifact.anchor.start));
  if (artifact.form?.origin === 'heading') {
    const end = titled ? endOf(titled) : parsed.text.trimEnd().length;
    return { own: path.length > 0 ? undefined : titled, depth: (titled?.depth ?? 2) + 1, end };
  }
  const title = titled ?? sections[0];
  // Not that of the next heading, under which all that follows would stand.
  const depths = title ? sections.slice(sections.indexOf(title) + 1).map(section => section.depth) : [];
  const depth = depths.length > 0 ? Math.min(...depths) : Math.min((title?.depth ?? 1) + 1, 6);
  return { own: path.length > 0 ? undefined : (title ?? top), depth, end: parsed.text.trimEnd().length };
}

function endOf(section: Section): number {
  return section.span.end;
}

interface Merging {
  readonly depth: number;
  readonly end: number;
  readonly model: ObjectValue | undefined;
}

/** Labels go to the labels that are there, chapters into the section of the same meaning, else behind the last. */
function mergePage(sheet: Sheet, section: Section, kind: string, page: Page, merging: Merging): void {
  addBlocks(sheet, section, page.blocks, merging.model);
  for (const chapter of page.inside) {
    const meaning = meaningOfHeading(kind, phraseOf(chapter.heading));
    const known = section.children.find(
      child => meaning !== undefined && meaningOfHeading(kind, child.phrase) === meaning,
    );
    if (known) mergePage(sheet, known, kind, chapter, { depth: known.depth + 1, end: endOf(known), model: undefined });
    else insertBlock(sheet, merging.end, chapterLines(chapter, merging.depth));
  }
}

function meaningOfHeading(kind: string, phrase: string): string | undefined {
  return headMeaningOf(vocabulary, 'headings', [kind], phrase);
}

function addBlocks(sheet: Sheet, section: Section, blocks: readonly Block[], model: ObjectValue | undefined): void {
  const { text } = sheet.parsed;
  const spans = scalarSpans(model);
  const holder = section.blocks.findLast(block => isLabels(text, block, spans));
  const behind = section.blocks.at(-1)?.span.end ?? section.heading?.span.end ?? sheet.parsed.body?.start ?? 0;
  for (const [index, block] of blocks.entries()) {
    const open = block.filter(line => !(line.includes(caretMark) && hasLabel(text, section, line)));
    const isLabelBlock = index === 0 && block.every(line => line.startsWith('**'));
    if (open.length === 0) continue;
    if (isLabelBlock && holder) addLabels(sheet, holder, open);
    else insertBlock(sheet, isLabelBlock ? (section.heading?.span.end ?? behind) : behind, open);
  }
}

/** Whether the label of a line that waits for its value is there already, waiting too. */
function hasLabel(text: string, section: Section, line: string): boolean {
  const label = /^\*\*([^*]+):\*\*/.exec(line)?.[1];
  return label !== undefined && text.slice(section.span.start, section.span.end).includes(label);
}

/** Where the single values of a set of fields stand. */
function scalarSpans(model: ObjectValue | undefined): readonly Span[] {
  return Object.values(model ?? {}).flatMap((value: unknown) => {
    if (typeof value !== 'object' || value === null || !('span' in value) || !('type' in value)) return [];
    return value.type === 'object' || value.type === 'list' || value.type === 'map' ? [] : [value.span as Span];
  });
}

function isLabels(text: string, block: MarkdownBlock, values: readonly Span[]): boolean {
  if (block.type !== 'paragraph' && block.type !== 'list' && block.type !== 'table') return false;
  if (block.type === 'table' && block.header.cells.length !== 2) return false;
  const holds = values.some(({ start, end }) => block.span.start <= start && end <= block.span.end);
  const written = text.slice(block.span.start, block.span.end);
  // A label at the end waits for what stands below it.
  if (block.type === 'paragraph') return holds && written.includes(':') && !/:\**\s*$/.test(written);
  return (
    holds && (block.type === 'table' || /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\*\*)?[^:*\n]{1,80}(?:\*\*)?:/.test(written))
  );
}

/** Labels in the way of those that are there: a line, an item, or a row each. */
function addLabels(sheet: Sheet, holder: MarkdownBlock, lines: readonly string[]): void {
  const { text } = sheet.parsed;
  const eol = lineEnding(text);
  const at = endOfLine(text, holder.span.end);
  const plain = lines.map(line => line.trimEnd());
  if (holder.type === 'table') {
    const rows = plain.map(line => line.replace(/^\*\*(.*?):\*\* ?(.*)$/, '| **$1** | $2 |'));
    sheet.edits.push({ span: { start: at, end: at }, newText: rows.map(row => eol + row).join('') });
    return;
  }
  if (holder.type === 'list') {
    const last = holder.items.at(-1)?.span.start ?? holder.span.start;
    const lineStart = Math.max(text.lastIndexOf('\n', last - 1), text.lastIndexOf('\r', last - 1)) + 1;
    const sign = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/.exec(text.slice(lineStart, endOfLine(text, last)))?.[0] ?? '- ';
    sheet.edits.push({ span: { start: at, end: at }, newText: plain.map(line => eol + sign + line).join('') });
    return;
  }
  const before = text.slice(holder.span.start, at);
  const isHard = /(?: {2}|\\)(?:\r\n|\n|\r)/.test(before);
  const isOneLine = !/[\r\n]/.test(before);
  const between = isHard ? `  ${eol}` : isOneLine ? eol + eol : eol;
  const joined = plain.join(isOneLine ? `  ${eol}` : isHard ? `  ${eol}` : eol);
  sheet.edits.push({ span: { start: at, end: at }, newText: between + joined });
}

/** A block behind a place, with an empty line before it, and one behind it where text follows at once. */
function insertBlock(sheet: Sheet, behind: number, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const { text } = sheet.parsed;
  const eol = lineEnding(text);
  const at = endOfLine(text, behind);
  const follows = text.slice(at, at + 400);
  const touching = /^(?:\r\n|\n|\r)[ \t]*[^\s]/.test(follows);
  const isLast = follows === '';
  const newText = eol + eol + lines.join(eol) + (touching ? eol : isLast ? eol : '');
  sheet.edits.push({ span: { start: at, end: at }, newText });
}

function tablesIn(section: Section): readonly TableBlock[] {
  return [section, ...sectionsInside(section)].flatMap(({ blocks }) =>
    blocks.filter((block): block is TableBlock => block.type === 'table'),
  );
}

function appendToLog(sheet: Sheet, top: Section, spot: Spot, entries: readonly Value[]): 'written' | 'absent' | 'full' {
  const { text } = sheet.parsed;
  const reading = newReading(vocabulary);
  const { own } = homeOf(sheet.parsed, top, spot);
  const area = spot.path.length > 0 ? own : top;
  const table = area && tablesIn(area).find(each => hasColumns(reading, each, 'decision', ['stage', 'outcome']));
  if (table === undefined) return 'absent';
  const items =
    (spot.model as { decisions?: { items: readonly { span: Span }[] } } | undefined)?.decisions?.items ?? [];
  const lastRow = items.at(-1)?.span.end;
  const delimiter = endOfLine(text, endOfLine(text, table.header.span.start) + 2);
  for (const entry of entries) {
    if (!isFields(entry)) continue;
    const cells = new Map([...entry].map(([name, value]) => [name, cell(value) ?? '']));
    const edit = addRow(text, table, 'decision', cells, lastRow ?? delimiter);
    if (edit === undefined) return 'full';
    sheet.edits.push(edit);
  }
  return 'written';
}

function writeStage(sheet: Sheet, top: Section, { model }: Spot, fields: Fields): string | undefined {
  const { parsed } = sheet;
  const inText = scalarSpans(model).filter(({ start }) => start >= (parsed.body?.start ?? 0));
  const key = [model?.key, ...inText].find(span => span !== undefined && span.start >= (parsed.body?.start ?? 0));
  if (model === undefined || key === undefined) return 'The stage can’t be found in the text.';
  const left = replaceWritten(sheet, model, fields);
  const rest = fieldsOf([...left].filter(([name]) => name !== 'decision' || !addToDecision(sheet, top, model, left)));
  if (rest.size === 0) return undefined;
  const section = sectionsInside(top).findLast(
    ({ heading, blocks }) =>
      heading !== undefined &&
      (touches(heading.span, key.start) ||
        blocks.some(block => block.type !== 'table' && touches(block.span, key.start))),
  );
  if (section) {
    addBlocks(
      sheet,
      section,
      stageBlocks(name => rest.get(name)),
      model,
    );
    return undefined;
  }
  for (const table of tablesIn(top)) {
    const row = table.rows.findIndex(({ span }) => touches(span, key.start));
    if (row === -1) continue;
    const cells = new Map(
      [...rest].flatMap(([name, value]) => {
        const written = cell(value);
        return written === undefined
          ? []
          : [[name, { title: name.charAt(0).toUpperCase() + name.slice(1), cell: written }] as const];
      }),
    );
    if (cells.size < rest.size) return 'The stages stand in a table, which has no room for this.';
    addTableCells(sheet, table, row, cells);
    return undefined;
  }
  return 'The stage can’t be found in the text.';
}

/** What a decision that is written as a list of labels does not say yet. */
function addToDecision(sheet: Sheet, top: Section, model: ObjectValue, fields: Fields): boolean {
  const known = (model as { readonly decision?: ObjectValue }).decision;
  const [page] = stageBlocks(name => (name === 'decision' ? fields.get(name) : undefined)).slice(1);
  if (known === undefined || page === undefined) return false;
  const spans = scalarSpans(known);
  const holder = [top, ...sectionsInside(top)]
    .flatMap(({ blocks }) => blocks)
    .find(block => isLabels(sheet.parsed.text, block, spans));
  if (holder === undefined) return false;
  addLabels(
    sheet,
    holder,
    page.map(line => line.replace(/^- /, '')),
  );
  return true;
}

/** Of one table several stages may be written: a column is added to it once, with the cells of all. */
function addTableCells(sheet: Sheet, table: TableBlock, row: number, cells: Parameters<typeof setCells>[4]): void {
  sheet.edits.push(...setCells(sheet.parsed.text, table, 'stage', row, cells));
}
