import type { TableBlock } from '../../parse/markdown/blocks.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import type { MapNode } from '../../parse/tree.ts';
import type { Span } from '../../text/span.ts';
import { readBet, type BetForm } from './bet.ts';
import { draftAt, finish, has, put, scalar, type Draft } from './draft.ts';
import { factsIn, headingMeaning, labelMeaning, newZone, type Place, type Reading } from './reading.ts';
import { idIn, keyOf, setField } from './fields.ts';
import { leafOf } from './leaf.ts';
import { cellOf, columnsOf, hasColumns, isFilled } from './lists.ts';
import { valueOf } from './facts.ts';
import { sectionsInside, type Section } from './sections.ts';
import { idHeading } from './title.ts';
import { isPlaceholder } from '../values/placeholder.ts';
import { writtenOf, type Written } from './written.ts';

/** A bet of a backlog: of a heading, or of a row in a table. */
export interface BacklogBet extends BetForm {
  readonly origin: 'heading' | 'row';
  readonly root: MapNode | undefined;
  /** What it says itself, without what its section and the backlog say for it. */
  readonly own: MapNode | undefined;
  readonly anchor: Span;
  readonly span: Span;
  readonly title: Written | undefined;
  /** The fields that the row's table has columns for. */
  readonly columns?: readonly string[];
}

/** Several bets in one text: headings with an id, or tables with ids; undefined where it is one bet. */
export function backlogOf(reading: Reading, top: Section): readonly BacklogBet[] | undefined {
  const sections = sectionsInside(top);
  const headings = sections.filter(section => headingOf(section) !== undefined);
  const tables = sections.some(section => section.blocks.some(block => isBetTable(reading, block)));
  if (headings.length < 2 && !tables) return undefined;
  const bets: BacklogBet[] = [];
  const defaults = defaultsOf(reading, top);
  const headed = new Set(headings);
  const walk = (section: Section, around: Group): void => {
    const group = headed.has(section) ? around : groupOf(reading, section, around);
    if (headed.has(section)) bets.push(headingBet(reading, section, headed, group, defaults));
    else
      for (const block of section.blocks)
        if (isBetTable(reading, block)) bets.push(...rowBets(reading, block, group, defaults));
    for (const child of section.children) if (!headed.has(section) || headed.has(child)) walk(child, group);
  };
  walk(top, {});
  return bets;
}

function headingOf(section: Section): ReturnType<typeof idHeading> {
  const whole = section.title && writtenOf(section.title);
  const found = whole && idHeading(whole);
  return found?.title === undefined ? undefined : found;
}

function isBetTable(reading: Reading, block: Section['blocks'][number]): block is TableBlock {
  if (block.type !== 'table' || !hasColumns(reading, block, 'bet', ['id', 'title'])) return false;
  const columns = columnsOf({ ...reading, unknown: [] }, block, 'bet');
  return block.rows.some(row => {
    const id = cellOf(row, columns, 'id');
    return id !== undefined && idIn(id) !== undefined;
  });
}

/** What a section's heading says of the bets in it (SPEC 8, "Backlog"). */
interface Group {
  readonly field?: 'status' | 'priority';
  readonly word?: Written;
}

function groupOf(reading: Reading, section: Section, around: Group): Group {
  const meaning = headingMeaning(reading, ['backlog'], section);
  const [field, word] = meaning?.split(':') ?? [];
  if ((field !== 'status' && field !== 'priority') || word === undefined) return around;
  return { field, word: { text: word, span: keyOf(section) } };
}

/** The backlog's owner is that of every bet that has none. */
function defaultsOf(reading: Reading, top: Section): Group & { readonly owner?: Written; readonly key?: Span } {
  const place: Place = {
    reading,
    draft: draftAt(top.span),
    shape: documentShapes.bet,
    labels: ['backlog'],
    zone: newZone(),
  };
  for (const section of [top, ...sectionsInside(top)]) {
    if (headingOf(section)) continue;
    for (const fact of factsIn(place, section.blocks).facts) {
      const value = valueOf(fact);
      if (labelMeaning(place, fact.phrase) === 'owner' && isFilled(value)) return { owner: value, key: fact.key };
    }
  }
  return {};
}

