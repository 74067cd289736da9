import type { Block, ListBlock, TableBlock } from '../../parse/markdown/blocks.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import type { ObjectShape } from '../../schema/shape.ts';
import type { Span } from '../../text/span.ts';
import { standardStageName } from '../stages.ts';
import { readAudience } from '../values/audience.ts';
import { isNoValue, isPlaceholder, placeholdersIn } from '../values/placeholder.ts';
import { draftAt, has, innerList, put, scalar, scalarOf, shapeAt, valueAt, type Draft } from './draft.ts';
import { valueOf, type Fact } from './facts.ts';
import { keyOf, readFields, setField, wordTableOf, type Special } from './fields.ts';
import { blank, leafOf } from './leaf.ts';
import { cellOf, checklistOf, columnsOf, hasColumns, isFilled } from './lists.ts';
import { phraseOf } from './phrase.ts';
import { factsIn, headingMeaning, labelMeaning, newZone, type Place, type Reading } from './reading.ts';
import type { Section } from './sections.ts';
import { triggersOf } from './triggers.ts';
import { itemText, joined, within, writtenCell, writtenOf, type Written } from './written.ts';

const stageShape = itemShape('stages');
const decisionShape = itemShape('decisions');

function itemShape(path: string): ObjectShape {
  const shape = shapeAt(documentShapes.rollout, path);
  if (shape?.type !== 'list' || shape.item.type !== 'object') throw new Error(`${path} is a list of sets of fields`);
  return shape.item;
}

/** Reads a rollout: the labels under its title, then its sections; stages stand in headings or in a table. */
export function readRollout(
  reading: Reading,
  draft: Draft,
  lead: readonly Block[],
  sections: readonly Section[],
): void {
  const state: RolloutState = { reading, draft };
  readTables(state, readFields(placeOf(state), lead));
  for (const section of sections) readRolloutSection(state, section, false);
}

interface RolloutState {
  readonly reading: Reading;
  readonly draft: Draft;
}

function placeOf(state: RolloutState): Place {
  return { ...state, shape: documentShapes.rollout, labels: ['rollout', 'common'], zone: newZone() };
}

function readRolloutSection(state: RolloutState, section: Section, amongStages: boolean): void {
  const { reading } = state;
  const key = keyOf(section);
  const stage = stageNameOf(section, amongStages);
  const meaning = stage === undefined ? headingMeaning(reading, ['rollout'], section) : undefined;
  if (stage) {
    readStage(state, section, stage);
    return;
  }
  switch (meaning) {
    case 'rollback.triggers': {
      const triggers = triggersOf(reading, section.blocks);
      if (triggers) put(state.draft, 'rollback.triggers', key, triggers);
      readFields(placeOf(state), section.blocks);
      return;
    }
    case 'rollback.procedure':
      setField(placeOf(state), meaning, { key, value: undefined, blocks: section.blocks });
      return;
    case 'rollback': {
      const rest = readFields(placeOf(state), section.blocks);
      const tables = rest.filter(
        block => block.type === 'table' && hasColumns(reading, block, 'trigger', ['when', 'action']),
      );
      const triggers = triggersOf(reading, tables);
      if (triggers) put(state.draft, 'rollback.triggers', key, triggers);
      break;
    }
    case 'decisions':
      for (const block of section.blocks) if (block.type === 'table') readDecisions(state, key, block);
      return;
    case 'notes':
    case 'links':
      setField(placeOf(state), meaning, { key, value: undefined, blocks: section.blocks });
      return;
    case undefined:
      reading.unknown.push({ type: 'heading', text: section.phrase, span: key });
      readFields(placeOf(state), section.blocks);
      break;
    default:
      readTables(state, readFields(placeOf(state), section.blocks));
  }
  for (const child of section.children) readRolloutSection(state, child, amongStages || meaning === 'stages');
}

function readTables(state: RolloutState, blocks: readonly Block[]): void {
  const { reading } = state;
  for (const block of blocks) {
    if (block.type !== 'table') continue;
    if (hasColumns(reading, block, 'progression', ['from', 'exit'])) readProgression(state, block);
    else if (hasColumns(reading, block, 'decision', ['stage', 'outcome']))
      readDecisions(state, block.header.span, block);
    else if (hasColumns(reading, block, 'stage', ['stage'])) readStageTable(state, block);
  }
}

