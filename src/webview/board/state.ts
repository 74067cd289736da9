import {
  factOrder,
  groupingOrder,
  noFilter,
  sortOrder,
  type Choices,
  type Fact,
  type Filter,
  type Grouping,
  type Sort,
} from './rows.ts';

/** What the page remembers while it is hidden, and over a restart of the window. */
export interface BoardState extends Choices {
  /** The card that has the focus, or had it last. */
  readonly active: string;
  readonly left: number;
  /** How far each column is scrolled, by what it stands for. */
  readonly tops: Readonly<Record<string, number>>;
}

/** What this page wrote itself, perhaps in an older version. */
export function asState(value: unknown): BoardState {
  const state = recordOf(value);
  const filter = recordOf(state['filter']);
  const tops = Object.entries(recordOf(state['tops'])).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return {
    filter: {
      ...(Object.fromEntries(Object.keys(noFilter).map(name => [name, textOf(filter[name])])) as unknown as Filter),
      fact: oneOf<Fact | ''>(factOrder, filter['fact'], ''),
    },
    sort: oneOf<Sort>(sortOrder, state['sort'], 'next'),
    grouping: oneOf<Grouping>(groupingOrder, state['grouping'], 'status'),
    active: textOf(state['active']),
    left: typeof state['left'] === 'number' ? state['left'] : 0,
    tops: Object.fromEntries(tops),
  };
}

function oneOf<Word extends string>(words: readonly Word[], value: unknown, otherwise: Word): Word {
  return words.find(word => word === value) ?? otherwise;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
