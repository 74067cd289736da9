import type { Block, TableBlock } from '../../parse/markdown/blocks.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import type { MapNode } from '../../parse/tree.ts';
import type { Span } from '../../text/span.ts';
import { finish, has, innerDraft, put, scalarOf, valueAt, type Draft } from './draft.ts';
import { keyOf, readFields, setField, type Special } from './fields.ts';
import { valueOf, type Fact } from './facts.ts';
import type { Hierarchy } from './hierarchy.ts';
import { launchSections } from './launch.ts';
import { leafOf } from './leaf.ts';
import { cellOf, columnsOf, hasColumns } from './lists.ts';
import { finishHierarchy, hierarchyIn, readMetricSection, readMetricTable, readTier } from './metrics.ts';
import { phraseOf } from './phrase.ts';
import { factsIn, headingMeaning, labelMeaning, newZone, wordMeaning, type Place, type Reading } from './reading.ts';
import { readRetro } from './retro.ts';
import { readRollout } from './rollout.ts';
import type { Section } from './sections.ts';

/** What a bet's Markdown says besides its fields. */
export interface BetForm {
  /** Metrics in Primary, Secondary and Guardrail tables only: there are no tiers that could be missing (SPEC 8, "Metrics"). */
  readonly tierless: boolean;
  /** The way back that its launch speaks of. */
  readonly rollback?: MapNode;
}

/** Reads a bet: the labels under its title, then its sections. */
export function readBet(reading: Reading, draft: Draft, lead: readonly Block[], sections: readonly Section[]): BetForm {
  const state: BetState = { reading, draft, hierarchy: undefined, rollback: undefined };
  const place = placeOf(state, ['bet', 'common']);
  const rest = readFields(place, lead, specialOf(state, place));
  readLooseTables(state, rest);
  for (const section of sections) readBetSection(state, section);
  if (state.hierarchy) finishHierarchy(state.hierarchy);
  return {
    tierless: state.hierarchy !== undefined && !state.hierarchy.hasTiers,
    ...(state.rollback && { rollback: state.rollback }),
  };
}

interface BetState {
  readonly reading: Reading;
  readonly draft: Draft;
  hierarchy: Hierarchy | undefined;
  rollback: MapNode | undefined;
}

function placeOf(state: BetState, labels: readonly string[]): Place {
  return { reading: state.reading, draft: state.draft, shape: documentShapes.bet, labels, zone: newZone() };
}

function hierarchyOf(state: BetState, key: Span): Hierarchy {
  return (state.hierarchy ??= hierarchyIn(state.reading, state.draft, key));
}

function specialOf(state: BetState, place: Place): Special {
  return {
    metrics: fact => {
      const table = fact.blocks.find(block => block.type === 'table');
      if (table?.type === 'table') readBetMetrics(state, fact.key, table);
      else setField(place, 'metrics', fact);
    },
    hypothesis: fact => readHypothesis(state, fact.key, fact.blocks, fact),
    'retro.decision': fact => readDecision(state, place, fact),
  };
}

/** A decision on the bet itself is that of its retro. */
function readDecision(state: BetState, place: Place, fact: Fact): void {
  const value = valueOf(fact);
  const leaf = value && leafOf(state.reading, decisionShape, value, place.zone, 'outcome');
  if (leaf) put(state.draft, 'retro.decision.outcome', fact.key, leaf);
}

const decisionShape = {
  type: 'leaf',
  reading: 'word',
  words: ['scale', 'iterate', 'kill'],
  otherWords: { scaled: 'scale', killed: 'kill' },
} as const;

/** A table below a bet's "Metrics": core, the first primary where a row says so. */
function readBetMetrics(state: BetState, key: Span, table: TableBlock): void {
  const hierarchy = hierarchyOf(state, key);
  readMetricTable(hierarchy, table, { tier: 'core', key, zone: newZone(), isPrimary: false });
}

function readHypothesis(state: BetState, key: Span, blocks: readonly Block[], fact?: Fact): void {
  const place = placeOf(state, ['hypothesis']);
  const rest = readFields(place, blocks);
  if (has(state.draft, 'hypothesis')) return;
  setField(place, 'hypothesis', { key, value: fact?.value, blocks: rest });
}