function headingBet(
  reading: Reading,
  section: Section,
  headed: ReadonlySet<Section>,
  group: Group,
  defaults: ReturnType<typeof defaultsOf>,
): BacklogBet {
  const found = headingOf(section);
  const key = keyOf(section);
  const draft = draftAt(key);
  const children = section.children.filter(child => !headed.has(child));
  const form = readBet(reading, draft, section.blocks, children);
  setHead(draft, key, found?.id, found?.title);
  const own = finish(draft);
  complete(draft, group, defaults);
  return { ...form, origin: 'heading', own, root: finish(draft), anchor: key, span: section.span, title: found?.title };
}

function setHead(draft: Draft, key: Span, id: Written | undefined, title: Written | undefined): void {
  if (id) put(draft, 'id', key, scalar(id.text, id.span));
  if (title) put(draft, 'title', key, scalar(title.text, title.span));
}

/** What the bet does not say itself, its section and the backlog say for it. */
function complete(draft: Draft, group: Group, defaults: ReturnType<typeof defaultsOf>): void {
  if (group.field && group.word && !has(draft, group.field))
    put(draft, group.field, group.word.span, scalar(group.word.text, group.word.span));
  if (defaults.owner && defaults.key && !has(draft, 'owner'))
    put(draft, 'owner', defaults.key, scalar(defaults.owner.text, defaults.owner.span));
}

const derived = new Set(['result', 'learning', 'outcome', 'id', 'title']);

function rowBets(
  reading: Reading,
  table: TableBlock,
  group: Group,
  defaults: ReturnType<typeof defaultsOf>,
): readonly BacklogBet[] {
  const columns = columnsOf(reading, table, 'bet');
  const fields = [...columns.keys()].flatMap(meaning => rowFields[meaning] ?? [meaning]);
  return table.rows.flatMap((row): readonly BacklogBet[] => {
    const cell = cellOf(row, columns, 'id');
    const id = cell && idIn(cell);
    if (id === undefined) return [];
    const title = cellOf(row, columns, 'title');
    const draft = draftAt(id.span);
    const place: Place = { reading, draft, shape: documentShapes.bet, labels: [], zone: newZone() };
    const labelOf = (meaning: string): Span => table.header.cells[columns.get(meaning) ?? -1]?.span ?? id.span;
    for (const meaning of columns.keys()) {
      const value = cellOf(row, columns, meaning);
      if (value === undefined || derived.has(meaning)) continue;
      setField(place, meaning, { key: labelOf(meaning), value, blocks: [] });
    }
    setOutcome(place, cellOf(row, columns, 'outcome'), labelOf('outcome'));
    const result = cellOf(row, columns, 'result');
    const shape = {
      type: 'leaf',
      reading: 'word',
      words: ['confirmed', 'disproved', 'inconclusive'],
      otherWords: { validated: 'confirmed', invalidated: 'disproved' },
    } as const;
    const leaf = result && leafOf(reading, shape, result, newZone(), 'result');
    if (leaf && !leaf.blankIn) put(draft, 'retro.hypothesis.result', labelOf('result'), leaf);
    const learning = cellOf(row, columns, 'learning');
    if (learning && !isPlaceholder(learning.text))
      put(draft, 'retro.learnings', labelOf('learning'), scalar(learning.text, learning.span));
    setHead(draft, labelOf('id'), id, title);
    const own = finish(draft);
    complete(draft, group, defaults);
    return [
      {
        tierless: true,
        origin: 'row',
        own,
        root: finish(draft),
        anchor: id.span,
        span: row.span,
        title,
        columns: fields,
      },
    ];
  });
}

/** Fields of which a column speaks though it is called otherwise. */
const rowFields: Readonly<Record<string, readonly string[]>> = {
  result: ['retro.hypothesis'],
  learning: ['retro.learnings'],
  outcome: ['retro.decision', 'status'],
};

/** Scaled and Killed are a status that says the decision; Iterated is a decision. */
function setOutcome(place: Place, value: Written | undefined, key: Span): void {
  if (value === undefined) return;
  const shape = {
    type: 'leaf',
    reading: 'word',
    words: ['scale', 'iterate', 'kill'],
    otherWords: { scaled: 'scale', killed: 'kill' },
  } as const;
  const leaf = leafOf(place.reading, shape, value, newZone(), 'outcome');
  if (leaf && !leaf.blankIn) put(place.draft, 'retro.decision.outcome', key, leaf);
}
