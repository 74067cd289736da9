import type { Block, TableBlock } from '../../parse/markdown/blocks.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import type { ObjectShape } from '../../schema/shape.ts';
import type { Span } from '../../text/span.ts';
import { readDate } from '../values/date.ts';
import { draftAt, has, innerList, put, scalar, scalarOf, shapeAt, valueAt, type Draft } from './draft.ts';
import { valueOf, type Fact } from './facts.ts';
import { keyOf, readFields, setField, type Special } from './fields.ts';
import { blank, leafOf } from './leaf.ts';
import { cellOf, checklistOf, columnsOf, hasColumns, isFilled, itemRows, rowItem, textsOf } from './lists.ts';
import { phraseOf } from './phrase.ts';
import { headingMeaning, newZone, wordMeaning, type Place, type Reading } from './reading.ts';
import type { Section } from './sections.ts';
import { within, type Written } from './written.ts';

const resultShape = itemShape();

function itemShape(): ObjectShape {
  const shape = shapeAt(documentShapes.retro, 'metrics');
  if (shape?.type !== 'list' || shape.item.type !== 'object') throw new Error('metrics is a list of results');
  return shape.item;
}

type Role = 'primary' | 'secondary' | 'guardrail';

interface RetroState {
  readonly reading: Reading;
  readonly draft: Draft;
  /** The day of the retrospective, where it is not said whether it is still ahead. */
  day: Fact | undefined;
  readonly steps: { readonly outcome: string; readonly key: Span; readonly blocks: readonly Block[] }[];
}

/** Reads a retrospective: of its own, or as a section of its bet. */
export function readRetro(reading: Reading, draft: Draft, lead: readonly Block[], sections: readonly Section[]): void {
  const state: RetroState = { reading, draft, day: undefined, steps: [] };
  const place = placeOf(state, ['retro', 'common']);
  readTables(state, readFields(place, lead, specialOf(state)), undefined, place.draft.anchor);
  for (const section of sections) readRetroSection(state, section);
  readChosenSteps(state);
  setDay(state, place);
}

function placeOf(state: RetroState, labels: readonly string[]): Place {
  return { reading: state.reading, draft: state.draft, shape: documentShapes.retro, labels, zone: newZone() };
}

function specialOf(state: RetroState): Special {
  const { draft } = state;
  return {
    date: fact => {
      state.day ??= fact;
    },
    metrics: fact => readTables(state, fact.blocks, undefined, fact.key),
    learnings: fact => setLearnings(state, fact.key, fact.blocks, fact.value),
    nextSteps: fact => {
      const steps = checklistOf(state.reading, fact.blocks, fact.value);
      if (steps) put(draft, 'nextSteps', fact.key, steps);
    },
  };
}

/** Held where something came out of it, else still ahead (SPEC 8, "Retro"). */
function setDay(state: RetroState, place: Place): void {
  const { day, draft } = state;
  const value = day && valueOf(day);
  if (day === undefined || value === undefined) return;
  const came = has(draft, 'decision.outcome') || has(draft, 'learnings') || hasActuals(draft);
  setField(place, came && readDate(value.text) !== undefined ? 'held' : 'scheduled', {
    key: day.key,
    value,
    blocks: [],
  });
}

function hasActuals(draft: Draft): boolean {
  const metrics = valueAt(draft, 'metrics');
  return metrics?.type === 'draftList' && metrics.items.some(item => item.type === 'draft' && has(item, 'actual'));
}

function readRetroSection(state: RetroState, section: Section): void {
  const { reading, draft } = state;
  const meaning = headingMeaning(reading, ['retro'], section);
  const key = keyOf(section);
  switch (meaning) {
    case 'metrics':
    case 'primary':
    case 'secondary':
    case 'guardrail':
      // The decision may stand below the numbers, without a heading of its own.
      readTables(
        state,
        readFields(placeOf(state, ['retro', 'common']), section.blocks, specialOf(state)),
        meaning === 'metrics' ? undefined : meaning,
        key,
      );
      break;
    case 'learnings': {
      const place = placeOf(state, ['retro', 'common']);
      setLearnings(state, key, readFields(place, section.blocks, specialOf(state)), undefined);
      for (const child of section.children)
        if (headingMeaning(reading, ['retro'], child) === 'learnings') readRetroSection(state, child);
      return;
    }
    case 'framework':
      return;
    case 'nextSteps': {
      const place = placeOf(state, ['retro', 'common']);
      const steps = checklistOf(reading, readFields(place, section.blocks, specialOf(state)));
      if (steps) put(draft, 'nextSteps', key, steps);
      break;
    }
    case 'nextSteps.scale':
    case 'nextSteps.iterate':
    case 'nextSteps.kill':
      state.steps.push({ outcome: meaning.slice('nextSteps.'.length), key, blocks: section.blocks });
      readFields(placeOf(state, ['retro']), section.blocks, specialOf(state));
      break;
    case 'newHypothesis':
    case 'notes':
    case 'links':
      setField(placeOf(state, []), meaning, { key, value: undefined, blocks: section.blocks });
      return;
    case 'hypothesis':
      readWord(state, section, 'hypothesis.result', ['retroHypothesis', 'retro', 'common']);
      break;
    case 'decision':
      readWord(state, section, 'decision.outcome', ['retro', 'common']);
      break;
    case undefined:
      reading.unknown.push({ type: 'heading', text: section.phrase, span: key });
      readFields(placeOf(state, ['retro', 'common']), section.blocks, specialOf(state));
      break;
    default:
      readFields(placeOf(state, ['retro', 'common']), section.blocks, specialOf(state));
  }
  for (const child of section.children) readRetroSection(state, child);
}

