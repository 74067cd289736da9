import type { LearningEntry } from '../../core/views/learning-repository/entry.ts';
import { fold, unsaid, wordsOf } from './rows.ts';

/** What is to be seen of what was learned; what is empty narrows nothing. */
export interface LearningsFilter {
  readonly text: string;
  readonly metric: string;
  readonly block: string;
  readonly category: string;
  readonly outcome: string;
  readonly result: string;
}

export const noLearningsFilter: LearningsFilter = {
  text: '',
  metric: '',
  block: '',
  category: '',
  outcome: '',
  result: '',
};

export function entryMatcher(filter: LearningsFilter): (entry: LearningEntry) => boolean {
  const words = wordsOf(filter.text);
  return entry =>
    (filter.metric === '' || entry.metrics?.includes(filter.metric) === true) &&
    isValue(entry.block, filter.block) &&
    isValue(entry.category, filter.category) &&
    isValue(entry.outcome, filter.outcome) &&
    isValue(entry.result, filter.result) &&
    (words.length === 0 || words.every(word => textOf(entry).includes(word)));
}

function isValue(value: string | undefined, wanted: string): boolean {
  return wanted === '' || (value ?? unsaid) === wanted;
}

const texts = new WeakMap<LearningEntry, string>();

function textOf(entry: LearningEntry): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const { id, title, owner, hypothesis, evidence, why, learnings, metrics, block } = entry;
  const said = [id, title, owner, hypothesis, evidence?.text, why?.text, block, ...(metrics ?? [])];
  const text = fold([...said, ...(learnings ?? []).map(each => each.text)].filter(Boolean).join(' '));
  texts.set(entry, text);
  return text;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The values that a filter can have, each with the number of its entries; what is unsaid is none of them. */
export function entryValues(
  entries: readonly LearningEntry[],
  field: 'metric' | 'block' | 'category' | 'outcome' | 'result',
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const values = field === 'metric' ? (entry.metrics ?? []) : [entry[field] ?? ''];
    for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a], [b]) => collator.compare(a, b)));
}
