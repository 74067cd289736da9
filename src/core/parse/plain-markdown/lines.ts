import { spanOf } from '../../text/span.ts';
import { markAt, openItem, openQuote, closeContainers } from './containers.ts';
import { continueConcrete, endsParagraph, isThematicBreak, startLeaf } from './flow.ts';
import { closeLeaf, underline } from './leaves.ts';
import { giveUp, type Reading } from './reading.ts';
import { continueTable, startTable } from './tables.ts';
import * as units from './units.ts';

/** Takes in one line, which ends before its line end. */
export function readLine(reading: Reading, start: number, end: number): void {
  const { text, open } = reading;
  if (reading.nextTab < end && meetsTab(reading, start, end)) {
    giveUp(reading);
    return;
  }
  let at = start;
  let first = units.skipSpaces(text, at, end);
  let depth = 0;
  for (; depth < open.length; depth++) {
    const container = open[depth];
    if (container === undefined) break;
    if (container.type === 'quote') {
      if (first - at > 3 || first >= end || text.charCodeAt(first) !== units.greaterThan) break;
      at = behindQuoteMark(text, first, end);
      first = units.skipSpaces(text, at, end);
    } else if (first >= end) {
      if (container.emptiness === 'fresh') container.emptiness = 'over';
      at = Math.min(first, at + container.indent);
    } else {
      if (container.emptiness === 'over' || first - at < container.indent) break;
      container.emptiness = container.emptiness === 'fresh' ? 'filled' : container.emptiness;
      at += container.indent;
    }
  }
  if (first >= end) readBlankLine(reading, depth, start, end);
  else readContent(reading, depth, at, first, start, end);
}

/** Tabs are blanks of many widths: only in a fence they are text like any other. */
function meetsTab(reading: Reading, start: number, end: number): boolean {
  if (reading.nextTab < start) {
    const found = reading.text.indexOf('\t', start);
    reading.nextTab = found === -1 ? reading.end : found;
  }
  return reading.nextTab < end && reading.leaf?.type !== 'fence';
}

function behindQuoteMark(text: string, at: number, end: number): number {
  return at + 1 < end && text.charCodeAt(at + 1) === units.space ? at + 2 : at + 1;
}

function readBlankLine(reading: Reading, depth: number, start: number, end: number): void {
  const { leaf, open } = reading;
  const isMatched = depth === open.length;
  if (leaf?.type === 'fence' || (leaf?.type === 'html' && leaf.isComment)) {
    if (!isMatched) {
      giveUp(reading);
      return;
    }
    continueConcrete(reading, leaf, start, end);
    touch(reading, end);
    return;
  }
  if (leaf?.type === 'indented') {
    if (end > start) {
      giveUp(reading);
      return;
    }
    leaf.lines.push({ span: spanOf(start, end), text: reading.text.slice(start, end) });
    return;
  }
  if (isMatched) closeLeaf(reading);
  else closeContainers(reading, depth);
  if (open.every(({ type }) => type === 'item')) return;
  // Where lists in a quote end that a line with nothing but the mark follows is odd.
  const [quote] = open;
  if (!isMatched || open.length > 1 || quote === undefined) {
    giveUp(reading);
    return;
  }
  quote.end = end;
}

function readContent(
  reading: Reading,
  matched: number,
  contentStart: number,
  firstAt: number,
  lineStart: number,
  end: number,
): void {
  const { text, open, leaf } = reading;
  let depth = matched;
  const isMatched = depth === open.length;
  if (leaf?.type === 'fence' || leaf?.type === 'html') {
    if (!isMatched) {
      giveUp(reading);
      return;
    }
    continueConcrete(reading, leaf, lineStart, end);
    touch(reading, end);
    return;
  }
  if (leaf?.type === 'indented' && firstAt - contentStart > 3) {
    leaf.kept = leaf.lines.push({ span: spanOf(lineStart, end), text: text.slice(lineStart, end) });
    return;
  }
  let at = contentStart;
  let first = firstAt;
  let isOpened = false;
  while (first - at < 4) {
    if (text.charCodeAt(first) === units.greaterThan) {
      openQuote(reading, first, depth, end);
      at = behindQuoteMark(text, first, end);
    } else {
      // What opens a quote in a paragraph goes on being measured by that paragraph.
      const interrupts = isMatched && (leaf?.type === 'paragraph' || leaf?.type === 'indented');
      const mark = isThematicBreak(text, first, end) ? undefined : markAt(reading, first, first - at, end, interrupts);
      if (mark === undefined) break;
      openItem(reading, mark, depth, end);
      at = mark.content;
    }
    depth++;
    isOpened = true;
    if (reading.isUnsure) return;
    first = units.skipSpaces(text, at, end);
    if (first >= end) {
      // Where what is empty in a quote ends is odd.
      if (open.length > 1 && open.some(({ type }) => type === 'quote')) giveUp(reading);
      touch(reading, end);
      return;
    }
  }
  if (reading.isUnsure) return;
  if (isOpened || leaf === undefined || leaf.type === 'indented') {
    if (!isOpened) closeContainers(reading, depth);
    if (!isMatched && first - at > 3) {
      giveUp(reading);
      return;
    }
    startLeaf(reading, at, first, end);
  } else if (leaf.type === 'table') {
    if (!isMatched) {
      giveUp(reading);
      return;
    }
    if (!continueTable(reading, leaf, first - at, first, end)) {
      closeLeaf(reading);
      startLeaf(reading, at, first, end);
    }
  } else if (!isMatched) {
    if (first - at > 3) {
      giveUp(reading);
      return;
    }
    if (endsParagraph(reading, first, end)) {
      closeContainers(reading, depth);
      startLeaf(reading, at, first, end);
    } else {
      // The line is none of the paragraph's container, and goes on with it nevertheless: where it may mean more, we ask.
      if (mayMeanMore(text.charCodeAt(first))) {
        giveUp(reading);
        return;
      }
      leaf.lines.push(first, end);
      leaf.mayBeHeader = false;
    }
  } else if (first - at > 3) {
    leaf.lines.push(first, end);
    leaf.mayBeHeader = false;
  } else if (underline(reading, leaf, first, end)) {
    // It was a heading.
  } else if (endsParagraph(reading, first, end)) {
    closeLeaf(reading);
    startLeaf(reading, at, first, end);
  } else if (!startTable(reading, leaf, first, end)) {
    leaf.lines.push(first, end);
    leaf.mayBeHeader = true;
  }
  touch(reading, end);
}

function mayMeanMore(unit: number): boolean {
  switch (unit) {
    case units.hyphen:
    case units.colon:
    case units.pipe:
    case units.lessThan:
    case units.equalsSign:
      return true;
    default:
      return false;
  }
}

/** What is open goes at least to the end of this line. */
function touch({ open }: Reading, end: number): void {
  for (const container of open) container.end = end;
}
