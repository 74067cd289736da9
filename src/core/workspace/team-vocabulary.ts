import { phraseOf } from '../model/markdown/phrase.ts';
import {
  vocabulary,
  type Vocabulary,
  type VocabularyTable,
  type VocabularyTables,
} from '../model/markdown/vocabulary.ts';
import { nearestWord } from '../model/nearest.ts';
import type { MapNode, Node } from '../parse/tree.ts';
import type { Shape } from '../schema/shape.ts';
import { documentShapes } from '../schema/shapes.gen.ts';
import type { Span } from '../text/span.ts';

/** Words that a team adds to the vocabulary of Markdown, as they are written in its configuration. */
export type TeamVocabulary = Partial<Vocabulary>;

type Say = (span: Span, message: string) => void;

/** More phrases than this are not read: a phrase book, and no vocabulary. */
const maxPhrases = 1_000;
const longestPhrase = 100;

const areas = ['titles', 'headings', 'labels', 'columns', 'words'] as const;

/** Reads the field `vocabulary`. What is wrong is said at its place and left out; the rest holds. */
export function readVocabulary(node: Node, say: Say): TeamVocabulary {
  const root = mapIn(node, `"vocabulary" is a set of fields: ${areas.join(', ')}.`, say);
  let left = maxPhrases;
  const read: { -readonly [Area in keyof Vocabulary]?: Vocabulary[Area] } = {};

  function phrases(
    value: Node,
    table: VocabularyTable,
    meaning: string,
    taken: Map<string, string>,
  ): readonly string[] {
    return (value.type === 'list' ? value.items : [value]).flatMap(item => {
      if (
        item.type !== 'scalar' ||
        item.value === null ||
        item.text.trim() === '' ||
        item.text.length > longestPhrase
      ) {
        say(item.span, `A word or a few words of at most ${longestPhrase} characters, or a list of them, stand here.`);
        return [];
      }
      const phrase = keyOf(item.text);
      const other =
        taken.get(phrase) ?? Object.keys(table).find(known => table[known]?.some(word => keyOf(word) === phrase));
      if (other !== undefined && other !== meaning) {
        say(item.span, `"${shorten(item.text)}" already means "${other}" here.`);
        return [];
      }
      taken.set(phrase, meaning);
      if (left-- > 0) return other === undefined ? [item.text.trim()] : [];
      if (left === -1) say(item.span, `Only the first ${maxPhrases} words are read.`);
      return [];
    });
  }

  function readTable(value: Node, name: string, table: VocabularyTable, more: readonly string[] = []): VocabularyTable {
    const known = [...new Set([...Object.keys(table), ...more])].filter(meaning => meaning !== '');
    const taken = new Map<string, string>();
    const map = mapIn(value, `"${name}" is a set of fields, a list of words to each: ${some(known)}.`, say);
    const rows = (map?.entries ?? []).flatMap(entry => {
      const meaning = entry.key.text;
      if (!known.includes(meaning)) {
        say(entry.key.span, unknownName(meaning, name, known));
        return [];
      }
      return [[meaning, phrases(entry.value, table, meaning, taken)] as const];
    });
    return Object.fromEntries(rows);
  }

  function readTables(value: Node, area: Exclude<keyof Vocabulary, 'titles'>): VocabularyTables {
    const tables = vocabulary[area];
    const known = Object.keys(tables);
    const map = mapIn(value, `"${area}" is a set of fields: ${some(known)}.`, say);
    const read = (map?.entries ?? []).flatMap(({ key, value: inner }) => {
      const table = known.includes(key.text) ? tables[key.text] : undefined;
      if (table === undefined) {
        say(key.span, unknownName(key.text, area, known));
        return [];
      }
      return [[key.text, readTable(inner, key.text, table, area === 'words' ? enumWords(key.text) : [])] as const];
    });
    return Object.fromEntries(read);
  }

  for (const { key, value } of root?.entries ?? []) {
    const area = areas.find(name => name === key.text);
    if (area === undefined) say(key.span, unknownName(key.text, 'vocabulary', areas));
    else if (area === 'titles') read.titles = readTable(value, area, vocabulary.titles);
    else read[area] = readTables(value, area);
  }
  return read;
}

/** Enum words that are the same in both notations stand in the schema, and a team may have its own for them in Markdown. */
function enumWords(table: string): readonly string[] {
  const { core } = documentShapes.metrics.fields;
  const metric = core?.type === 'list' && core.item.type === 'object' ? core.item.fields : {};
  const shapes: Readonly<Record<string, Shape | undefined>> = {
    status: documentShapes.bet.fields['status'],
    cadence: metric['cadence'],
  };
  const shape = Object.hasOwn(shapes, table) ? shapes[table] : undefined;
  return shape?.type === 'leaf' ? (shape.words ?? []) : [];
}

function mapIn(node: Node, message: string, say: Say): MapNode | undefined {
  if (node.type === 'map') return node;
  if (node.type !== 'scalar' || node.value !== null) say(node.span, message);
  return undefined;
}

/** What phrases are compared by; an emoji stands for itself. */
function keyOf(phrase: string): string {
  return phraseOf(phrase) || phrase.trim();
}

function unknownName(written: string, where: string, known: readonly string[]): string {
  const nearest = nearestWord(written, known);
  const hint = nearest === undefined ? `Known are ${some(known)}.` : `Did you mean "${nearest}"?`;
  return `"${where}" knows no "${shorten(written)}". ${hint}`;
}

function some(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 12).join(', ')} …` : names.join(', ');
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
