import { remembered } from '../../text/remembered.ts';
import type { Vocabulary, VocabularyTable } from './vocabulary.ts';

/** What headings, labels and columns are compared by: no case, accents, emoji, numbering, remarks in parentheses, or punctuation at the ends. */
export const phraseOf: (text: string) => string = remembered(readPhrase);

function readPhrase(text: string): string {
  let plain = text
    .slice(0, 200)
    .normalize('NFD')
    .replace(/[\u0300-\u036f\ufe0f\u200d]/g, '')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[-\u2010-\u2015_]+/g, ' ')
    .replace(/&/g, ' and ');
  plain = withoutRemarks(plain).replace(/\p{Extended_Pictographic}/gu, ' ');
  return plain
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    .replace(/^ ?(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]|\d{1,3}\)|[ivx]{1,4}[.)])(?= )/, '')
    .replace(/^[^\p{L}\p{N}%#]+|[^\p{L}\p{N}%]+$/gu, '');
}

function withoutRemarks(text: string): string {
  return text.includes('(') || text.includes('[') ? text.replace(/[([][^()[\]]*[)\]]/g, ' ') : text;
}

export type Area = 'headings' | 'labels' | 'columns' | 'words';

const built = new WeakMap<VocabularyTable, ReadonlyMap<string, string>>();

function indexOf(table: VocabularyTable): ReadonlyMap<string, string> {
  const known = built.get(table);
  if (known !== undefined) return known;
  const index = new Map<string, string>();
  for (const [meaning, phrases] of Object.entries(table))
    for (const phrase of phrases) {
      const key = phraseOf(phrase) || phrase.trim();
      if (!index.has(key)) index.set(key, meaning);
    }
  built.set(table, index);
  return index;
}

/** The meaning of a whole phrase in one of several tables, looked through in turn. */
export function meaningOf(
  words: Vocabulary,
  area: Area,
  tables: readonly string[],
  phrase: string,
): string | undefined {
  for (const name of tables) {
    const table = words[area][name];
    const meaning = table && indexOf(table).get(phrase);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

/** The same, else that of the longest beginning of the phrase: "guardrails that must hold" means what "guardrails" does. */
export function headMeaningOf(
  words: Vocabulary,
  area: Area,
  tables: readonly string[],
  phrase: string,
): string | undefined {
  for (let head = phrase; head !== '';) {
    const meaning = meaningOf(words, area, tables, head);
    if (meaning !== undefined) return meaning;
    const cut = Math.max(head.lastIndexOf(' '), head.lastIndexOf('/'), head.lastIndexOf(':'));
    head = cut <= 0 ? '' : head.slice(0, cut).replace(/[^\p{L}\p{N}%]+$/u, '');
  }
  return undefined;
}

/** Whether a phrase begins with one of a kind's title words. */
export function titleWords(words: Vocabulary, kind: string): readonly string[] {
  return (words.titles[kind] ?? []).map(phraseOf);
}
