import type { Block, TableBlock, TableRow } from '../../parse/markdown/blocks.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import type { LeafShape, ObjectShape } from '../../schema/shape.ts';
import type { Span } from '../../text/span.ts';
import { tiers, type Tier } from '../tiers.ts';
import {
  draftAt,
  innerDraft,
  innerList,
  put,
  scalar,
  scalarOf,
  shapeAt,
  valueAt,
  type Draft,
  type Zone,
} from './draft.ts';
import { keyOf, readFields, setField, wordTableOf } from './fields.ts';
import { leafOf } from './leaf.ts';
import { cellOf, columnsOf, hasColumns, isFilled, listOf } from './lists.ts';
import { phraseOf } from './phrase.ts';
import { headingMeaning, newZone, wordMeaning, type Place, type Reading } from './reading.ts';
import type { Section } from './sections.ts';
import { findDraft, newHierarchy, type Hierarchy } from './hierarchy.ts';
import { readRelationships, resolveDrivesIn } from './relationships.ts';
import { actionIn } from './triggers.ts';
import { within, writtenCell, type Written } from './written.ts';

export const metricShape = itemShape();

function itemShape(): ObjectShape {
  const shape = shapeAt(documentShapes.metrics, 'core');
  if (shape?.type !== 'list' || shape.item.type !== 'object') throw new Error('core is a list of metrics');
  return shape.item;
}

/** A document that is a metrics hierarchy, or a section of a bet that is one. */
export function readHierarchy(
  reading: Reading,
  draft: Draft,
  sections: readonly Section[],
  lead: readonly Block[],
): void {
  const hierarchy = newHierarchy(reading, draft);
  const place: Place = {
    reading,
    draft,
    shape: documentShapes.metrics,
    labels: ['metrics', 'common'],
    zone: newZone(),
  };
  readMixedTables(hierarchy, readFields(place, lead));
  for (const section of sections) readMetricSection(hierarchy, section);
  finishHierarchy(hierarchy);
}

export function finishHierarchy(hierarchy: Hierarchy): void {
  for (const read of hierarchy.later) read();
  resolveDrivesIn(hierarchy);
}

export function readMetricSection(hierarchy: Hierarchy, section: Section): void {
  const { reading } = hierarchy;
  const meaning = headingMeaning(reading, ['metrics'], section);
  if (meaning === 'notes' || meaning === 'links') {
    const place = { reading, draft: hierarchy.draft, shape: documentShapes.metrics, labels: [], zone: newZone() };
    setField(place, meaning, { key: keyOf(section), value: undefined, blocks: section.blocks });
    return;
  }
  if (isTier(meaning)) {
    hierarchy.hasTiers = true;
    readTier(hierarchy, meaning, section);
  } else if (meaning === 'alerts') hierarchy.later.push(() => readAlerts(hierarchy, section.blocks));
  else if (meaning === 'instrumentation') hierarchy.later.push(() => readInstrumentation(hierarchy, section.blocks));
  else {
    readArrows(hierarchy, section.blocks);
    if (meaning === undefined && section.phrase !== '')
      reading.unknown.push({ type: 'heading', text: section.phrase, span: keyOf(section) });
    readMixedTables(hierarchy, section.blocks);
    for (const child of section.children) readMetricSection(hierarchy, child);
  }
}

function isTier(meaning: string | undefined): meaning is Tier {
  return (tiers as readonly (string | undefined)[]).includes(meaning);
}

/** What stands under a tier's heading: tables, a heading or an item for each metric, alerts, relationships. */
export function readTier(hierarchy: Hierarchy, tier: Tier, section: Section, isPrimary = false): void {
  const key = keyOf(section);
  readTierBlocks(hierarchy, tier, key, section.blocks, isPrimary);
  for (const child of section.children) {
    const meaning = headingMeaning(hierarchy.reading, ['metrics'], child);
    if (meaning !== undefined) readMetricSection(hierarchy, child);
    else readMetricHeading(hierarchy, tier, key, child);
  }
}

export function readTierBlocks(
  hierarchy: Hierarchy,
  tier: Tier,
  key: Span,
  blocks: readonly Block[],
  isPrimary: boolean,
): void {
  const zone = newZone();
  readArrows(hierarchy, blocks);
  for (const block of blocks) {
    if (block.type !== 'table') continue;
    const { reading } = hierarchy;
    if (isAlertTable(reading, block)) hierarchy.later.push(() => readAlerts(hierarchy, [block]));
    else if (isFieldTable(reading, block)) readFieldTable(hierarchy, tier, key, block, isPrimary);
    else readMetricTable(hierarchy, block, { tier, key, zone, isPrimary });
  }
}

const metricColumns = ['threshold', 'target', 'baseline', 'current', 'onBreach', 'alertAt'] as const;

/** Who is warned, and how: a table that says nothing else of its metrics. */
function isAlertTable(reading: Reading, table: TableBlock): boolean {
  if (!hasColumns(reading, table, 'alert', ['name', 'method'])) return false;
  return !metricColumns.some(meaning => hasColumns(reading, table, 'metric', [meaning]));
}

