import type { Block } from '../../parse/markdown/blocks.ts';
import { spanOfSlice } from '../../parse/markdown/inline.ts';
import type { LeafShape, ObjectShape } from '../../schema/shape.ts';
import type { Span } from '../../text/span.ts';
import { readDateRange } from '../values/date.ts';
import { isNoValue, isPlaceholder } from '../values/placeholder.ts';
import { put, scalar, shapeAt, type Zone } from './draft.ts';
import { valueOf, type Fact } from './facts.ts';
import { blank, leafOf } from './leaf.ts';
import { linksOf } from './links.ts';
import { checklistOf, listOf, textsOf } from './lists.ts';
import { factsIn, labelMeaning, noteUnknown, type Place } from './reading.ts';
import { triggersOf } from './triggers.ts';
import { within, writtenOf, type Written } from './written.ts';

/** What a label or heading says: where it stands, and its value on the line or below. */
export interface Said {
  readonly key: Span;
  readonly value: Written | undefined;
  readonly blocks: readonly Block[];
}

/** Labels whose value is no field as it stands, by meaning. */
export type Special = Readonly<Record<string, (fact: Fact) => void>>;

/** Reads the labels among some blocks into fields, and returns what belongs to no label. */
export function readFields(place: Place, blocks: readonly Block[], special: Special = {}): readonly Block[] {
  const { facts, rest } = factsIn(place, blocks);
  for (const fact of facts) {
    const meaning = labelMeaning(place, fact.phrase);
    const own = meaning === undefined ? undefined : special[meaning];
    if (meaning === undefined) noteUnknown(place.reading, fact);
    else if (own) own(fact);
    else setField(place, meaning, fact);
  }
  return rest;
}

/** Sets a field from what is written, as the schema wants it. */
export function setField(place: Place, path: string, said: Said): void {
  const shape = shapeAt(place.shape, path);
  const { draft, reading, zone } = place;
  switch (shape?.type) {
    case 'leaf':
      setLeaf(place, path, shape, said);
      return;
    case 'object':
      setObject(place, path, shape, said);
      return;
    case 'list': {
      const { item } = shape;
      const list =
        item.type === 'object' && item.name === 'ChecklistItem'
          ? checklistOf(reading, said.blocks, said.value)
          : item.type === 'object' && item.name === 'Trigger'
            ? triggersOf(reading, said.blocks, said.value)
            : path === 'tags'
              ? tagsOf(said, zone)
              : item.type === 'leaf'
                ? textsOf(reading, said.blocks, said.value, zone)
                : undefined;
      if (list) put(draft, path, said.key, list);
      return;
    }
    case 'map': {
      const links = linksOf(said);
      if (links) {
        zone.filled = true;
        put(draft, path, said.key, links);
      }
      return;
    }
    case 'embed': {
      const written = said.value && idIn(said.value);
      if (written) {
        zone.filled = true;
        put(draft, path, said.key, scalar(written.text, written.span));
      }
      return;
    }
    default:
  }
}

const wordTables: Readonly<Record<string, string>> = {
  status: 'status',
  result: 'result',
  cadence: 'cadence',
};

/** The vocabulary's words for a field, by its name and what it belongs to. */
export function wordTableOf(path: string, shape: ObjectShape): string | undefined {
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (name === 'outcome')
    return shape.name === 'StageDecision' || shape.name === 'DecisionEntry' ? 'stageOutcome' : 'outcome';
  return wordTables[name];
}

const linkFields = new Set(['opportunity', 'rollback.runbook', 'flag.url']);

function setLeaf(place: Place, path: string, shape: LeafShape, said: Said): void {
  const written = tickedItem(said) ?? valueOf({ ...said, phrase: '' });
  if (written === undefined) return;
  const meant =
    shape.reading === 'reference' ? (idIn(written) ?? written) : linkFields.has(path) ? linkIn(written) : written;
  const leaf = leafOf(place.reading, shape, meant, place.zone, wordTableOf(path, place.shape));
  if (leaf) put(place.draft, path, said.key, leaf);
}