/** A section about one word: behind its label, ticked in a list, or what the only paragraph begins with. */
function readWord(state: RetroState, section: Section, path: string, labels: readonly string[]): void {
  const rest = readFields(placeOf(state, labels), section.blocks, specialOf(state));
  if (has(state.draft, path)) return;
  const key = keyOf(section);
  const choices = rest.find(block => block.type === 'list' && block.items.some(item => item.box));
  const only = rest.length === 1 && section.children.length === 0 ? rest[0] : undefined;
  const said = choices ?? (only?.type === 'paragraph' ? only : undefined);
  if (said) setField(placeOf(state, []), path, { key, value: undefined, blocks: [said] });
}

function setLearnings(state: RetroState, key: Span, blocks: readonly Block[], value: Written | undefined): void {
  const list = textsOf(
    state.reading,
    blocks.filter(block => block.type !== 'table'),
    value,
    newZone(),
  );
  if (list) put(state.draft, 'learnings', key, list);
}

function readTables(state: RetroState, blocks: readonly Block[], role: Role | undefined, key: Span): void {
  for (const block of blocks)
    if (block.type === 'table' && hasColumns(state.reading, block, 'result', ['metric']))
      readResults(state, block, role, key);
}

/** Results of metrics, one to a row; a row in which nothing was filled in is the template's. */
function readResults(state: RetroState, table: TableBlock, role: Role | undefined, key: Span): void {
  const { reading } = state;
  const columns = columnsOf(reading, table, 'result');
  for (const row of table.rows) {
    const draft = draftAt(row.span);
    const place: Place = { reading, draft, shape: resultShape, labels: [], zone: newZone() };
    const name = cellOf(row, columns, 'metric');
    const own = ownRole(name);
    const column = cellOf(row, columns, 'role');
    const said = (column && wordMeaning(reading, 'role', phraseOf(column.text))) ?? own ?? role;
    const isGuardrail = said === 'guardrail';
    if (name) setMetric(place, table.header.cells[columns.get('metric') ?? 0]?.span ?? name.span, name);
    for (const field of ['role', 'baseline', 'target', 'threshold', 'actual', 'verdict'] as const) {
      const value = cellOf(row, columns, field);
      const label = table.header.cells[columns.get(field) ?? -1];
      const shape = resultShape.fields[field];
      if (value === undefined || label === undefined || shape?.type !== 'leaf') continue;
      const words = field === 'verdict' ? (isGuardrail ? 'guardrailVerdict' : 'verdict') : field;
      const zone = field === 'verdict' || field === 'role' ? newZone() : place.zone;
      const leaf =
        field === 'verdict' && isGuardrail
          ? guardrailVerdict(reading, value, place)
          : leafOf(reading, shape, value, zone, words);
      if (leaf) put(draft, field, label.span, leaf.blankIn ? { ...leaf, blankIn: place.zone } : leaf);
    }
    if (said !== undefined && !has(draft, 'role')) put(draft, 'role', key, scalar(said, key));
    if (place.zone.filled) innerList(state.draft, 'metrics', key).items.push(draft);
  }
}

/** Of a guardrail the emoji mean other words than of a target. */
function guardrailVerdict(reading: Reading, value: Written, place: Place): ReturnType<typeof leafOf> {
  const shape = { type: 'leaf', reading: 'word', words: ['within', 'alert', 'breached'] } as const;
  return (
    leafOf(reading, shape, value, newZone(), 'guardrailVerdict') ??
    (isFilled(value) ? undefined : blank(value, place.zone))
  );
}

const roleForm = /^(primary|secondary|guardrail)(?: metric)? ?(?:[:–—-] ?|$)/i;

function ownRole(name: Written | undefined): Role | undefined {
  const word = name && roleForm.exec(name.text)?.[1]?.toLowerCase();
  return word === 'primary' || word === 'secondary' || word === 'guardrail' ? word : undefined;
}

function setMetric(place: Place, key: Span, name: Written): void {
  const role = roleForm.exec(name.text);
  const rest = role && within(name, role[0].length);
  const meant = rest ?? name;
  const zone = role && !rest ? newZone() : place.zone;
  const leaf = leafOf(place.reading, { type: 'leaf', reading: 'text' }, meant, zone);
  if (leaf) put(place.draft, 'metric', key, leaf.blankIn ? { ...leaf, blankIn: place.zone } : leaf);
}

const newHypothesis = /^new hypothesis\s*:\s*/i;

/** Of the three lists of next steps the one for what was decided. */
function readChosenSteps(state: RetroState): void {
  const { reading, draft } = state;
  const outcome = scalarOf(valueAt(draft, 'decision.outcome'))?.text.toLowerCase() ?? '';
  const chosen = state.steps.find(steps => outcome.startsWith(steps.outcome));
  if (chosen === undefined) return;
  for (const block of chosen.blocks) {
    if (block.type !== 'table') continue;
    readSteps(state, chosen.key, block);
  }
  const lists = chosen.blocks.filter(block => block.type === 'list');
  const steps = checklistOf(reading, lists);
  if (steps) innerList(draft, 'nextSteps', chosen.key).items.push(...steps.items);
}

function readSteps(state: RetroState, key: Span, table: TableBlock): void {
  for (const row of itemRows(state.reading, table)) {
    const hypothesis = newHypothesis.exec(row.text.text);
    const text = hypothesis && within(row.text, hypothesis[0].length);
    if (text && isFilled(text)) put(state.draft, 'newHypothesis', row.text.span, scalar(text.text, text.span));
    // A step of the template has nobody and no day.
    const who = [row.owner, row.due];
    const isUntouched = who.some(written => written !== undefined) && !who.some(isFilled);
    if (!isFilled(row.text) || isUntouched) continue;
    innerList(state.draft, 'nextSteps', key).items.push(rowItem(row));
  }
}
