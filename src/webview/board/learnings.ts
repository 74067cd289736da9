import type { LearningEntry, LearningsData, PlacedText, Round } from '../../core/views/learning-repository/entry.ts';
import { button, make, makeSelect, safeHref, say } from './dom.ts';
import { entryMatcher, entryValues, noLearningsFilter, type LearningsFilter } from './entries.ts';
import { english, fill, learningsWords, type LearningsWords } from './words.ts';

/** What stands behind a learning repository that leads into texts. Without one, titles are links. */
export interface LearningsHost {
  readonly words: LearningsWords;
  readonly locale: string;
  readonly state: unknown;
  remember(state: LearningsState): void;
  open(uri: string, at: PlacedText['at']): void;
  decide(): void;
}

export interface LearningsState {
  readonly filter: LearningsFilter;
  readonly top: number;
}

export interface Learnings {
  update(data: LearningsData & { readonly isComplete?: boolean }): void;
  setStopped(stopped: boolean): void;
}

/** So many are put into the page at once; more of them when the end comes into view. */
const atOnce = 60;

/** Shows what concluded bets taught, to be searched. @param data undefined until it comes */
export function mountLearnings(root: HTMLElement, data: LearningsData | undefined, host?: LearningsHost): Learnings {
  const words = host?.words ?? learningsWords(english);
  const remembered = stateOf(host?.state);
  let { filter, top } = remembered;
  let entries: readonly LearningEntry[] = [];
  let matching: readonly LearningEntry[] = [];
  let shown = 0;
  let isComplete = data !== undefined;
  let isStopped = false;
  let drawn = '';
  let remembering: ReturnType<typeof setTimeout> | undefined;

  const narrow = (change: Partial<LearningsFilter>): void => {
    filter = { ...filter, ...change };
    view.scrollTop = 0;
    render();
    remember();
  };
  const search = make('input', { type: 'search', placeholder: words.searchHint, spellcheck: 'false' });
  search.addEventListener('input', () => {
    narrow({ text: search.value });
  });
  const fields = ['outcome', 'result', 'metric', 'block', 'category'] as const;
  const selects = new Map(
    fields.map(field => [
      field,
      makeSelect(words[field], value => {
        narrow({ [field]: value });
      }),
    ]),
  );
  const count = make('span', { class: 'bw-shown', role: 'status' });
  const clear = button(words.clear, { class: 'bw-clear' }, () => {
    narrow(noLearningsFilter);
    search.focus();
  });
  const toolbar = make(
    'div',
    { class: 'bw-toolbar', role: 'search', 'aria-label': words.filters },
    make('label', { class: 'bw-field bw-search' }, make('span', {}, words.search), search),
    ...[...selects.values()].map(each => each.element),
    make('div', { class: 'bw-result' }, clear, count),
  );
  const notice = make('p', { class: 'bw-notice', role: 'status', hidden: true });
  const list = make('ol', { class: 'bw-entries', 'aria-label': words.learnings });
  const more = button(words.more, { class: 'bw-clear' }, () => {
    drawMore();
  });
  const empty = make('div', { class: 'bw-empty', hidden: true });
  const view = make('div', { class: 'bw-entry-view' }, list, more);
  root.classList.add('bw-learnings');
  root.replaceChildren(make('h1', { class: 'bw-unseen' }, words.learnings), toolbar, notice, view, empty);

  const observer = new IntersectionObserver(changes => {
    if (changes.some(({ isIntersecting }) => isIntersecting)) drawMore();
  });
  observer.observe(more);

  function render(): void {
    matching = entries.filter(entryMatcher(filter));
    if (search.value !== filter.text) search.value = filter.text;
    for (const field of fields) {
      const values = [...entryValues(entries, field)];
      selects
        .get(field)
        ?.offer(
          [
            ['', words.any],
            ...values.map(([value, number]) => [value, `${labelOf(field, value)} (${String(number)})`] as const),
          ],
          filter[field],
        );
    }
    const all = entries.length === 1 ? words.one : fill(words.all, entries.length);
    say(count, matching.length === entries.length ? all : fill(words.shown, matching.length, entries.length));
    clear.disabled = Object.values(filter).every(value => value === '');
    draw();
    showEmpty();
    const text = isStopped ? words.stopped : isComplete ? '' : words.reading;
    say(notice, text);
    notice.hidden = text === '';
  }

  function labelOf(field: (typeof fields)[number], value: string): string {
    const tables: Partial<Record<string, Readonly<Record<string, string>>>> = {
      outcome: words.outcomes,
      result: words.results,
      category: words.categories,
    };
    return tables[field]?.[value] ?? value;
  }

  /** Only where there is something else to see, so that the focus stays. */
  function draw(): void {
    const wanted = JSON.stringify(matching.slice(0, Math.max(shown, atOnce)));
    if (wanted === drawn) {
      more.hidden = shown >= matching.length;
      return;
    }
    const focused = focusedIn(list);
    const number = Math.max(atOnce, Math.min(shown, matching.length));
    const scrolled = view.scrollTop;
    list.replaceChildren(...matching.slice(0, number).map(drawEntry));
    shown = Math.min(number, matching.length);
    drawn = wanted;
    more.hidden = shown >= matching.length;
    view.scrollTop = entries.length > 0 && top > 0 ? top : scrolled;
    if (entries.length > 0) top = 0;
    if (focused !== undefined)
      [...list.querySelectorAll<HTMLElement>('[data-key]')]
        .find(element => element.dataset['key'] === focused)
        ?.focus({ preventScroll: true });
  }

  function drawMore(): void {
    if (shown >= matching.length) return;
    const next = matching.slice(shown, shown + atOnce);
    list.append(...next.map(drawEntry));
    shown += next.length;
    drawn = '';
    more.hidden = shown >= matching.length;
  }

  function showEmpty(): void {
    const isEmpty = matching.length === 0 && (isComplete || entries.length > 0);
    const isBare = entries.length === 0;
    view.hidden = matching.length === 0;
    toolbar.hidden = isBare;
    empty.hidden = !isEmpty;
    if (!isEmpty) return;
    const what = isBare ? words.noBets : words.nothing;
    if (empty.firstElementChild?.textContent === what) return;
    const way = isBare
      ? host &&
        button(words.recordDecision, { class: 'bw-main' }, () => {
          host.decide();
        })
      : button(words.clear, { class: 'bw-main' }, () => {
          narrow(noLearningsFilter);
          search.focus();
        });
    empty.replaceChildren(make('p', {}, what), ...(way ? [way] : []));
  }

  /** A page that is hidden is gone at once: only what comes many times a second may wait. */
  function remember(): void {
    clearTimeout(remembering);
    remembering = undefined;
    host?.remember({ filter, top: Math.round(view.scrollTop) });
  }

  function rememberSoon(): void {
    remembering ??= setTimeout(remember, 200);
  }

  function drawEntry(entry: LearningEntry): HTMLElement {
    const { outcome, result, evidence, why, learnings = [], metrics = [], block, category, owner, day, rounds } = entry;
    const facts = [day === undefined ? undefined : dayWords(day), owner, block, category && words.categories[category]];
    return make(
      'li',
      { class: 'bw-entry' },
      make(
        'h2',
        {},
        leading(entry.title, 'bw-entry-title', entry.uri, entry.at, entry.href),
        make('span', { class: 'bw-id' }, entry.id),
      ),
      make(
        'p',
        { class: 'bw-verdicts' },
        outcome
          ? make('span', { class: `bw-pill bw-${outcome}` }, words.outcomes[outcome])
          : make('span', { class: 'bw-pill bw-none' }, words.undecided),
        result && make('span', { class: `bw-pill bw-${result}` }, words.results[result]),
        make('span', { class: 'bw-quiet' }, facts.filter(Boolean).join(' · ')),
      ),
      entry.hypothesis !== undefined && make('p', { class: 'bw-hypothesis' }, entry.hypothesis),
      learnings.length === 0
        ? make('p', { class: 'bw-quiet' }, words.nothingLearned)
        : make(
            'div',
            {},
            make('h3', {}, words.learned),
            make('ul', {}, ...learnings.map(each => make('li', {}, placed(each, entry)))),
          ),
      section(words.evidence, evidence, entry),
      section(words.why, why, entry),
      metrics.length > 0 &&
        make(
          'p',
          { class: 'bw-metrics' },
          ...metrics.map(metric =>
            button(metric, { class: 'bw-metric', 'data-key': `${entry.uri}#${entry.id}#m${metric}` }, () => {
              narrow({ metric });
            }),
          ),
        ),
      rounds && drawRounds(rounds, entry),
    );
  }

  function section(title: string, text: PlacedText | undefined, entry: LearningEntry): HTMLElement | false {
    return text !== undefined && make('div', {}, make('h3', {}, title), make('p', {}, placed(text, entry)));
  }

  function placed({ text, uri, at }: PlacedText, entry: LearningEntry): HTMLElement {
    return leading(text, 'bw-placed', uri ?? entry.uri, at, undefined);
  }

  function drawRounds(rounds: readonly Round[], entry: LearningEntry): HTMLElement {
    return make(
      'div',
      {},
      make('h3', {}, words.rounds),
      make(
        'ol',
        { class: 'bw-rounds' },
        ...rounds.map(({ id, title, status, outcome, uri, at, href }) => {
          const isThis = id === entry.id && uri === entry.uri;
          const state = outcome ? words.outcomes[outcome] : status === 'concluded' ? words.undecided : words.open;
          return make(
            'li',
            { 'aria-current': isThis ? 'true' : undefined },
            isThis ? make('b', {}, title) : leading(title, 'bw-placed', uri, at, href),
            make('span', { class: 'bw-quiet' }, ` ${id} · ${isThis ? words.thisOne : state}`),
          );
        }),
      ),
    );
  }

  /** Text that leads to where it stands; where nothing stands behind the page, a link, or only text. */
  function leading(
    text: string,
    className: string,
    uri: string,
    at: PlacedText['at'],
    href: string | undefined,
  ): HTMLElement {
    if (host) {
      const key = `${uri}#${String(at.line)}#${String(at.character)}#${className}`;
      return button(text, { class: className, 'data-key': key }, () => {
        host.open(uri, at);
      });
    }
    const target = safeHref(href);
    return target === undefined
      ? make('span', { class: className }, text)
      : make('a', { class: className, href: target }, text);
  }

  function dayWords(day: string): string {
    const when = Date.parse(day);
    if (Number.isNaN(when)) return day;
    return new Intl.DateTimeFormat(host?.locale ?? 'en', { dateStyle: 'medium', timeZone: 'UTC' }).format(when);
  }

  view.addEventListener('scroll', rememberSoon, { passive: true });

  function update(next: LearningsData & { readonly isComplete?: boolean }): void {
    ({ entries } = next);
    isComplete = next.isComplete ?? true;
    render();
  }

  if (data) update(data);
  else render();
  return {
    update,
    setStopped(stopped) {
      isStopped = stopped;
      render();
    },
  };
}

function focusedIn(list: HTMLElement): string | undefined {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && list.contains(focused) ? focused.dataset['key'] : undefined;
}

/** What this page wrote itself, perhaps in an older version. */
function stateOf(value: unknown): LearningsState {
  const { filter, top } = (typeof value === 'object' && value !== null ? value : {}) as Partial<
    Record<'filter' | 'top', unknown>
  >;
  const known = (typeof filter === 'object' && filter !== null ? filter : {}) as Readonly<Record<string, unknown>>;
  const text = (name: keyof LearningsFilter): string => (typeof known[name] === 'string' ? known[name] : '');
  return {
    filter: {
      text: text('text'),
      metric: text('metric'),
      block: text('block'),
      category: text('category'),
      outcome: text('outcome'),
      result: text('result'),
    },
    top: typeof top === 'number' ? top : 0,
  };
}
