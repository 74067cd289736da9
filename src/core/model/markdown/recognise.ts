import type { Block, TableBlock } from '../../parse/markdown/blocks.ts';
import type { ParsedFile } from '../../parse/file.ts';
import { isForeign } from '../../parse/file.ts';
import { entryOf, type Node } from '../../parse/tree.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import { isKind, kinds, type Kind } from '../../schema/kinds.ts';
import { spanOf, type Span } from '../../text/span.ts';
import { readAudience, type Audience } from '../values/audience.ts';
import { placeholdersIn } from '../values/placeholder.ts';
import { tiers, type Tier } from '../tiers.ts';
import { draftAt, scalarOf, valueAt, type Draft, type DraftValue } from './draft.ts';
import { readFields } from './fields.ts';
import { cellOf, columnsOf, hasColumns, isFilled, itemRows } from './lists.ts';
import { tickIn } from './choice.ts';
import { phraseOf } from './phrase.ts';
import { newReading, newZone, type Reading } from './reading.ts';
import { sectionsInside, sectionsOf, type Section } from './sections.ts';
import { isStageHeading, readRollout } from './rollout.ts';
import { readHierarchy } from './metrics.ts';
import { vocabulary, type Vocabulary } from './vocabulary.ts';
import { writtenOf, type Written } from './written.ts';

/**
 * Markdown that merely reads like an artifact (SPEC 1): what could be read of it, and nothing that it does not say. No
 * rule speaks of it; the one thing to be said is an offer to adopt it, at its first heading or line.
 */
export interface Recognised {
  readonly kind: Kind;
  readonly title: Said | undefined;
  readonly owner: Said | undefined;
  /** Days that are written as such, in the order of the text. */
  readonly dates: readonly Said[];
  readonly stages: readonly RecognisedStage[];
  readonly metrics: readonly RecognisedMetric[];
  /** Task boxes in lists and cells. */
  readonly checklist: Progress;
  /** Rows of tables that have a status; none is not "all done". */
  readonly rows: Progress;
  /** Whether it calls itself a template, or its title was never filled in: nothing to adopt. */
  readonly isTemplate: boolean;
  /** Where the offer to adopt stands. */
  readonly offer: Span;
}

export interface Said {
  readonly text: string;
  readonly span: Span;
}

export interface RecognisedStage extends Said {
  readonly audience?: Audience;
}

export interface RecognisedMetric extends Said {
  readonly tier: Tier;
  readonly threshold?: string;
  readonly target?: string;
  readonly current?: string;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Recognises a parsed Markdown file (see `parseAnyMarkdown`) that is no artifact; undefined for one that is, or is none of ours. */
export function recognise(parsed: ParsedFile, path: string, words: Vocabulary = vocabulary): Recognised | undefined {
  const body = parsed.markdown;
  const front = parsed.documents[0];
  if (
    body === undefined ||
    parsed.name.suffixKind !== undefined ||
    (front && (isForeign(front) || front.problems.length > 0))
  )
    return undefined;
  if (scalarText(front?.root, 'kind') !== undefined && isKind(scalarText(front?.root, 'kind') ?? '')) return undefined;
  const top = sectionsOf(body.blocks, body.span);
  const reading = newReading(words);
  const kind = kindOf(reading, front?.root, path, top);
  if (kind === undefined) return undefined;
  const draft = draftAt(body.span);
  readRollout(
    reading,
    kind === 'rollout' ? draft : draftAt(body.span),
    top.blocks,
    kind === 'rollout' ? top.children : [],
  );
  const hierarchy = draftAt(body.span);
  readHierarchy(reading, hierarchy, kind === 'launch' ? [] : top.children, []);
  const heading = sectionsInside(top)[0];
  return {
    kind,
    title: saidOf(heading?.title && writtenOf(heading.title)) ?? frontText(front?.root, ['title', 'name']),
    owner: ownerIn(reading, front?.root, top),
    dates: datesIn(parsed.text, body.span),
    stages: stagesOf(draft),
    metrics: metricsOfDraft(hierarchy),
    checklist: boxesIn(reading, body.blocks),
    rows: rowsIn(reading, body.blocks),
    isTemplate:
      heading !== undefined &&
      (/\btemplate$/.test(heading.phrase) || placeholdersIn(heading.heading?.content.text ?? '').length > 0),
    offer: heading?.heading?.span ?? firstLine(body.blocks, body.span),
  };
}

/** The kind that an adopted document of this form would be, for folders that are ours by the setting `betwright.include`. */
export function kindByForm(parsed: ParsedFile, path: string, words: Vocabulary = vocabulary): Kind | undefined {
  if (parsed.markdown === undefined) return undefined;
  const top = sectionsOf(parsed.markdown.blocks, parsed.markdown.span);
  const reading = newReading(words);
  const named = kindOf(reading, parsed.documents[0]?.root, path, top);
  if (named !== undefined) return named;
  const strong = kinds.filter(kind => confirms(reading, kind, top, 3));
  return strong.length === 1 ? strong[0] : undefined;
}

const typeWords: Readonly<Record<string, Kind>> = {
  bet: 'bet',
  'strategic bet': 'bet',
  pitch: 'bet',
  metrics: 'metrics',
  'metrics hierarchy': 'metrics',
  rollout: 'rollout',
  'rollout plan': 'rollout',
  'release plan': 'rollout',
  retro: 'retro',
  retrospective: 'retro',
  'bet retrospective': 'retro',
  launch: 'launch',
  'launch checklist': 'launch',
  'launch plan': 'launch',
  'launch readiness': 'launch',
};

const fileWords: readonly (readonly [RegExp, Kind])[] = [
  [/\b(?:rollout|release) plan\b|\brollout\b/, 'rollout'],
  [/\blaunch (?:checklist|plan|readiness)\b|\blaunch$/, 'launch'],
  [/\bretro(?:spective)?\b/, 'retro'],
  [/\bbets?\b|\bpitch(?:es)?\b/, 'bet'],
  [/\bmetrics\b|\bnorth star\b/, 'metrics'],
];

/** Other rounds that look back, and other things of the name. */
const foreignWords = /\b(?:sprint|scrum|iteration) retro|\bpost ?mortem\b|\bgambl|\bodds\b|\bbankroll\b|\bsportsbook\b/;

function kindOf(reading: Reading, front: Node | undefined, path: string, top: Section): Kind | undefined {
  const type =
    ['type', 'artifact_type', 'kind'].map(key => scalarText(front, key)).find(text => text !== undefined) ??
    nestedType(front);
  const written = type === undefined ? undefined : phraseOf(type);
  // Whole values are compared: a type of one's own is somebody else's.
  if (written !== undefined)
    return Object.hasOwn(typeWords, written) && confirms(reading, typeWords[written] ?? 'bet', top, 1)
      ? typeWords[written]
      : undefined;
  const name = phraseOf(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).replace(/\.md$/i, ''));
  const title = sectionsInside(top)[0]?.phrase ?? '';
  if (foreignWords.test(`${name} ${title}`)) return undefined;
  for (const text of [title, name]) {
    const kind = fileWords.find(([form, each]) => form.test(text) && confirms(reading, each, top, 2))?.[1];
    if (kind !== undefined) return kind;
  }
  return undefined;
}

