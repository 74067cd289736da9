import type { Block, TableBlock } from '../../parse/markdown/blocks.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import type { Span } from '../../text/span.ts';
import { readDate } from '../values/date.ts';
import { draftAt, innerList, put, scalar, scalarOf, shapeAt, valueAt, type Draft } from './draft.ts';
import { keyOf, readFields, setField, type Said, type Special } from './fields.ts';
import { leafOf } from './leaf.ts';
import {
  cellOf,
  checklistOf,
  columnsOf,
  componentState,
  hasColumns,
  isFilled,
  itemRows,
  type ItemRow,
} from './lists.ts';
import { headMeaningOf, phraseOf } from './phrase.ts';
import { headingMeaning, newZone, wordMeaning, type Place, type Reading } from './reading.ts';
import type { Section } from './sections.ts';
import { triggersOf } from './triggers.ts';
import { itemText, type Written } from './written.ts';

const componentNames = [
  'positioning',
  'salesEnablement',
  'documentation',
  'supportTraining',
  'communications',
  'successPlaybook',
] as const;

type ComponentName = (typeof componentNames)[number];

interface LaunchState {
  readonly reading: Reading;
  readonly draft: Draft;
  /** Rows that tell of a component, with the heading or row that introduces it. */
  readonly rows: Map<ComponentName, { readonly key: Span; readonly rows: ItemRow[] }>;
  /** What the launch says about the way back: it is the rollout's where there is none. */
  readonly rollback: Draft;
}

/** Reads a launch, and returns the rollback that it speaks of: the rollout's, where there is none (SPEC 8, "Launch"). */
export function launchSections(
  reading: Reading,
  draft: Draft,
  lead: readonly Block[],
  sections: readonly Section[],
): Draft {
  const state: LaunchState = { reading, draft, rows: new Map(), rollback: draftAt(draft.anchor) };
  readTables(state, readFields(placeOf(state), lead, rollbackFields(state)));
  for (const section of sections) collectFields(state, section);
  const tier = Number(/\d/.exec(tierText(state))?.[0] ?? NaN);
  for (const section of sections)
    readSection(state, section, { tier: Number.isNaN(tier) ? undefined : tier, list: undefined, ofTier: undefined });
  for (const [name, { key, rows }] of state.rows) setComponent(state, name, key, rows);
  return state.rollback;
}

function placeOf(state: LaunchState): Place {
  return {
    reading: state.reading,
    draft: state.draft,
    shape: documentShapes.launch,
    labels: ['launch', 'common'],
    zone: newZone(),
  };
}

function tierText(state: LaunchState): string {
  const text = scalarOf(valueAt(state.draft, 'tier'))?.text ?? '';
  return wordTiers[text.trim().toLowerCase()] ?? text;
}

const wordTiers: Readonly<Record<string, string>> = { major: '1', significant: '2', incremental: '3', minor: '4' };

function rollbackFields(state: LaunchState): Special {
  const place: Place = { ...placeOf(state), draft: state.rollback, shape: documentShapes.rollout };
  const set = (path: string) => (fact: Said) => setField(place, path, fact);
  return {
    'rollback.owner': set('rollback.owner'),
    'rollback.runbook': set('rollback.runbook'),
    'rollback.procedure': set('rollback.procedure'),
    'rollback.triggers': set('rollback.triggers'),
  };
}

/** Labels first: the tier decides which sections count. */
function collectFields(state: LaunchState, section: Section): void {
  if (headingMeaning(state.reading, ['launch'], section) === 'templates') return;
  readFields(
    placeOf(state),
    section.blocks.filter(block => block.type === 'paragraph' || block.type === 'table'),
    rollbackFields(state),
  );
  for (const child of section.children) collectFields(state, child);
}

interface Within {
  readonly tier: number | undefined;
  /** Whether the items stand in one of the checklists. */
  readonly list: 'preLaunch' | 'launchDay' | 'postLaunch' | undefined;
  /** The tiers that a section around this one is for. */
  readonly ofTier: readonly number[] | undefined;
}

const tiersForm = /\btiers?\s+([1-4])(?:\s*(?:-|–|—|to|and|,|&)\s*([1-4]))?\b/i;

