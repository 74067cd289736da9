import type { Block, ListBlock, ListItem, ParagraphBlock, TableBlock } from '../../parse/markdown/blocks.ts';
import {
  isEmptySlice,
  partOf,
  rawTextOf,
  spanOfSlice,
  textOf,
  wholeOf,
  type Inline,
} from '../../parse/markdown/inline.ts';
import type { Span } from '../../text/span.ts';
import { phraseOf } from './phrase.ts';
import { proseOf, writtenCell, writtenOf, type Written } from './written.ts';

/** A label with its value: `**Owner:** Maria`, `- Owner: Maria`, a row of a field table, a label over a list or a quote. */
export interface Fact {
  readonly phrase: string;
  readonly key: Span;
  /** What stands on its line, or right under it in the same paragraph. */
  readonly value: Written | undefined;
  /** What stands under a label that has no value on its line. */
  readonly blocks: readonly Block[];
}

export interface Facts {
  readonly facts: readonly Fact[];
  /** What belongs to no label. */
  readonly rest: readonly Block[];
}

/** Whether a phrase is a label here: what is not bold is a label only where its words are known. */
export type Knows = (phrase: string) => boolean;

/** The labels among some blocks, and what is left. */
export function factsOf(blocks: readonly Block[], knows: Knows, isFieldTable: (phrase: string) => boolean): Facts {
  const facts: Fact[] = [];
  const rest: Block[] = [];
  let open: (Fact & { readonly blocks: Block[] }) | undefined;
  const add = (fact: Fact): void => {
    facts.push(fact);
    open = undefined;
  };
  const keep = (block: Block): void => {
    if (open) open.blocks.push(block);
    else rest.push(block);
  };
  const isOpenKnown = (): boolean => open !== undefined && knows(open.phrase);

  for (const block of blocks) {
    if (block.type === 'break') open = undefined;
    else if (block.type === 'paragraph') {
      const found = labelsIn(block, knows);
      if (found.length === 0) keep(block);
      for (const fact of found) {
        add(fact);
        if (fact.value === undefined) {
          const waiting = { ...fact, blocks: [] as Block[] };
          facts[facts.length - 1] = waiting;
          open = waiting;
        }
      }
    } else if (block.type === 'list' && !isOpenKnown()) {
      const { labelled, others } = splitList(block, knows);
      if (others) keep(others);
      for (const fact of labelled) facts.push(fact);
    } else if (block.type === 'table' && !isOpenKnown()) {
      const rows = fieldRows(block, knows, isFieldTable);
      if (rows === undefined) keep(block);
      else facts.push(...rows);
    } else if (block.type === 'quote' && open === undefined) {
      const quoted = factsOf(block.blocks, knows, isFieldTable);
      const isHead =
        quoted.rest.length === 0 && quoted.facts.length > 0 && quoted.facts.every(fact => knows(fact.phrase));
      if (isHead) facts.push(...quoted.facts);
      else keep(block);
    } else keep(block);
  }
  return { facts, rest };
}

/** The value of a label wherever it stands: on its line, or as a quote, a text or a list below. */
export function valueOf(fact: Fact): Written | undefined {
  return fact.value ?? proseOf(fact.blocks);
}

interface Label {
  /** Where the label begins and ends, and its value begins, in the paragraph's text. */
  readonly from: number;
  readonly to: number;
  readonly valueFrom: number;
}

const separators = /[|·•]/;

function labelsIn(block: ParagraphBlock, knows: Knows): readonly Fact[] {
  const { content } = block;
  const labels = findLabels(content, knows);
  return labels.map((label, index) => {
    const next = labels[index + 1]?.from ?? content.text.length;
    const key = partOf({ inline: content, from: label.from, to: label.to }, 0);
    return {
      phrase: phraseOf(textOf(key)),
      key: spanOfSlice(key),
      value: valueBetween(content, label.valueFrom, next),
      blocks: [],
    };
  });
}

function valueBetween(inline: Inline, from: number, to: number): Written | undefined {
  const slice = partOf({ inline, from, to }, 0);
  const text = rawTextOf(slice);
  // A label that nobody knows ends the value above it all the same.
  const next = /\n\s*\p{L}[^\n:|]{0,40}:\s/u.exec(text.slice(0, 4000));
  const whole = next ? text.slice(0, next.index) : text;
  const end = /[\s|·•]*$/.exec(whole.slice(-20));
  return writtenOf(partOf(slice, 0, whole.length - (end?.[0].length ?? 0)));
}

