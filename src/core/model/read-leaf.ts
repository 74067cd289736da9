import type { ScalarNode } from '../parse/tree.ts';
import type { LeafShape } from '../schema/shape.ts';
import { foldWord } from '../schema/words.ts';
import type { LeafValue, Located } from './located.ts';
import { nearestWord } from './nearest.ts';
import type { Report } from './read.ts';
import { readAudience } from './values/audience.ts';
import { readDate } from './values/date.ts';
import { readDuration } from './values/duration.ts';
import { readPercentage } from './values/percentage.ts';
import { readQuantity } from './values/quantity.ts';
import { readTarget, readThreshold } from './values/threshold.ts';
import { readWeeks } from './weeks.ts';

/** Reads one scalar as its field wants it. What can't be understood stays text, or is `blank`, and is reported. */
export function readLeaf(
  shape: LeafShape,
  node: ScalarNode,
  place: Located,
  field: string,
  report: Report,
): LeafValue | 'nothing' | 'blank' {
  const text = node.text.trim();
  const unreadable = (hint: string): void => {
    report({
      code: 'unreadable',
      message: `"${text.slice(0, 80)}" can't be read as the ${field}. ${hint}`,
      span: node.span,
    });
  };
  switch (shape.reading) {
    case 'text':
      return { type: 'text', ...place, text: node.text };
    case 'reference':
      return {
        type: 'reference',
        ...place,
        id: text,
        target: shape.target ?? 'bet',
        ...(shape.orText ? { orText: true } : {}),
      };
    case 'word':
      return readWord(shape, text, node, place, field, report);
    case 'boolean':
      if (typeof node.value === 'boolean') return { type: 'boolean', ...place, boolean: node.value, text };
      report({ code: 'schema', message: `"${field}" is true or false, not "${text.slice(0, 40)}".`, span: node.span });
      return 'blank';
    case 'integer':
      return readInteger(shape, text, node, place, field, report);
    case 'count': {
      // What can't be read as a number of people is text, and no mistake (schemas/README.md, "Values").
      const count = wholeNumber.test(text) ? text : countRange.exec(text)?.[1];
      return count === undefined ? 'nothing' : { type: 'number', ...place, number: Number(count), text };
    }
    case 'percentage': {
      const number = readPercentage(text);
      if (number !== undefined) return { type: 'number', ...place, number, text };
      unreadable('Write a percentage such as 60%.');
      return 'blank';
    }
    case 'date':
    case 'dateOrTrue': {
      if (shape.reading === 'dateOrTrue' && node.value === true) return { type: 'date', ...place, text };
      if (shape.reading === 'dateOrTrue' && node.value === false) return 'nothing';
      const day = readDate(text);
      if (day === undefined) unreadable('Write a day as year-month-day, such as 2026-11-22.');
      return day === undefined ? { type: 'date', ...place, text } : { type: 'date', ...place, text, day };
    }
    case 'quantity': {
      const quantity = field === 'target' ? readTarget(text) : readQuantity(text);
      if (quantity === undefined) unreadable('Write a number with its unit, such as 38%, 1.2 s or $4.2M.');
      return quantity === undefined
        ? { type: 'quantity', ...place, text }
        : { type: 'quantity', ...place, text, quantity };
    }
    case 'threshold': {
      // A bare number takes its side from the metric's direction, which is known once the whole metric has been read.
      const threshold = readThreshold(text);
      return threshold === undefined
        ? { type: 'threshold', ...place, text }
        : { type: 'threshold', ...place, text, threshold };
    }
    case 'duration': {
      const duration = readDuration(text);
      if (duration === undefined) unreadable('Write a number and a unit, such as 8w, 10d or "1-2 weeks".');
      return duration === undefined
        ? { type: 'duration', ...place, text }
        : { type: 'duration', ...place, text, duration };
    }
    case 'weeks':
      if (readWeeks(text) === undefined) unreadable('Write a week or a range of weeks, such as 3 or 1-2.');
      return { type: 'text', ...place, text: node.text };
    case 'audience':
      return { type: 'audience', ...place, text, audience: readAudience(text) };
  }
}

function readWord(
  shape: LeafShape,
  text: string,
  node: ScalarNode,
  place: Located,
  field: string,
  report: Report,
): LeafValue | 'nothing' | 'blank' {
  const words = shape.words;
  if (words === undefined) return { type: 'word', ...place, word: text, text };
  const written = shape.numeric && typeof node.value === 'number' ? String(node.value) : text;
  const folded = foldWord(written.slice(0, 100));
  if (shape.contains) {
    // An open set: other words are allowed, and mean none of these.
    const word = firstContained(folded, words);
    return word === undefined ? 'nothing' : { type: 'word', ...place, word, text };
  }
  const word =
    words.find(known => foldWord(known) === folded) ??
    (shape.otherWords && Object.hasOwn(shape.otherWords, folded) ? shape.otherWords[folded] : undefined);
  if (word !== undefined)
    return shape.numeric
      ? { type: 'number', ...place, number: Number(word), text }
      : { type: 'word', ...place, word, text };
  const nearest = nearestWord(text, words);
  const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  report({
    code: 'schema',
    message: `"${field}" is one of ${words.join(', ')}; not "${text.slice(0, 40)}".${hint}`,
    span: node.span,
    ...(nearest === undefined ? {} : { nearest }),
  });
  return 'blank';
}

/** The word that stands first in the text: "Rollback, then investigate" is a rollback. */
function firstContained(folded: string, words: readonly string[]): string | undefined {
  let first: string | undefined;
  let least = Infinity;
  for (const word of words) {
    const at = folded.indexOf(foldWord(word));
    if (at === -1 || at >= least) continue;
    least = at;
    first = word;
  }
  return first;
}

const wholeNumber = /^\d{1,15}$/;
const countRange = /^~?\s*\d{1,12}\s*[-\u2013\u2014]\s*(\d{1,12})$/;

function readInteger(
  shape: LeafShape,
  text: string,
  node: ScalarNode,
  place: Located,
  field: string,
  report: Report,
): LeafValue | 'nothing' | 'blank' {
  const number = typeof node.value === 'number' && Number.isInteger(node.value) ? node.value : undefined;
  if (number !== undefined && number >= (shape.minimum ?? -Infinity) && number <= (shape.maximum ?? Infinity))
    return { type: 'number', ...place, number, text };
  const bounds =
    shape.minimum === undefined
      ? ''
      : shape.maximum === undefined
        ? ` from ${shape.minimum} on`
        : ` from ${shape.minimum} to ${shape.maximum}`;
  const message = `"${field}" is a whole number${bounds}, not "${text.slice(0, 40)}".`;
  report({ code: 'schema', message, span: node.span });
  return 'blank';
}
