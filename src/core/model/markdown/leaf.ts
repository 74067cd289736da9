import { foldWord } from '../../schema/words.ts';
import type { LeafShape } from '../../schema/shape.ts';
import { isChoiceList, isNoValue, isPlaceholder, placeholdersIn } from '../values/placeholder.ts';
import { choiceIn, tickIn, type Choice } from './choice.ts';
import { scalar, type DraftScalar, type Zone } from './draft.ts';
import { phraseOf } from './phrase.ts';
import { wordMeaning, type Reading } from './reading.ts';
import { within, type Written } from './written.ts';

/**
 * A written value as the scalar that YAML would give; undefined where it is no value. What a Markdown body says in
 * words that an enum does not know is kept and shown, never an error (SPEC 8).
 */
export function leafOf(
  reading: Reading,
  shape: LeafShape,
  written: Written,
  zone: Zone,
  wordTable?: string,
): DraftScalar | undefined {
  if (isNoValue(written.text)) return undefined;
  if (shape.reading === 'word') return wordOf(reading, shape, written, zone, wordTable);
  if (shape.reading === 'boolean') return booleanOf(reading, written, zone);
  const choice = choiceIn(written);
  if (choice !== undefined) return textChoiceOf(reading, choice, written, zone);
  if (isPlaceholder(written.text)) return blank(written, zone);
  // What still has a blank in it was not filled in, though it stays the text that it is.
  if (placeholdersIn(written.text).length === 0) zone.filled = true;
  if (shape.reading === 'integer') return integerOf(written);
  return scalar(written.text, written.span);
}

export function blank(written: Written, zone: Zone): DraftScalar {
  return { ...scalar(isPlaceholder(written.text) ? written.text : `[${written.text}]`, written.span), blankIn: zone };
}

/** One of several boxes where any text is allowed: `[x] High  [ ] Low`; what stands behind it in parentheses explains it. */
function textChoiceOf(reading: Reading, choice: Choice, written: Written, zone: Zone): DraftScalar | undefined {
  const [first, second] = choice.ticked;
  if (second !== undefined) reportTwoTicked(reading, choice, written, zone);
  if (first === undefined || second !== undefined) return undefined;
  const remark = first.word.text.search(/\s*\(/);
  const word = (remark > 0 ? within(first.word, 0, remark) : undefined) ?? first.word;
  zone.filled = true;
  return scalar(word.text, word.span);
}

function reportTwoTicked(reading: Reading, choice: Choice, written: Written, zone: Zone): void {
  const words = choice.ticked.map(option => option.word.text.slice(0, 30)).join('" and "');
  const message = `More than one choice is ticked: "${words}". Leave one.`;
  reading.problems.push({ code: 'conflict', message, span: written.span });
  zone.filled = true;
}

/** `2`, `2 of 3`, `Iteration 2`: the first whole number. */
function integerOf(written: Written): DraftScalar | undefined {
  const found = /\d{1,9}/.exec(written.text.slice(0, 60));
  const digits = found && within(written, found.index, found.index + found[0].length);
  return digits ? scalar(digits.text, digits.span, Number(digits.text)) : undefined;
}

function booleanOf(reading: Reading, written: Written, zone: Zone): DraftScalar | undefined {
  const choice = choiceIn(written);
  const word = choice === undefined ? written : choice.ticked.length === 1 ? choice.ticked[0]?.word : undefined;
  const tick = choice === undefined ? tickIn(written) : undefined;
  if (tick) {
    zone.filled ||= tick.done;
    return scalar(tick.box.text, tick.box.span, tick.done);
  }
  const meaning =
    word && (wordMeaning(reading, 'boolean', phraseOf(word.text)) ?? wordMeaning(reading, 'boolean', word.text.trim()));
  if (word === undefined || meaning === undefined) return undefined;
  zone.filled = true;
  return scalar(word.text, word.span, meaning === 'true');
}

function wordOf(
  reading: Reading,
  shape: LeafShape,
  written: Written,
  zone: Zone,
  wordTable: string | undefined,
): DraftScalar | undefined {
  const choice = choiceIn(written);
  if (choice !== undefined) {
    const [first, second] = choice.ticked;
    if (second !== undefined) reportTwoTicked(reading, choice, written, zone);
    if (first === undefined || second !== undefined) return undefined;
    return knownWord(reading, shape, first.word, zone, wordTable);
  }
  if (isPlaceholder(written.text)) return blank(written, zone);
  if (isChoiceList(written.text, choiceWords(shape))) return blank(written, zone);
  // "Scale?" asks, and says nothing yet.
  if (shape.words !== undefined && written.text.endsWith('?')) {
    reading.unknown.push({ type: 'word', text: written.text, span: written.span });
    return undefined;
  }
  return knownWord(reading, shape, written, zone, wordTable);
}

function choiceWords(shape: LeafShape): readonly string[] {
  return [...(shape.words ?? []), ...Object.keys(shape.otherWords ?? {})];
}

/** The word as it stands where the schema knows it, else the canonical one that the vocabulary has for it. */
function knownWord(
  reading: Reading,
  shape: LeafShape,
  written: Written,
  zone: Zone,
  wordTable: string | undefined,
): DraftScalar | undefined {
  if (shape.words === undefined) {
    zone.filled = true;
    return scalar(written.text, written.span);
  }
  for (const candidate of candidatesOf(written)) {
    if (isWordOf(shape, candidate.text)) {
      zone.filled = true;
      return scalar(candidate.text, candidate.span);
    }
    const meaning = wordTable && vocabularyWord(reading, wordTable, candidate.text);
    if (meaning !== undefined && meaning !== '') {
      zone.filled = true;
      return scalar(meaning, candidate.span);
    }
  }
  if (shape.contains) {
    zone.filled = true;
    const folded = foldWord(written.text.slice(0, 200));
    const word = shape.words.find(known => folded.includes(foldWord(known)));
    return word === undefined ? undefined : scalar(word, written.span);
  }
  reading.unknown.push({ type: 'word', text: written.text, span: written.span });
  return undefined;
}

function vocabularyWord(reading: Reading, table: string, text: string): string | undefined {
  const phrase = phraseOf(text);
  return phrase === ''
    ? wordMeaning(reading, table, text.replace(/\ufe0f/g, '').trim())
    : wordMeaning(reading, table, phrase);
}

function isWordOf(shape: LeafShape, text: string): boolean {
  const folded = foldWord(text.slice(0, 100));
  return (
    (shape.words ?? []).some(word => foldWord(word) === folded) ||
    (shape.otherWords !== undefined && Object.hasOwn(shape.otherWords, folded))
  );
}

/** The whole, without emoji, without what stands in parentheses or behind a dash, an emoji alone, then the first word. */
function candidatesOf(written: Written): readonly Written[] {
  const { text } = written;
  const candidates: (Written | undefined)[] = [written];
  const bare = /^(?:\p{Extended_Pictographic}[\ufe0f\u200d]*\s*)+/u.exec(text.slice(0, 60));
  const from = bare?.[0].length ?? 0;
  if (from > 0) candidates.push(within(written, from));
  const stop = /\s*[(—–,;#|:]|\s-\s/.exec(text.slice(from));
  if (stop && stop.index > 0) candidates.push(within(written, from, from + stop.index));
  const words = /^[\p{L}\p{N}/]+/u.exec(text.slice(from));
  if (from > 0 && words === null) candidates.push(within(written, 0, from));
  if (words) candidates.push(within(written, from, from + words[0].length));
  if (from > 0 && words !== null) candidates.push(within(written, 0, from));
  return candidates.flatMap(candidate => candidate ?? []);
}
