import { button, make, makeSelect, say } from './dom.ts';
import {
  groupingOrder,
  isFiltering,
  noFilter,
  sortOrder,
  unsaid,
  valuesOf,
  type Choices,
  type Filter,
  type Grouping,
  type Row,
  type Sort,
} from './rows.ts';
import { fill, type BoardWords } from './words.ts';

export interface Toolbar {
  readonly element: HTMLElement;
  readonly search: HTMLInputElement;
  show(choices: Choices, shown: number, total: number): void;
  /** The values to choose from, of all bets. */
  offer(rows: readonly Row[], filter: Filter): void;
}

export function createToolbar(words: BoardWords, onChoose: (change: Partial<Choices>) => void): Toolbar {
  let filter: Filter = noFilter;
  const narrow = (change: Partial<Filter>): void => {
    onChoose({ filter: { ...filter, ...change } });
  };
  const search = make('input', { type: 'search', placeholder: words.searchHint, spellcheck: 'false' });
  search.addEventListener('input', () => {
    narrow({ text: search.value });
  });
  const fields = ['owner', 'block', 'category', 'tag'] as const;
  const selects = new Map(
    fields.map(field => [
      field,
      makeSelect(words[field], value => {
        narrow({ [field]: value });
      }),
    ]),
  );
  const mode = makeSelect(words.mode, value => {
    narrow({ mode: value });
  });
  mode.offer([['', words.any], ...Object.entries(words.modes)], '');
  const sort = makeSelect(words.sort, value => {
    onChoose({ sort: value as Sort });
  });
  sort.offer(
    sortOrder.map(each => [each, words.sorts[each]]),
    'next',
  );
  const grouping = makeSelect(words.group, value => {
    onChoose({ grouping: value as Grouping });
  });
  grouping.offer(
    groupingOrder.map(each => [each, words.groups[each]]),
    'status',
  );
  const count = make('span', { class: 'bw-shown', role: 'status' });
  const clear = button(words.clear, { class: 'bw-clear' }, () => {
    onChoose({ filter: noFilter });
    search.focus();
  });
  const element = make(
    'div',
    { class: 'bw-toolbar', role: 'search', 'aria-label': words.filters },
    make('label', { class: 'bw-field bw-search' }, make('span', {}, words.search), search),
    ...[...selects.values()].map(each => each.element),
    mode.element,
    sort.element,
    grouping.element,
    make('div', { class: 'bw-result' }, clear, count),
  );

  const labelOf = (field: (typeof fields)[number], value: string): string => {
    if (value === unsaid)
      return field === 'owner' ? words.noOwner : field === 'block' ? words.noBlock : words.noCategory;
    if (field !== 'category') return value;
    return (words.categories as Readonly<Record<string, string | undefined>>)[value] ?? value;
  };

  return {
    element,
    search,
    show(choices, shown, total) {
      filter = choices.filter;
      if (search.value !== filter.text) search.value = filter.text;
      for (const [field, { select, element: own }] of selects) {
        if (select.value !== filter[field]) select.value = filter[field];
        own.classList.toggle('bw-chosen', filter[field] !== '');
      }
      mode.offer([['', words.any], ...Object.entries(words.modes)], filter.mode);
      sort.select.value = choices.sort;
      grouping.select.value = choices.grouping;
      const all = total === 1 ? words.one : fill(words.all, total);
      say(count, shown === total ? all : fill(words.shown, shown, total));
      // Hidden from sight alone it would still take the focus.
      clear.disabled = !isFiltering(filter);
    },
    offer(rows, chosen) {
      for (const field of fields) {
        const values = valuesOf(rows, field);
        const select = selects.get(field);
        select?.offer(
          [['', words.any], ...values.map(value => [value, labelOf(field, value)] as const)],
          chosen[field],
        );
        if (select) select.element.hidden = values.length === 0 && chosen[field] === '';
      }
    },
  };
}