/** Choices in a list of task items: what is ticked, as one row of boxes. */
function tickedItem(said: Said): Written | undefined {
  const list = said.value === undefined ? said.blocks.find(block => block.type === 'list') : undefined;
  if (list?.type !== 'list' || !list.items.some(item => item.box)) return undefined;
  const text = list.items
    .flatMap(item => {
      const first = item.blocks[0];
      return item.box && first?.type === 'paragraph'
        ? [`[${item.box.state === 'done' ? 'x' : ' '}] ${first.content.text}`]
        : [];
    })
    .join(' ');
  const ticked = list.items.filter(item => item.box?.state === 'done');
  const only = ticked.length === 1 ? ticked[0]?.blocks[0] : undefined;
  if (only?.type === 'paragraph') {
    const slice = { inline: only.content, from: 0, to: only.content.text.length };
    return writtenOf(slice);
  }
  return { text, span: list.span };
}

function setObject(place: Place, path: string, shape: ObjectShape, said: Said): void {
  const written = valueOf({ ...said, phrase: '' });
  if (written === undefined || shape.shorthand === undefined) return;
  if (shape.name === 'Timebox') {
    setTimebox(place, path, said.key, written);
    return;
  }
  const inner = shape.fields[shape.shorthand];
  const leaf =
    inner?.type === 'leaf'
      ? leafOf(place.reading, inner, written, place.zone, wordTableOf(shape.shorthand, shape))
      : undefined;
  if (leaf) put(place.draft, shape.name === 'Hypothesis' ? `${path}.${shape.shorthand}` : path, said.key, leaf);
}

/** A duration, or the days from and to. */
function setTimebox(place: Place, path: string, key: Span, written: Written): void {
  const range = readDateRange(written.text);
  if (range !== undefined) {
    const first = within(written, 0, written.text.indexOf(range.start) + 10);
    const from = first && within(first, first.text.length - 10);
    const at = written.text.lastIndexOf(range.end);
    const to = within(written, at, at + 10);
    place.zone.filled = true;
    if (from) put(place.draft, `${path}.start`, key, scalar(from.text, from.span));
    if (to) put(place.draft, `${path}.end`, key, scalar(to.text, to.span));
    return;
  }
  const leaf = leafOf(place.reading, { type: 'leaf', reading: 'duration' }, written, place.zone);
  if (leaf) put(place.draft, `${path}.duration`, key, leaf);
}

function tagsOf(said: Said, zone: Zone): ReturnType<typeof listOf> | undefined {
  const { value } = said;
  if (value === undefined || isNoValue(value.text)) return undefined;
  if (isPlaceholder(value.text)) return listOf([blank(value, zone)]);
  zone.filled = true;
  let from = 0;
  const parts = value.text.split(',').flatMap(part => {
    const written = within(value, from, from + part.length);
    from += part.length + 1;
    return written ? [scalar(written.text, written.span)] : [];
  });
  return parts.length === 0 ? undefined : listOf(parts);
}

const idForm = /^\p{L}[\p{L}\p{N}]*(?:[-_.][\p{L}\p{N}]+)*/u;

/** Whether a text looks like an id: one word with a digit or a hyphen in it. */
export function looksLikeId(text: string): boolean {
  return idForm.exec(text)?.[0] === text && /\d/.test(text);
}

/** The id at the beginning of a value: `BET-012`, `BET-012: Guided onboarding`, `[RO-007](rollout.md)`. */
export function idIn(written: Written): Written | undefined {
  const found = idForm.exec(written.text.slice(0, 100))?.[0] ?? '';
  const behind = written.text.slice(found.length);
  const isAlone = behind === '' ? /[\d\-_.]/.test(found) : /^(?:[:,(]|\s)/.test(behind) && looksLikeId(found);
  return found !== '' && isAlone ? within(written, 0, found.length) : undefined;
}

/** A value that is one link keeps its target: `[Opportunity tree](https://…)`. */
export function linkIn(written: Written): Written {
  const { slice } = written;
  const link = slice?.inline.links.find(each => each.from <= slice.from && slice.to <= each.to);
  if (slice === undefined || link === undefined) return written;
  const isBare = link.url === written.text || link.url === `mailto:${written.text}`;
  return isBare ? written : { text: `[${written.text}](${link.url})`, span: link.span };
}

/** The heading as what introduces a field. */
export function keyOf(section: {
  readonly title: Parameters<typeof spanOfSlice>[0] | undefined;
  readonly span: Span;
}): Span {
  return section.title ? spanOfSlice(section.title) : section.span;
}
