import type { Status } from '../../core/model/status.ts';
import type { BoardFile, BoardFlag, PlacedCard } from '../../core/views/board/card.ts';

/** A card in the page: what came, where it is from, and what it is called here. */
export interface Row extends PlacedCard {
  readonly uri: string;
  /** Like no other, and the same after every change. */
  readonly key: string;
}

export const statusOrder: readonly Status[] = [
  'proposed',
  'shaping',
  'building',
  'rollingOut',
  'measuring',
  'concluded',
];

export type Fact = BoardFlag | 'p0' | 'errors';

export const factOrder: readonly Fact[] = ['p0', 'zombie', 'retroOverdue', 'guardrailBreached', 'errors'];

export type Sort = 'next' | 'trouble' | 'priority' | 'readiness' | 'title';

export const sortOrder: readonly Sort[] = ['next', 'trouble', 'priority', 'readiness', 'title'];

export type Grouping = 'status' | 'owner' | 'block' | 'category';

export const groupingOrder: readonly Grouping[] = ['status', 'owner', 'block', 'category'];

/** What is to be seen; what is empty narrows nothing. */
export interface Filter {
  readonly text: string;
  readonly owner: string;
  readonly block: string;
  readonly category: string;
  readonly mode: string;
  readonly tag: string;
  readonly portfolio: string;
  readonly fact: Fact | '';
}

/** How the board is looked at. */
export interface Choices {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly grouping: Grouping;
}

export const noFilter: Filter = {
  text: '',
  owner: '',
  block: '',
  category: '',
  mode: '',
  tag: '',
  portfolio: '',
  fact: '',
};

/** Stands for bets that say nothing of what is filtered by; no text of a file is so called, for it is no text. */
export const unsaid = '\u0000';

export function rowsOf({ uri, cards }: BoardFile): readonly Row[] {
  const seen = new Map<string, number>();
  return cards.map(card => {
    // Two bets of one id in one file are a mistake, and both are shown.
    const count = seen.get(card.id) ?? 0;
    seen.set(card.id, count + 1);
    return { ...card, uri, key: `${uri}#${card.id}#${String(count)}` };
  });
}

export function isFiltering(filter: Filter): boolean {
  return Object.values(filter).some(value => value !== '');
}

/** All of what is wanted at once, and every word of the text somewhere. */
export function matcher(filter: Filter): (row: Row) => boolean {
  const words = wordsOf(filter.text);
  return row =>
    isValue(row.owner, filter.owner) &&
    isValue(row.block, filter.block) &&
    isValue(row.category, filter.category) &&
    isValue(row.mode ?? 'scaling', filter.mode) &&
    (filter.tag === '' || row.tags?.includes(filter.tag) === true) &&
    (filter.portfolio === '' || (isOpen(row) && isValue(row.portfolio, filter.portfolio))) &&
    (filter.fact === '' || isFact(row, filter.fact)) &&
    (words.length === 0 || words.every(word => textOf(row).includes(word)));
}

export function isFact(row: Row, fact: Fact): boolean {
  if (fact === 'p0') return row.priority === 'P0' && isOpen(row);
  if (fact === 'errors') return (row.errors ?? 0) > 0;
  return row.flags?.includes(fact) === true;
}

export function isOpen({ status }: Row): boolean {
  return status !== 'concluded';
}

function isValue(value: string | undefined, wanted: string): boolean {
  return wanted === '' || (value ?? unsaid) === wanted;
}

export function wordsOf(text: string): readonly string[] {
  return fold(text.slice(0, 500))
    .split(/\s+/)
    .filter(word => word !== '');
}

/** Case and accents make no difference to who searches. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const texts = new WeakMap<Row, string>();

function textOf(row: Row): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const { id, title, owner, block, tags, worst } = row;
  const text = fold([id, title, owner, block, ...(tags ?? []), worst?.text].filter(Boolean).join(' '));
  texts.set(row, text);
  return text;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** In a new list; what is equal stands in order of its id, and then of its file. */