function tiersOf(section: Section): readonly number[] | undefined {
  const found = tiersForm.exec(section.title?.inline.text.slice(0, 200) ?? '');
  if (!found) return undefined;
  const first = Number(found[1]);
  const last = Number(found[2] ?? found[1]);
  return [1, 2, 3, 4].filter(tier => tier >= Math.min(first, last) && tier <= Math.max(first, last));
}

function readSection(state: LaunchState, section: Section, around: Within): void {
  const { reading } = state;
  const own = tiersOf(section);
  const ofTier = own ?? around.ofTier;
  if (around.tier !== undefined && ofTier !== undefined && !ofTier.includes(around.tier)) return;
  const meaning = headingMeaning(reading, ['launch'], section);
  const key = keyOf(section);
  let list = around.list;
  if (isComponent(meaning)) {
    addRows(state, meaning, key, section.blocks);
    for (const child of section.children) addRows(state, meaning, key, child.blocks);
    return;
  }
  switch (meaning) {
    case 'templates':
      return;
    case 'preLaunch':
    case 'launchDay':
    case 'postLaunch':
      list = meaning;
      break;
    case 'rollback': {
      const triggers = triggersOf(reading, section.blocks);
      if (triggers) put(state.rollback, 'rollback.triggers', key, triggers);
      return;
    }
    case 'adoption':
      for (const block of section.blocks) if (block.type === 'table') readAdoption(state, block);
      return;
    case 'notes':
    case 'links':
      setField(placeOf(state), meaning, { key, value: undefined, blocks: section.blocks });
      return;
    case undefined:
      if (own === undefined && list === undefined)
        reading.unknown.push({ type: 'heading', text: section.phrase, span: key });
      break;
    default:
  }
  if (list !== undefined) {
    const items = checklistOf(
      reading,
      section.blocks.filter(block => block.type === 'table' || block.type === 'list' || block.type === 'quote'),
    );
    if (items) innerList(state.draft, list, key).items.push(...items.items);
  } else if (own !== undefined) addMixedRows(state, section.blocks);
  else readTables(state, section.blocks);
  for (const child of section.children) readSection(state, child, { ...around, list, ofTier });
}

function isComponent(meaning: string | undefined): meaning is ComponentName {
  return (componentNames as readonly (string | undefined)[]).includes(meaning);
}

/** A table with a component to a row. */
function readTables(state: LaunchState, blocks: readonly Block[]): void {
  const { reading } = state;
  for (const block of blocks) {
    if (block.type !== 'table' || !hasColumns(reading, block, 'component', ['component'])) continue;
    const columns = columnsOf(reading, block, 'component');
    for (const row of block.rows) {
      const name = cellOf(row, columns, 'component');
      const component = name && headMeaningOf(reading.words, 'headings', ['launch'], phraseOf(name.text));
      if (name === undefined || !isComponent(component)) continue;
      const draft = draftAt(name.span);
      const shape = shapeAt(documentShapes.launch, `components.${component}`);
      if (shape?.type !== 'object') continue;
      const place: Place = { reading, draft, shape, labels: [], zone: newZone() };
      for (const field of ['owner', 'status', 'due'] as const) {
        const value = cellOf(row, columns, field);
        const label = block.header.cells[columns.get(field) ?? -1];
        if (value === undefined || label === undefined) continue;
        if (field === 'status') setStatus(place, label.span, value);
        else setField(place, field, { key: label.span, value, blocks: [] });
      }
      if (draft.entries.size > 0) put(state.draft, `components.${component}`, name.span, draft);
    }
  }
}

function setStatus(place: Place, key: Span, value: Written): void {
  const state = componentState(place.reading, value);
  const shape = { type: 'leaf', reading: 'word', words: ['open', 'doing', 'done', 'notNeeded'] } as const;
  if (state !== undefined) {
    place.zone.filled = true;
    put(place.draft, 'status', key, scalar(state, value.span));
    return;
  }
  const leaf = leafOf(place.reading, shape, value, place.zone, 'componentStatus');
  if (leaf) put(place.draft, 'status', key, leaf);
}