function isFieldTable(reading: Reading, table: TableBlock): boolean {
  const first = phraseOf(table.header.cells[0]?.text ?? '');
  return table.header.cells.length === 2 && wordMeaning(reading, 'fieldTable', first, 'labels') !== undefined;
}

/** A metric told in two columns: element and value. */
function readFieldTable(hierarchy: Hierarchy, tier: Tier, key: Span, table: TableBlock, isPrimary: boolean): void {
  const { reading } = hierarchy;
  const draft = draftAt(table.header.span);
  const place: Place = { reading, draft, shape: metricShape, labels: ['metric'], zone: newZone() };
  for (const row of table.rows) {
    const label = writtenCell(row.cells[0]);
    const value = writtenCell(row.cells[1]);
    const meaning = label && wordMeaning(reading, 'metric', phraseOf(label.text), 'labels');
    if (label && value && meaning) setMetricField(place, meaning, label.span, value);
  }
  addMetric(hierarchy, tier, key, draft, place.zone, isPrimary);
}

/** A metric that has a heading of its own. */
function readMetricHeading(hierarchy: Hierarchy, tier: Tier, key: Span, section: Section): void {
  const { reading } = hierarchy;
  const draft = draftAt(keyOf(section));
  const place: Place = { reading, draft, shape: metricShape, labels: ['metric'], zone: newZone() };
  readFields(place, section.blocks, { name: () => undefined });
  if (draft.entries.size === 0) return;
  const name = section.title && { text: section.title.inline.text, span: keyOf(section), slice: section.title };
  if (name) setMetricField(place, 'name', keyOf(section), name);
  addMetric(hierarchy, tier, key, draft, place.zone, false);
}

interface TableOf {
  readonly tier: Tier;
  readonly key: Span;
  readonly zone: Zone;
  readonly isPrimary: boolean;
}

/** A table of metrics: one to a row, in any order of columns; a tier column, or the row's own word, divides them. */
export function readMetricTable(hierarchy: Hierarchy, table: TableBlock, of: TableOf): void {
  const { reading } = hierarchy;
  const columns = new Map(columnsOf(reading, table, 'metric'));
  if (!columns.has('name')) columns.set('name', 0);
  for (const row of table.rows) {
    const { tier, isPrimary, name } = roleOf(hierarchy, row, columns, of);
    const draft = draftAt(name?.span ?? row.span);
    const place: Place = { reading, draft, shape: metricShape, labels: ['metric'], zone: newZone() };
    for (const [meaning, index] of columns) {
      if (meaning === 'tier') continue;
      const value = meaning === 'name' ? name : writtenCell(row.cells[index]);
      const label = table.header.cells[index];
      if (value === undefined || label === undefined) continue;
      const field = tier === 'guardrails' && meaning === 'target' && !columns.has('threshold') ? 'threshold' : meaning;
      setMetricField(place, field, label.span, value);
    }
    addMetric(hierarchy, tier, of.key, draft, place.zone, isPrimary);
  }
}

const roleForm = /^(primary|secondary|guardrail)(?: metric)? ?(?:[:–—-] ?|$)/i;

/** `Primary`, `Primary: Activation`, a tier column. */
function roleOf(
  hierarchy: Hierarchy,
  row: TableRow,
  columns: ReadonlyMap<string, number>,
  of: TableOf,
): { readonly tier: Tier; readonly isPrimary: boolean; readonly name: Written | undefined } {
  const cell = cellOf(row, columns, 'name');
  const column = cellOf(row, columns, 'tier');
  const tier = column && wordMeaning(hierarchy.reading, 'metrics', phraseOf(column.text), 'headings');
  if (isTier(tier)) {
    hierarchy.hasTiers = true;
    return { tier, isPrimary: of.isPrimary, name: cell };
  }
  if (cell === undefined) return { tier: of.tier, isPrimary: of.isPrimary, name: cell };
  const role = roleForm.exec(cell.text);
  if (role === null) return { tier: of.tier, isPrimary: of.isPrimary, name: cell };
  const word = (role[1] ?? '').toLowerCase();
  return {
    tier: word === 'guardrail' ? 'guardrails' : of.tier,
    isPrimary: word === 'primary',
    name: within(cell, role[0].length) ?? cell,
  };
}

const primaryMark = /\s*(?:\(primary\)|⭐\ufe0f?)\s*/i;
const aboutPlaces = new Set(['cadence', 'onBreach', 'drives', 'primary', 'direction', 'instrumented', 'name']);