export function sortRows(rows: readonly Row[], sort: Sort): Row[] {
  const first = comparisons[sort];
  return [...rows].sort(
    (a, b) => first(a, b) || compare(keysOf(a).id, keysOf(b).id) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
}

const sortKeys = new WeakMap<Row, { readonly id: string; readonly title: string }>();

/** Texts that are in order when they are compared as they are: a collator would take most of the time of ten thousand bets. */
function keysOf(row: Row): { readonly id: string; readonly title: string } {
  const known = sortKeys.get(row);
  if (known) return known;
  const keys = { id: sortKey(row.id), title: sortKey(row.title) };
  sortKeys.set(row, keys);
  return keys;
}

/** BET-2 before BET-10. */
function sortKey(text: string): string {
  return fold(text.slice(0, 100)).replace(/\d+/g, digits => digits.padStart(12, '0'));
}

type Comparison = (a: Row, b: Row) => number;

const comparisons: Readonly<Record<Sort, Comparison>> = {
  // Days as they are written are in order already; who has none comes last.
  next: (a, b) => compare(a.next?.day ?? '~', b.next?.day ?? '~'),
  trouble: (a, b) =>
    (b.flags?.length ?? 0) - (a.flags?.length ?? 0) ||
    (b.errors ?? 0) - (a.errors ?? 0) ||
    (b.warnings ?? 0) - (a.warnings ?? 0),
  priority: (a, b) => compare(a.priority ?? '~', b.priority ?? '~'),
  readiness: (a, b) => share(a) - share(b),
  title: (a, b) => compare(keysOf(a).title, keysOf(b).title),
};

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What is least ready comes first; what needs not be ready comes last. */
function share({ ready }: Row): number {
  return ready === undefined || ready.of === 0 ? 2 : ready.met / ready.of;
}

/** A column, and what stands in it; `value` is empty for what says nothing of it. */
export interface Column {
  readonly value: string;
  readonly rows: readonly Row[];
}

/** All statuses, also those without bets, for these are where bets go; of anything else what there is, what is unsaid last. */
export function groupRows(rows: readonly Row[], grouping: Grouping): readonly Column[] {
  const columns = new Map<string, Row[]>(grouping === 'status' ? statusOrder.map(status => [status, []]) : []);
  for (const row of rows) {
    const value = row[grouping] ?? '';
    const column = columns.get(value);
    if (column) column.push(row);
    else columns.set(value, [row]);
  }
  const all = [...columns].map(([value, own]) => ({ value, rows: own }));
  if (grouping === 'status') return all;
  return all.sort((a, b) =>
    a.value === '' ? 1 : b.value === '' ? -1 : collator.compare(a.value, b.value) || compare(a.value, b.value),
  );
}

/** The values that a filter can have, in order. */
export function valuesOf(rows: Iterable<Row>, field: 'owner' | 'block' | 'category' | 'tag'): readonly string[] {
  const values = new Set<string>();
  let isUnsaid = false;
  for (const row of rows) {
    const own = field === 'tag' ? (row.tags ?? []) : [row[field] ?? unsaid];
    for (const value of own) {
      if (value === unsaid) isUnsaid = true;
      else values.add(value);
    }
  }
  return [...[...values].sort(collator.compare), ...(isUnsaid ? [unsaid] : [])];
}

/** How a team spreads its open bets, and how it might. */
export interface Balance {
  readonly parts: readonly BalancePart[];
  /** Open bets that do not say it. */
  readonly unsaid: number;
}

export interface BalancePart {
  readonly portfolio: 'core' | 'adjacent' | 'transformational';
  readonly count: number;
  /** Rounded to whole percent. */
  readonly percent: number;
  /** 70, 20 and 10 of a hundred. */
  readonly target: number;
}

const targets = { core: 70, adjacent: 20, transformational: 10 } as const;

export function balanceOf(rows: Iterable<Row>): Balance {
  const counts = { core: 0, adjacent: 0, transformational: 0 };
  let silent = 0;
  for (const row of rows) {
    if (!isOpen(row)) continue;
    if (row.portfolio) counts[row.portfolio]++;
    else silent++;
  }
  const total = counts.core + counts.adjacent + counts.transformational;
  const parts = (['core', 'adjacent', 'transformational'] as const).map(portfolio => ({
    portfolio,
    count: counts[portfolio],
    percent: total === 0 ? 0 : Math.round((counts[portfolio] / total) * 100),
    target: targets[portfolio],
  }));
  return { parts, unsaid: silent };
}

export function countFacts(rows: Iterable<Row>): Readonly<Record<Fact, number>> {
  const counts = { p0: 0, errors: 0, zombie: 0, retroOverdue: 0, guardrailBreached: 0 };
  for (const row of rows) for (const fact of factOrder) if (isFact(row, fact)) counts[fact]++;
  return counts;
}