function scalarText(node: Node | undefined, key: string): string | undefined {
  const value = node?.type === 'map' ? entryOf(node, key)?.value : undefined;
  return value?.type === 'scalar' && value.value !== null ? value.text.trim() : undefined;
}

function nestedType(front: Node | undefined): string | undefined {
  const artifact = front?.type === 'map' ? entryOf(front, 'artifact')?.value : undefined;
  return scalarText(artifact, 'type');
}

/** Headings that only a document of this kind has, besides those its reader knows. */
const confirming: Readonly<Record<Kind, RegExp>> = {
  bet: /^(?:hypothesis|the bet|bet|bets|appetite|no gos?|rabbit holes?|kill criteri(?:a|on)|success criteria|success metrics|problem|solution|assumptions|explicit assumptions|goal)\b/,
  metrics:
    /^(?:north star|input metrics|guardrails?|lagging|core|leading|key usage|health metrics|primary|secondary)\b/,
  rollout:
    /^(?:rollback|rollout|stage|phase|canary|phased|monitoring|graduation|safety gates|feature flag|operational)\b/,
  retro: /^(?:hypothesis|key learnings|what we learned|decision|metrics review)\b/,
  launch:
    /^(?:pre launch|launch|post launch|marketing|sales|support|communications|release|documentation|product readiness|site updates|default launch|go no go|gtm)\b/,
  tracks: /^(?:allocation|discovery|delivery|coordination)\b/,
};

function confirms(reading: Reading, kind: Kind, top: Section, wanted: number): boolean {
  const sections = sectionsInside(top);
  if (sections.some(section => foreignWords.test(section.phrase))) return false;
  const strong = sections.filter(section => section !== sections[0] && confirming[kind].test(section.phrase)).length;
  const stages = kind === 'rollout' ? sections.filter(isStageHeading).length : 0;
  if (strong + stages >= wanted) return true;
  return [top, ...sections].some(section =>
    section.blocks.some(block => block.type === 'table' && isCharacteristic(reading, kind, block)),
  );
}

function isCharacteristic(reading: Reading, kind: Kind, table: TableBlock): boolean {
  switch (kind) {
    case 'bet': {
      const phrases = table.header.cells.map(cell => phraseOf(cell.text));
      return phrases.includes('bet') && phrases.some(phrase => /^(?:kill|hypothesis|status|appetite)/.test(phrase));
    }
    case 'metrics':
      return (
        hasColumns(reading, table, 'metric', ['name']) &&
        (table.header.cells.length === 2 ||
          ['target', 'threshold', 'current'].some(column => hasColumns(reading, table, 'metric', [column])))
      );
    case 'rollout':
      return (
        hasColumns(reading, table, 'stage', ['stage', 'audience']) ||
        hasColumns(reading, table, 'stage', ['stage', 'exit'])
      );
    case 'retro':
      return hasColumns(reading, table, 'result', ['metric', 'actual']);
    case 'launch':
      return hasColumns(reading, table, 'item', ['text', 'owner', 'done']);
    case 'tracks':
      return hasColumns(reading, table, 'week', ['week', 'discovery', 'delivery']);
  }
}