function readBetSection(state: BetState, section: Section): void {
  const { reading, draft } = state;
  const meaning = headingMeaning(reading, ['bet'], section);
  const key = keyOf(section);
  switch (meaning) {
    case 'hypothesis': {
      const place = placeOf(state, ['hypothesis', 'bet', 'common']);
      const rest = readFields(place, section.blocks, specialOf(state, place));
      if (!has(draft, 'hypothesis'))
        setField(place, 'hypothesis', { key, value: undefined, blocks: rest.filter(isText) });
      break;
    }
    case 'metrics':
      readMetricsSection(state, section);
      return;
    case 'primary':
    case 'secondary':
      readTier(hierarchyOf(state, key), 'core', section, meaning === 'primary');
      readAfterMetrics(state, section.blocks);
      return;
    case 'lagging':
    case 'core':
    case 'leading':
    case 'guardrails': {
      const hierarchy = hierarchyOf(state, key);
      if (meaning !== 'guardrails') hierarchy.hasTiers = true;
      readTier(hierarchy, meaning, section);
      readAfterMetrics(state, section.blocks);
      return;
    }
    case 'timebox': {
      const rest = readSection(state, section);
      for (const table of rest) if (table.type === 'table') readMilestones(state, table);
      setWhereAlone(state, 'timebox', section, rest);
      break;
    }
    case 'retro':
      readRetro(reading, innerDraft(draft, 'retro', key), section.blocks, section.children);
      return;
    case 'rollout':
      readRollout(reading, innerDraft(draft, 'rollout', key), section.blocks, section.children);
      return;
    case 'launch':
      state.rollback ??= finish(
        launchSections(reading, innerDraft(draft, 'launch', key), section.blocks, section.children),
      );
      return;
    case 'criteria.kill':
    case 'criteria.scale':
    case 'criteria.iterate':
      setField(placeOf(state, []), meaning, { key, value: undefined, blocks: readSection(state, section) });
      return;
    case 'opportunity':
    case 'notes':
    case 'links':
      setField(placeOf(state, []), meaning, { key, value: undefined, blocks: section.blocks });
      return;
    case undefined:
      reading.unknown.push({ type: 'heading', text: section.phrase, span: key });
      readSection(state, section);
      break;
    default:
      readLooseTables(state, readSection(state, section));
  }
  for (const child of section.children) readBetSection(state, child);
}

function isText(block: Block): boolean {
  return block.type === 'paragraph' || block.type === 'quote';
}

function readSection(state: BetState, section: Section): readonly Block[] {
  const place = placeOf(state, ['bet', 'common']);
  return readFields(place, section.blocks, specialOf(state, place));
}

/** `## Appetite` with nothing but "6 weeks" under it. */
function setWhereAlone(state: BetState, path: 'timebox', section: Section, rest: readonly Block[]): void {
  const [only] = rest;
  if (rest.length !== 1 || only?.type !== 'paragraph' || has(state.draft, `${path}.duration`)) return;
  setField(placeOf(state, []), path, { key: keyOf(section), value: undefined, blocks: rest });
}

const ofTheBet = /^(?:criteria|timebox|retro|iteration)\b/;

/** Labels below a tier's table speak of the bet where no metric has such a field. */
function readAfterMetrics(state: BetState, blocks: readonly Block[]): void {
  const place = placeOf(state, ['bet']);
  const special = specialOf(state, place);
  for (const fact of factsIn(
    place,
    blocks.filter(block => block.type !== 'table'),
  ).facts) {
    const meaning = labelMeaning(place, fact.phrase);
    if (meaning === undefined || !ofTheBet.test(meaning)) continue;
    const own = special[meaning];
    if (own) own(fact);
    else setField(place, meaning, fact);
  }
}

/** "Success metrics": Primary, Secondary and Guardrail below it, or a whole hierarchy, or one table. */
function readMetricsSection(state: BetState, section: Section): void {
  const { reading } = state;
  const key = keyOf(section);
  const place = placeOf(state, ['bet', 'common']);
  const rest = readFields(place, section.blocks, specialOf(state, place));
  for (const table of rest)
    if (table.type === 'table' && hasColumns(reading, table, 'metric', ['name'])) readBetMetrics(state, key, table);
  for (const child of section.children) {
    const meaning = headingMeaning(reading, ['bet'], child);
    if (meaning === undefined) readMetricSection(hierarchyOf(state, key), child);
    else readBetSection(state, child);
  }
}

/** Tables in a section of no meaning of its own: milestones. */
function readLooseTables(state: BetState, blocks: readonly Block[]): void {
  for (const block of blocks)
    if (block.type === 'table' && hasColumns(state.reading, block, 'milestone', ['milestone', 'date']))
      readMilestones(state, block);
}

/** Kick-off is the timebox's start, the final review its end and the retro's date (SPEC 8, "Backlog"). */
function readMilestones(state: BetState, table: TableBlock): void {
  const { reading, draft } = state;
  if (!hasColumns(reading, table, 'milestone', ['milestone', 'date'])) return;
  const columns = columnsOf(reading, table, 'milestone');
  const zone = newZone();
  for (const row of table.rows) {
    const name = cellOf(row, columns, 'milestone');
    const date = cellOf(row, columns, 'date');
    const meaning = name && wordMeaning(reading, 'milestone', phraseOf(name.text));
    const leaf = meaning && date && leafOf(reading, { type: 'leaf', reading: 'date' }, date, zone);
    if (!leaf) continue;
    put(draft, meaning === 'start' ? 'timebox.start' : 'timebox.end', name.span, leaf);
    if (meaning === 'end' && scalarOf(valueAt(draft, 'retro')) === undefined)
      put(draft, 'retro.scheduled', name.span, leaf);
  }
}