function findLabels(inline: Inline, knows: Knows): readonly Label[] {
  const labels: Label[] = [];
  for (const strong of inline.strong) {
    const label = boldLabel(inline, strong.from, strong.to);
    if (label) labels.push(label);
  }
  for (const start of partStarts(inline.text)) {
    if (labels.some(label => label.from <= start && start < label.valueFrom)) continue;
    const label = plainLabel(inline.text, start, knows);
    if (label) labels.push(label);
  }
  return labels.sort((a, b) => a.from - b.from);
}

/** Bold text is a label at the start of a line or behind a separator, with a colon in it or behind it, or alone on its line. */
function boldLabel({ text }: Inline, from: number, to: number): Label | undefined {
  if (to - from > 120 || to <= from) return undefined;
  const before = text.slice(Math.max(0, from - 3), from).replace(/[ \t*_]+$/, '');
  const isFirst = before === '' || before.endsWith('\n');
  const bold = text.slice(from, to).trimEnd();
  const behind = /^[ \t]*(:)?/.exec(text.slice(to, to + 10));
  const hasColon = bold.endsWith(':') || behind?.[1] !== undefined;
  if (hasColon) {
    if (
      !isFirst &&
      !separators.test(before.slice(-1)) &&
      !/\s{2}$/.test(text.slice(Math.max(0, from - 2), from)) &&
      !bold.endsWith(':')
    )
      return undefined;
    return { from, to, valueFrom: bold.endsWith(':') ? to : to + (behind?.[0].length ?? 0) };
  }
  const lineEnd = text.indexOf('\n', to);
  const isAlone = text.slice(to, lineEnd === -1 ? text.length : lineEnd).trim() === '';
  return isFirst && isAlone ? { from, to, valueFrom: to } : undefined;
}

/** Where a plain label may begin: at the start of each line, and behind separators. */
function partStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n' || separators.test(character)) starts.push(at + 1);
  }
  return starts;
}

function plainLabel(text: string, start: number, knows: Knows): Label | undefined {
  const found = /^(\s*)([^\n:|·]{1,60}?)\s*:(?=\s|$)/.exec(text.slice(start, start + 80));
  if (!found) return undefined;
  const from = start + (found[1] ?? '').length;
  const words = found[2] ?? '';
  if (!/\p{L}/u.test(words) || !knows(phraseOf(words))) return undefined;
  return { from, to: from + words.length, valueFrom: start + found[0].length };
}

function splitList(
  list: ListBlock,
  knows: Knows,
): { readonly labelled: readonly Fact[]; readonly others: ListBlock | undefined } {
  const labelled: Fact[] = [];
  const others: ListItem[] = [];
  for (const item of list.items) {
    const facts = item.box === undefined ? itemFacts(item, knows) : [];
    labelled.push(...facts);
    if (facts.length === 0) others.push(item);
  }
  return {
    labelled,
    others: others.length === 0 ? undefined : labelled.length === 0 ? list : { ...list, items: others },
  };
}

/** An item that begins with a label whose words are known: it, and further labels on its line. */
function itemFacts(item: ListItem, knows: Knows): readonly Fact[] {
  const first = item.blocks[0];
  if (first?.type !== 'paragraph') return [];
  const facts = labelsIn(first, knows);
  const [fact] = facts;
  if (fact === undefined || !knows(fact.phrase) || fact.key.start > first.content.span.start + 4) return [];
  return facts.map((each, index) => (index === facts.length - 1 ? { ...each, blocks: item.blocks.slice(1) } : each));
}

/** The rows of a table of two columns that lists fields. */
function fieldRows(
  table: TableBlock,
  knows: Knows,
  isFieldTable: (phrase: string) => boolean,
): readonly Fact[] | undefined {
  const [first, second] = table.header.cells;
  if (first === undefined || second === undefined || table.header.cells.length > 2) return undefined;
  const header = phraseOf(first.text);
  const headerIsRow = knows(header) && table.rows.some(row => knows(phraseOf(row.cells[0]?.text ?? '')));
  if (!isFieldTable(header) && !headerIsRow) return undefined;
  const rows = headerIsRow ? [table.header, ...table.rows] : table.rows;
  return rows.flatMap(row => {
    const key = row.cells[0] && wholeOf(row.cells[0]);
    if (key === undefined || isEmptySlice(key)) return [];
    return { phrase: phraseOf(textOf(key)), key: spanOfSlice(key), value: writtenCell(row.cells[1]), blocks: [] };
  });
}