function saidOf(written: Written | undefined): Said | undefined {
  return written && { text: written.text, span: written.span };
}

function frontText(front: Node | undefined, keys: readonly string[]): Said | undefined {
  for (const key of keys) {
    const value = front?.type === 'map' ? entryOf(front, key)?.value : undefined;
    if (value?.type === 'scalar' && value.text.trim() !== '') return { text: value.text, span: value.span };
  }
  return undefined;
}

function ownerIn(reading: Reading, front: Node | undefined, top: Section): Said | undefined {
  const said = frontText(front, ['owner', 'dri', 'author']);
  if (said) return said;
  for (const section of [top, ...sectionsInside(top)]) {
    const draft = draftAt(section.span);
    readFields({ reading, draft, shape: documentShapes.bet, labels: ['common'], zone: newZone() }, section.blocks);
    const node = scalarOf(valueAt(draft, 'owner'));
    if (node && isFilled({ text: node.text, span: node.span })) return { text: node.text, span: node.span };
  }
  return undefined;
}

const isoDay = /(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g;

function datesIn(text: string, span: Span): readonly Said[] {
  return [...text.slice(span.start, span.end).matchAll(isoDay)].slice(0, 100).map(match => ({
    text: match[0],
    span: spanOf(span.start + match.index, span.start + match.index + match[0].length),
  }));
}

function itemsOf(value: DraftValue | undefined): readonly Draft[] {
  return value?.type === 'draftList' ? value.items.filter(item => item.type === 'draft') : [];
}

function stagesOf(draft: Draft): readonly RecognisedStage[] {
  return itemsOf(valueAt(draft, 'stages')).flatMap(stage => {
    const name = scalarOf(valueAt(stage, 'stage'));
    const audience = scalarOf(valueAt(stage, 'audience')) ?? scalarOf(valueAt(stage, 'audience.text'));
    return name
      ? [{ text: name.text, span: name.span, ...(audience && { audience: readAudience(audience.text) }) }]
      : [];
  });
}

function metricsOfDraft(draft: Draft): readonly RecognisedMetric[] {
  return tiers.flatMap(tier =>
    itemsOf(valueAt(draft, tier)).flatMap(metric => {
      const name = scalarOf(valueAt(metric, 'name'));
      if (name === undefined) return [];
      const told = (['threshold', 'target', 'current'] as const).flatMap(field => {
        const node = scalarOf(valueAt(metric, field));
        return node ? [[field, node.text] as const] : [];
      });
      return [{ tier, text: name.text, span: name.span, ...Object.fromEntries(told) }];
    }),
  );
}

/** Every task item once, parents and nested ones alike; boxes in the cells of a checklist too. */
function boxesIn(reading: Reading, blocks: readonly Block[]): Progress {
  let done = 0;
  let total = 0;
  const count = (isDone: boolean): void => {
    total++;
    if (isDone) done++;
  };
  const walk = (inner: readonly Block[]): void => {
    for (const block of inner) {
      if (block.type === 'quote') walk(block.blocks);
      else if (block.type === 'list')
        for (const item of block.items) {
          if (item.box) count(item.box.state === 'done');
          walk(item.blocks);
        }
      else if (block.type === 'table' && hasColumns(reading, block, 'item', ['text']))
        for (const box of cellBoxes(reading, block)) count(box);
    }
  };
  walk(blocks);
  return { done, total };
}

/** Boxes before an item's text or alone as its status; `[X]` in any other column is a placeholder. */
function cellBoxes(reading: Reading, table: TableBlock): readonly boolean[] {
  const columns = columnsOf({ ...reading, unknown: [] }, table, 'item');
  return table.rows.flatMap(row => {
    const box = ['text', 'done'].flatMap(column => {
      const cell = cellOf(row, columns, column);
      return (cell && tickIn(cell)) ?? [];
    })[0];
    return box ? [box.done] : [];
  });
}

function rowsIn(reading: Reading, blocks: readonly Block[]): Progress {
  let done = 0;
  let total = 0;
  for (const block of blocks) {
    if (block.type !== 'table' || !hasColumns(reading, block, 'item', ['text', 'done'])) continue;
    for (const row of itemRows(reading, block)) {
      if (row.state === 'notNeeded') continue;
      total++;
      if (row.state === 'done') done++;
    }
  }
  return { done, total };
}

function firstLine(blocks: readonly Block[], span: Span): Span {
  const first = blocks[0];
  return first
    ? spanOf(first.span.start, Math.min(first.span.end, first.span.start + 80))
    : spanOf(span.start, span.start);
}