const numberedStage =
  /^(?:(?:stage|phase|step|ring|wave|cohort|etapa|fase|launch)\s+(?:#?\d{1,2}|[ivx]{1,4}|[a-z])(?=$|[\s:.–—-])\s*(?:[:.–—-]\s*)?|\d{1,2}[.)]\s+)/i;
const launchTo = /^(?:launch|roll ?out|release) to\s+/i;
const partOfStage = /\b(?:checklist|results?|rollback|review|criteria)$/i;

/** The name in a stage's heading: `Stage 2: Beta (10%)`, `Beta`, or any heading among the stages. */
function stageNameOf(section: Section, amongStages: boolean): Written | undefined {
  const title = section.title && writtenOf(section.title);
  if (title === undefined || section.depth < 2) return undefined;
  const number = numberedStage.exec(title.text.slice(0, 120));
  if (number && !/^\d/.test(title.text)) {
    const name = within(title, number[0].length);
    if (name !== undefined && partOfStage.test(name.text)) return undefined;
    return name ?? title;
  }
  const bare = (number && within(title, number[0].length)) ?? title;
  const isStage = amongStages || launchTo.test(bare.text) || standardStageName(bare.text) !== undefined;
  return isStage && !partOfStage.test(bare.text) ? bare : undefined;
}

function readStage(state: RolloutState, section: Section, name: Written): void {
  const { reading } = state;
  const key = keyOf(section);
  const draft = draftAt(key);
  const place: Place = { reading, draft, shape: stageShape, labels: ['stage'], zone: newZone() };
  const remark = /\s*\(([^()]*)\)\s*$/.exec(name.text);
  const bare = remark ? within(name, 0, remark.index) : name;
  if (bare) put(draft, 'stage', key, scalar(bare.text, bare.span));
  const special = stageSpecial(place);
  const said = readFields(place, section.blocks, special);
  for (const child of section.children) readStageSection(state, place, child);
  if (!has(draft, 'audience') && remark)
    setNumbers(
      place,
      key,
      within(name, remark.index + remark[0].indexOf('(') + 1, remark.index + remark[0].lastIndexOf(')')),
    );
  if (!has(draft, 'audience') && launchTo.test(name.text)) setNumbers(place, key, name);
  if (!has(draft, 'purpose')) setPurpose(place, key, said);
  const inside = section.children.filter(child => stageNameOf(child, false) !== undefined);
  // A stage that holds stages is a chapter.
  if (inside.length > 0 && !has(draft, 'audience') && !has(draft, 'exit')) return;
  innerList(state.draft, 'stages', key).items.push(draft);
}

function setNumbers(place: Place, key: Span, text: Written | undefined): void {
  if (text === undefined || !isFilled(text)) return;
  const { percent, size } = readAudience(text.text);
  if (percent !== undefined || size !== undefined) put(place.draft, 'audience', key, scalar(text.text, text.span));
}

function setPurpose(place: Place, key: Span, blocks: readonly Block[]): void {
  const first = blocks[0];
  if (first?.type === 'quote')
    setField({ ...place, zone: { filled: false } }, 'purpose', { key, value: undefined, blocks: [first] });
}

function readStageSection(state: RolloutState, place: Place, section: Section): void {
  const { reading } = state;
  const meaning = headingMeaning(reading, ['stage'], section);
  const key = keyOf(section);
  if (meaning === 'entry' || meaning === 'exit') {
    const list = checklistOf(reading, section.blocks);
    if (list) put(place.draft, meaning, key, list);
  } else if (meaning === 'audience') readStageAudience(place, key, undefined, section.blocks);
  else if (meaning === 'decision') readStageDecision(place, key, undefined, section.blocks);
  else if (stageNameOf(section, false)) readRolloutSection(state, section, true);
  else {
    const trailing = headingMeaning(reading, ['rollout'], section);
    if (trailing === 'rollback' || trailing === 'rollback.triggers' || trailing === 'rollback.procedure')
      readRolloutSection(state, section, false);
    else readFields(place, section.blocks, stageSpecial(place));
  }
}

function stageSpecial(place: Place): Special {
  return {
    audience: fact => readStageAudience(place, fact.key, fact.value, fact.blocks),
    decision: fact => readStageDecision(place, fact.key, fact.value, fact.blocks),
  };
}

/** The audience's own labels (`Size: ~200`), what is ticked, or the first thing that is said of it. */
function readStageAudience(stage: Place, key: Span, value: Written | undefined, blocks: readonly Block[]): void {
  const { reading, draft, zone } = stage;
  const place: Place = { ...stage, labels: ['audience'] };
  if (value) {
    setAudienceText(stage, key, value);
    return;
  }
  const { facts, rest } = factsIn(place, blocks);
  const texts: Written[] = facts.flatMap(fact =>
    labelMeaning(place, fact.phrase) === 'text' ? (valueOf(fact) ?? []) : [],
  );
  const lists = rest.filter(block => block.type === 'list') as readonly ListBlock[];
  const items = lists.flatMap(list => list.items);
  const ticked = items.flatMap(item => (item.box?.state === 'done' ? (itemText(item) ?? []) : []));
  const plain = items.flatMap(item => (item.box === undefined ? (itemText(item) ?? []) : []));
  const told = texts[0] ?? (ticked.length > 0 ? joined(ticked, ', ') : undefined) ?? plain[0] ?? firstText(rest);
  const sized = facts.flatMap(fact => (labelMeaning(place, fact.phrase) === 'size' ? [fact] : []))[0];
  const segment = facts.find(fact => labelMeaning(place, fact.phrase) === 'segment');
  const percent = facts.find(fact => labelMeaning(place, fact.phrase) === 'percent');
  const size = sized && sizeIn(sized);
  const isSegment =
    segment !== undefined && isFilled(valueOf(segment)) && !/^all\b/i.test(valueOf(segment)?.text ?? '');
  if (size === undefined && percent === undefined && !isSegment) {
    if (told) setAudienceText(stage, key, told);
    else if (sized?.value && isPlaceholder(sized.value.text)) put(draft, 'audience', key, blank(sized.value, zone));
    return;
  }
  zone.filled = true;
  if (told && !isPlaceholder(told.text)) put(draft, 'audience.text', key, scalar(told.text, told.span));
  if (sized && size) put(draft, 'audience.size', sized.key, scalar(size.text, size.span));
  if (percent) setField(stage, 'audience.percent', percent);
  if (segment && isSegment) {
    const leaf = leafOf(reading, { type: 'leaf', reading: 'text' }, valueOf(segment) ?? { text: '', span: key }, zone);
    if (leaf) put(draft, 'audience.segment', segment.key, leaf);
  }
}

function firstText(blocks: readonly Block[]): Written | undefined {
  const first = blocks.find(block => block.type === 'paragraph' || block.type === 'quote');
  return first?.type === 'paragraph' ? writtenCell(first.content) : undefined;
}

function setAudienceText(place: Place, key: Span, written: Written): void {
  if (isNoValue(written.text)) return;
  if (isPlaceholder(written.text)) {
    put(place.draft, 'audience', key, blank(written, place.zone));
    return;
  }
  // Everybody is whom a template's last stage reaches; it fills nothing in.
  const { percent } = readAudience(written.text);
  if (percent !== 100 && placeholdersIn(written.text).length === 0) place.zone.filled = true;
  put(place.draft, 'audience', key, scalar(written.text, written.span));
}

/** The number of people in `~200 users`, `5-10`. */
function sizeIn(fact: Fact): Written | undefined {
  const value = valueOf(fact);
  if (!isFilled(value)) return undefined;
  const found = /\d[\d,]*(?:\s*[-–—]\s*\d[\d,]*)?/.exec(value.text.slice(0, 100));
  const number = found && within(value, found.index, found.index + found[0].length);
  return number ? { ...number, text: number.text.replace(/,(?=\d{3})/g, '') } : undefined;
}

function readStageDecision(stage: Place, key: Span, value: Written | undefined, blocks: readonly Block[]): void {
  const place: Place = { ...stage, labels: ['stageDecision'] };
  const decision = shapeAt(stageShape, 'decision');
  if (decision?.type !== 'object') return;
  // A label over fields of its own is a section of its own: what is still to be decided is no placeholder left behind.
  const inner: Place = { ...place, draft: draftAt(key), shape: decision, zone: newZone() };
  if (value) setField(inner, 'outcome', { key, value, blocks: [] });
  readFields(inner, blocks);
  if (inner.draft.entries.size > 0 && !has(stage.draft, 'decision'))
    stage.draft.entries.set('decision', { key, value: inner.draft });
}

/** A table with a stage to a row. */
function readStageTable(state: RolloutState, table: TableBlock): void {
  const { reading } = state;
  const columns = columnsOf(reading, table, 'stage');
  for (const row of table.rows) {
    const cell = cellOf(row, columns, 'stage');
    if (!isFilled(cell)) continue;
    const number = numberedStage.exec(cell.text.slice(0, 120));
    const name = (number && within(cell, number[0].length)) ?? cell;
    const draft = draftAt(cell.span);
    const place: Place = { reading, draft, shape: stageShape, labels: ['stage'], zone: newZone() };
    const remark = /\s*\(([^()]*)\)\s*$/.exec(name.text);
    const bare = remark ? (within(name, 0, remark.index) ?? name) : name;
    put(draft, 'stage', cell.span, scalar(bare.text, bare.span));
    place.zone.filled = true;
    for (const field of ['audience', 'duration', 'purpose', 'started', 'ended', 'entry', 'exit'] as const) {
      const value = cellOf(row, columns, field);
      const label = table.header.cells[columns.get(field) ?? -1];
      if (value === undefined || label === undefined || isNoValue(value.text)) continue;
      if (field === 'audience') setAudienceText(place, label.span, value);
      else setField(place, field, { key: label.span, value, blocks: [] });
    }
    if (!has(draft, 'audience') && remark)
      setNumbers(place, cell.span, within(name, remark.index + remark[0].indexOf('(') + 1, name.text.length - 1));
    innerList(state.draft, 'stages', table.header.span).items.push(draft);
  }
}

/** From one stage to the next when: the exit criteria of the stage that is left. */
function readProgression(state: RolloutState, table: TableBlock): void {
  const { reading } = state;
  const columns = columnsOf(reading, table, 'progression');
  const stages = valueAt(state.draft, 'stages');
  if (stages?.type !== 'draftList') return;
  for (const row of table.rows) {
    const from = cellOf(row, columns, 'from');
    const criteria = cellOf(row, columns, 'exit');
    if (from === undefined || !isFilled(criteria)) continue;
    const left = phraseOf(from.text.split(/→|->/)[0] ?? '');
    for (const stage of stages.items) {
      if (stage.type !== 'draft' || has(stage, 'exit')) continue;
      if (phraseOf(scalarOf(valueAt(stage, 'stage'))?.text ?? '') !== left) continue;
      const list = checklistOf(reading, [], criteria);
      if (list) put(stage, 'exit', from.span, list);
    }
  }
}

/** The decision log. A row without a day, a reason or a name is the template's. */
function readDecisions(state: RolloutState, key: Span, table: TableBlock): void {
  const { reading } = state;
  const columns = columnsOf(reading, table, 'decision');
  for (const row of table.rows) {
    const cells = (['date', 'stage', 'outcome', 'why', 'by'] as const).map(
      field => [field, cellOf(row, columns, field)] as const,
    );
    if (!cells.some(([field, cell]) => (field === 'date' || field === 'why' || field === 'by') && isFilled(cell)))
      continue;
    const draft = draftAt(row.span);
    const zone = newZone();
    for (const [field, cell] of cells) {
      const label = table.header.cells[columns.get(field) ?? -1];
      const shape = decisionShape.fields[field];
      const leaf =
        cell && shape?.type === 'leaf'
          ? leafOf(reading, shape, cell, zone, wordTableOf(field, decisionShape))
          : undefined;
      if (leaf && label) put(draft, field, label.span, leaf);
    }
    if (draft.entries.size > 0) innerList(state.draft, 'decisions', key).items.push(draft);
  }
}

/** What a heading is for a rollout; for telling its kind. */
export function isStageHeading(section: Section): boolean {
  return stageNameOf(section, false) !== undefined;
}
