import type { TableBlock } from '../../parse/markdown/blocks.ts';
import type { ParsedFile } from '../../parse/file.ts';
import { entryOf, type Node } from '../../parse/tree.ts';
import { kinds, type Kind } from '../../schema/kinds.ts';
import { hasColumns } from './lists.ts';
import { phraseOf } from './phrase.ts';
import { newReading, type Reading } from './reading.ts';
import { isForeignName, kindOfType, namedKinds, type NamedKind } from './recognised-names.ts';
import { isStageHeading } from './rollout.ts';
import { sectionsInside, sectionsOf, type Section } from './sections.ts';
import { vocabulary, type Vocabulary } from './vocabulary.ts';

/** What kind of artifact a text reads like, by what it is called and by what stands in it; undefined for none. */
export function recognisedKind(reading: Reading, parsed: ParsedFile, top: Section): Kind | undefined {
  return kindOf(reading, parsed, top, isConfirmed);
}

/** The kind that an adopted document of this form would be, for folders that are ours by the setting `betwright.include`. */
export function kindByForm(parsed: ParsedFile, words: Vocabulary = vocabulary): Kind | undefined {
  if (parsed.markdown === undefined) return undefined;
  const top = sectionsOf(parsed.markdown.blocks, parsed.markdown.span);
  const reading = newReading(words);
  const named = kindOf(reading, parsed, top, (found, each) => found.count >= 2 || isInTable(reading, each.kind, top));
  if (named !== undefined) return named;
  const strong = kinds.filter(kind => {
    const found = confirmationsOf(kind, top);
    return found !== undefined && (found.count >= 3 || isInTable(reading, kind, top));
  });
  return strong.length === 1 ? strong[0] : undefined;
}

type Judgement = (found: Confirmations, named: NamedKind, hasTable: () => boolean) => boolean;

function kindOf(reading: Reading, parsed: ParsedFile, top: Section, isEnough: Judgement): Kind | undefined {
  const front = parsed.documents[0]?.root;
  const type = ['type', 'artifact_type', 'kind'].map(key => scalarText(front, key)).find(text => text !== undefined);
  const written = type ?? nestedType(front);
  // Whole values are compared: a type of one's own is somebody else's.
  if (written !== undefined) {
    const kind = kindOfType(written);
    if (kind === undefined) return undefined;
    const found = confirmationsOf(kind, top);
    return found !== undefined && (found.count >= 1 || isInTable(reading, kind, top)) ? kind : undefined;
  }
  const candidates = namedKinds(phraseOf(parsed.name.stem), sectionsInside(top)[0]?.phrase ?? '');
  return candidates.find(named => {
    const found = confirmationsOf(named.kind, top);
    return found !== undefined && isEnough(found, named, () => isInTable(reading, named.kind, top));
  })?.kind;
}

/** A name that says it all wants little more; one that may say anything wants what only such a document has. */
function isConfirmed({ count, telling }: Confirmations, { weight }: NamedKind, hasTable: () => boolean): boolean {
  if (weight === 'telling' && count >= 2) return true;
  if (weight !== 'slight' && (telling >= 2 || (telling === 1 && count >= 3))) return true;
  return hasTable();
}

export function scalarText(node: Node | undefined, key: string): string | undefined {
  const value = node?.type === 'map' ? entryOf(node, key)?.value : undefined;
  return value?.type === 'scalar' && value.value !== null ? value.text.trim() : undefined;
}

function nestedType(front: Node | undefined): string | undefined {
  const artifact = front?.type === 'map' ? entryOf(front, 'artifact')?.value : undefined;
  return scalarText(artifact, 'type');
}

/** Headings that hardly any other document has, by kind. */
const telling: Readonly<Record<Kind, RegExp>> = {
  bet: /^(?:hypothesis|the bet|appetite|no gos?|rabbit holes?|kill criteri(?:a|on)|explicit assumptions|(?:active|proposed|completed|concluded) bets|bet \d+)\b/,
  metrics:
    /^(?:north star|guardrails?|lagging|leading$|key usage|(?:input|health|counter|leading|guardrail) (?:metrics?|kpis?|indicators?))(?![\p{L}\p{N}])/u,
  rollout:
    /^(?:rollback (?:triggers?|criteria|plan|steps)|rollout (?:controls|stages|phases|plan|schedule|overview|strategy)|(?:phased|staged) rollout|safety gates|graduation criteria)\b/,
  retro: /^(?:hypothesis|metrics review|key learnings?|bet summary|decision framework)\b/,
  launch:
    /^(?:pre launch|post launch|launch day|before launch|after launch|default launch|go no go|gtm|site updates|(?:product|marketing|sales|support|launch) readiness)\b/,
  tracks: /^(?:allocation|discovery|delivery|coordination)\b/,
};

/** Headings that such a document usually has, and others have too. */
const usual: Readonly<Record<Kind, RegExp>> = {
  bet: /^(?:bets?|success criteria|success metrics|problem|solution|assumptions|goal)\b/,
  metrics: /^(?:core|primary|secondary|business|input|output)(?: (?:metrics?|kpis?|outcomes?)|$)/,
  rollout: /^(?:rollback|rollout|stage|phase|canary|phased|monitoring|graduation|feature flag|operational)\b/,
  retro: /^(?:what we learned|learnings|decision|next steps)\b/,
  launch: /^(?:launch|marketing|sales|support|communications|release|documentation)\b/,
  tracks: /^(?!)/,
};

interface Confirmations {
  /** Headings of both sorts. */
  readonly count: number;
  readonly telling: number;
}

/** Headings that speak for a kind, the title left out; undefined where one speaks of something else altogether. */
function confirmationsOf(kind: Kind, top: Section): Confirmations | undefined {
  const [title, ...sections] = sectionsInside(top);
  if (isForeignName(title?.phrase ?? '') || sections.some(({ phrase }) => isForeignName(phrase))) return undefined;
  // What several headings begin with speaks once; each stage is one of its own.
  const strong = new Set<string>();
  const all = new Set<string>();
  for (const section of sections) {
    const { phrase } = section;
    const word = kind === 'rollout' && isStageHeading(section) ? phrase : telling[kind].exec(phrase)?.[0];
    if (word !== undefined) strong.add(word);
    const said = word ?? usual[kind].exec(phrase)?.[0];
    if (said !== undefined) all.add(said);
  }
  return { count: all.size, telling: strong.size };
}

function isInTable(reading: Reading, kind: Kind, top: Section): boolean {
  return [top, ...sectionsInside(top)].some(section =>
    section.blocks.some(block => block.type === 'table' && isCharacteristic(reading, kind, block)),
  );
}

const metricWord = /^(?:key )?(?:metrics?|kpis?|measures?|guardrails?|indicators?)\b/;
const measuredBy = /^(?:outcomes?|goals?|objectives?|questions?|why|target)\b/;

function isCharacteristic(reading: Reading, kind: Kind, table: TableBlock): boolean {
  const phrases = table.header.cells.map(cell => phraseOf(cell.text));
  switch (kind) {
    case 'bet':
      return phrases.includes('bet') && phrases.some(phrase => /^(?:kill|hypothesis|status|appetite)/.test(phrase));
    case 'metrics': {
      // A reference of what a program counts has names and descriptions; a plan has something to reach or to keep.
      if (!phrases.some(phrase => metricWord.test(phrase))) return false;
      if (phrases.length === 2 && phrases.some(phrase => measuredBy.test(phrase))) return true;
      return ['target', 'threshold'].some(column => hasColumns(reading, table, 'metric', [column]));
    }
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