function addRows(state: LaunchState, name: ComponentName, key: Span, blocks: readonly Block[]): void {
  const known = state.rows.get(name) ?? { key, rows: [] };
  state.rows.set(name, known);
  known.rows.push(...rowsIn(state.reading, blocks));
}

function rowsIn(reading: Reading, blocks: readonly Block[]): readonly ItemRow[] {
  return blocks.flatMap(block => {
    if (block.type === 'table') return itemRows(reading, block);
    if (block.type !== 'list') return [];
    return block.items.flatMap((item): readonly ItemRow[] => {
      const text = itemText(item);
      if (text === undefined || item.box === undefined) return [];
      const done = item.box.state === 'done';
      return [
        {
          text,
          state: done ? 'done' : 'open',
          stateSpan: item.box.span,
          filled: done,
          owner: undefined,
          due: undefined,
          note: undefined,
        },
      ];
    });
  });
}

/** Rows of a section that is for a tier alone belong to a component by their words. */
function addMixedRows(state: LaunchState, blocks: readonly Block[]): void {
  for (const row of rowsIn(state.reading, blocks)) {
    const component = componentOfRow(state.reading, row.text.text);
    if (component === undefined) continue;
    const known = state.rows.get(component) ?? { key: row.text.span, rows: [] };
    state.rows.set(component, known);
    known.rows.push(row);
  }
  readTables(
    state,
    blocks.filter(block => block.type === 'table' && isComponentTable(state.reading, block)),
  );
}

function isComponentTable(reading: Reading, table: TableBlock): boolean {
  const first = phraseOf(table.header.cells[0]?.text ?? '');
  return wordMeaning(reading, 'component', first, 'columns') === 'component' && first !== 'item';
}

function componentOfRow(reading: Reading, text: string): ComponentName | undefined {
  const meaning = headMeaningOf(reading.words, 'words', ['componentItem'], phraseOf(text));
  return isComponent(meaning) ? meaning : undefined;
}

/**
 * What the rows of a component say together: all done is `done`, some `doing`, none `open`, all "N/A" `notNeeded`; the
 * owner of the first that has one, the latest day. Rows of a template that nobody touched say nothing (SPEC 8, "Launch").
 */
function setComponent(state: LaunchState, name: ComponentName, key: Span, rows: readonly ItemRow[]): void {
  if (!rows.some(row => row.filled)) return;
  const draft = draftAt(key);
  const needed = rows.filter(row => row.state !== 'notNeeded');
  const done = needed.filter(row => row.state === 'done');
  const status =
    needed.length === 0
      ? 'notNeeded'
      : done.length === needed.length
        ? 'done'
        : done.length > 0 || needed.some(row => row.state === 'doing')
          ? 'doing'
          : 'open';
  const place = rows.find(row => row.filled && row.stateSpan)?.stateSpan ?? key;
  put(draft, 'status', key, scalar(status, place));
  const owner = rows.find(row => isFilled(row.owner))?.owner;
  if (owner) put(draft, 'owner', owner.span, scalar(owner.text, owner.span));
  let due: { readonly written: Written; readonly day: string } | undefined;
  for (const row of rows) {
    const day = row.due && readDate(row.due.text);
    if (row.due && day !== undefined && (due === undefined || day > due.day)) due = { written: row.due, day };
  }
  if (due) put(draft, 'due', due.written.span, scalar(due.written.text, due.written.span));
  put(state.draft, `components.${name}`, key, draft);
}

function readAdoption(state: LaunchState, table: TableBlock): void {
  const { reading } = state;
  const columns = columnsOf(reading, table, 'adoption');
  for (const row of table.rows) {
    const level = cellOf(row, columns, 'level');
    const name = level && headMeaningOf(reading.words, 'words', ['adoptionLevel'], phraseOf(level.text));
    if (level === undefined || name === undefined) continue;
    const place = placeOf(state);
    for (const field of ['target', 'current'] as const) {
      const value = cellOf(row, columns, field);
      const label = table.header.cells[columns.get(field) ?? -1];
      if (value && label) setField(place, `adoption.${name}.${field}`, { key: label.span, value, blocks: [] });
    }
  }
}
