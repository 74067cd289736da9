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
import { readThreshold } from './values/threshold.ts';

/** Reads one scalar as its field wants it. What can't be understood stays text and is reported. */
export function readLeaf(
  shape: LeafShape,
  node: ScalarNode,
  place: Located,
  field: string,
  report: Report,
): LeafValue | 'nothing' {
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
      return 'nothing';
    case 'integer':
    case 'count':
    case 'percentage':
      return readNumber(shape, text, node, place, field, report);
    case 'date':
    case 'dateOrTrue': {
      if (shape.reading === 'dateOrTrue' && node.value === true) return { type: 'date', ...place, text };
      const day = readDate(text);
      if (day === undefined) unreadable('Write a day as year-month-day, such as 2026-11-22.');
      return day === undefined ? { type: 'date', ...place, text } : { type: 'date', ...place, text, day };
    }
    case 'quantity': {
      const quantity = readQuantity(text);
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
): LeafValue | 'nothing' {
  const words = shape.words;
  if (words === undefined) return { type: 'word', ...place, word: text, text };
  const folded = foldWord(text.slice(0, 100));
  const word =
    words.find(known => (shape.contains ? folded.includes(foldWord(known)) : foldWord(known) === folded)) ??
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
  return 'nothing';
}

const wholeNumber = /^\d{1,15}$/;
const countRange = /^~?\s*\d{1,12}\s*[-\u2013\u2014]\s*(\d{1,12})$/;
function readNumber(
  shape: LeafShape,
  text: string,
  node: ScalarNode,
  place: Located,
  field: string,
  report: Report,
): LeafValue | 'nothing' {
  const value = shape.reading === 'percentage' ? readPercentage(text) : readCount(shape, text);
  const inside = value !== undefined && value >= (shape.minimum ?? -Infinity) && value <= (shape.maximum ?? Infinity);
  if (value !== undefined && inside) return { type: 'number', ...place, number: value, text };
  const wanted = shape.reading === 'percentage' ? 'a percentage such as 60%' : 'a whole number';
  const bounds =
    shape.minimum === undefined
      ? ''
      : shape.maximum === undefined
        ? ` from ${shape.minimum} on`
        : ` from ${shape.minimum} to ${shape.maximum}`;
  report({ code: 'schema', message: `"${field}" is ${wanted}${bounds}, not "${text.slice(0, 40)}".`, span: node.span });
  return 'nothing';
}

/** A range counts with its upper bound, where a range is a count at all. */
function readCount(shape: LeafShape, text: string): number | undefined {
  const digits = wholeNumber.test(text) ? text : shape.reading === 'count' ? countRange.exec(text)?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
}