/** One field of a metric; what a template says beforehand (`Weekly`, `Pause rollout`) fills nothing in. */
export function setMetricField(place: Place, field: string, key: Span, value: Written): void {
  if (field === 'name') {
    setName(place, key, value);
    return;
  }
  if (field === 'drives') {
    setDrives(place, key, value);
    return;
  }
  if (field === 'onBreach' && isFilled(value) && !value.text.startsWith('[')) {
    const word = actionIn(value);
    if (word) put(place.draft, field, key, word);
    else place.reading.unknown.push({ type: 'word', text: value.text, span: value.span });
    return;
  }
  const zone = aboutPlaces.has(field) ? { filled: place.zone.filled } : place.zone;
  const target = { ...place, zone };
  const shape = metricShape.fields[field];
  if (field === 'cadence' && shape?.type === 'leaf') {
    const leaf = leafOf(place.reading, shape, value, zone, wordTableOf(field, metricShape));
    if (leaf) put(place.draft, field, key, { ...leaf, ...(leaf.blankIn && { blankIn: place.zone }) });
    return;
  }
  setField(target, field, { key, value, blocks: [] });
}

function setName(place: Place, key: Span, value: Written): void {
  const mark = primaryMark.exec(value.text);
  let name: Written | undefined = value;
  if (mark) {
    const written = within(value, mark.index, mark.index + mark[0].length);
    if (written) put(place.draft, 'primary', written.span, scalar(written.text, written.span, true));
    name = mark.index === 0 ? within(value, mark[0].length) : within(value, 0, mark.index);
  }
  const shape: LeafShape = { type: 'leaf', reading: 'text' };
  const isRole = name !== undefined && /^(?:primary|secondary|guardrail)$/i.test(name.text);
  const leaf = name && leafOf(place.reading, shape, name, isRole ? newZone() : place.zone);
  if (leaf) put(place.draft, 'name', key, leaf);
}

/** Names divided by commas; each is resolved once all metrics are known. */
function setDrives(place: Place, key: Span, value: Written): void {
  if (!isFilled(value)) return;
  let from = 0;
  const names = value.text.split(/[,;]/).flatMap(part => {
    const arrow = /^[\s→↗]*/.exec(part)?.[0].length ?? 0;
    const written = within(value, from + arrow, from + part.length);
    from += part.length + 1;
    return written ? [scalar(written.text, written.span)] : [];
  });
  if (names.length > 0) put(place.draft, 'drives', key, listOf(names));
}

export function addMetric(
  hierarchy: Hierarchy,
  tier: Tier,
  key: Span,
  draft: Draft,
  zone: Zone,
  isPrimary: boolean,
): void {
  // A row in which nothing was filled in is the template's.
  if (!zone.filled) return;
  if (isPrimary && valueAt(draft, 'primary') === undefined) {
    const name = scalarOf(valueAt(draft, 'name'));
    const span = name?.span ?? draft.anchor;
    put(draft, 'primary', span, scalar('primary', span, true));
  }
  innerList(hierarchy.draft, tier, key).items.push(draft);
  hierarchy.metrics.push({ tier, draft });
}

/** Tables outside of any tier count where a column says the tier. */
function readMixedTables(hierarchy: Hierarchy, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.type !== 'table' || !hasColumns(hierarchy.reading, block, 'metric', ['name', 'tier'])) continue;
    readMetricTable(hierarchy, block, { tier: 'core', key: block.header.span, zone: newZone(), isPrimary: false });
  }
}

function readAlerts(hierarchy: Hierarchy, blocks: readonly Block[]): void {
  for (const table of blocks) {
    if (table.type !== 'table') continue;
    const columns = columnsOf(hierarchy.reading, table, 'alert');
    for (const row of table.rows) {
      const name = cellOf(row, columns, 'name');
      const draft = name && findDraft(hierarchy, name.text, 'guardrails');
      if (name === undefined || draft === undefined) continue;
      const place: Place = { reading: hierarchy.reading, draft, shape: metricShape, labels: [], zone: newZone() };
      for (const field of ['method', 'to', 'within'] as const) {
        const value = cellOf(row, columns, field);
        if (value) setField(place, `alert.${field}`, { key: name.span, value, blocks: [] });
      }
    }
  }
}

function readInstrumentation(hierarchy: Hierarchy, blocks: readonly Block[]): void {
  for (const table of blocks) {
    if (table.type !== 'table') continue;
    const columns = columnsOf(hierarchy.reading, table, 'metric');
    for (const row of table.rows) {
      const name = cellOf(row, columns, 'name');
      const draft = name && findDraft(hierarchy, name.text);
      if (draft === undefined) continue;
      const place: Place = { reading: hierarchy.reading, draft, shape: metricShape, labels: [], zone: newZone() };
      for (const field of ['instrumented', 'source', 'owner'] as const) {
        const index = columns.get(field);
        const value = cellOf(row, columns, field);
        const key = index === undefined ? undefined : table.header.cells[index]?.span;
        if (value && key && valueAt(draft, field) === undefined) setMetricField(place, field, key, value);
      }
    }
  }
}

function readArrows(hierarchy: Hierarchy, blocks: readonly Block[]): void {
  for (const block of blocks)
    if (block.type === 'code') hierarchy.relationships.push(...readRelationships(hierarchy.reading, block));
}

/** The hierarchy inside a bet. */
export function hierarchyIn(reading: Reading, bet: Draft, key: Span): Hierarchy {
  return newHierarchy(reading, innerDraft(bet, 'metrics', key));
}
