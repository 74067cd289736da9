import { spanOf } from '../../text/span.ts';
import { htmlAt } from './html-blocks.ts';
import { readInline } from './inline.ts';
import { closeLeaf } from './leaves.ts';
import { giveUp, innermostBlocks, type OpenFence, type OpenHtml, type Reading } from './reading.ts';
import * as units from './units.ts';

/** Begins what stands at `first`; `at` is where the content of the container begins on the line. */
export function startLeaf(reading: Reading, at: number, first: number, end: number): void {
  const innermost = reading.open[reading.open.length - 1];
  if (innermost?.type === 'item') innermost.begun++;
  const { text } = reading;
  if (first - at > 3) {
    if (reading.open.length > 0) {
      giveUp(reading);
      return;
    }
    const line = { span: spanOf(at, end), text: text.slice(at, end) };
    reading.leaf = { type: 'indented', start: at, lines: [line], kept: 1 };
    return;
  }
  switch (text.charCodeAt(first)) {
    case units.numberSign:
      if (readHeading(reading, first, end)) return;
      break;
    case units.backtick:
    case units.tilde: {
      const size = fenceSize(text, first, end);
      if (size === 0) break;
      const lines = [{ span: spanOf(first, end), text: text.slice(first, end) }];
      reading.leaf = { type: 'fence', start: first, marker: text.charCodeAt(first), size, lines };
      return;
    }
    case units.asterisk:
    case units.underscore:
    case units.hyphen:
      if (!isThematicBreak(text, first, end)) break;
      innermostBlocks(reading).push({ type: 'break', span: spanOf(first, end) });
      return;
    case units.lessThan: {
      const html = htmlAt(text, first, end);
      if (html === 'unsure') {
        giveUp(reading);
        return;
      }
      if (html === 'none') break;
      const leaf: OpenHtml = { type: 'html', start: at, isComment: html === 'comment', end };
      reading.leaf = leaf;
      if (leaf.isComment && closesComment(text, first + 2, end)) closeLeaf(reading);
      return;
    }
  }
  reading.leaf = { type: 'paragraph', lines: [first, end], mayBeHeader: true };
}

/** Whether a line that would go on with a paragraph begins something else; not a list, a quote or a table. */
export function endsParagraph(reading: Reading, first: number, end: number): boolean {
  const { text } = reading;
  switch (text.charCodeAt(first)) {
    case units.numberSign:
      return isHeading(text, first, end);
    case units.backtick:
    case units.tilde:
      return fenceSize(text, first, end) > 0;
    case units.asterisk:
    case units.underscore:
    case units.hyphen:
      return isThematicBreak(text, first, end);
    case units.lessThan: {
      const html = htmlAt(text, first, end);
      if (html === 'unsure') giveUp(reading);
      return html === 'comment' || html === 'block';
    }
    default:
      return false;
  }
}

/** Goes on with a fence or HTML. */
export function continueConcrete(reading: Reading, leaf: OpenFence | OpenHtml, start: number, end: number): void {
  const { text } = reading;
  if (leaf.type === 'html') {
    leaf.end = end;
    if (leaf.isComment && closesComment(text, start, end)) closeLeaf(reading);
    return;
  }
  leaf.lines.push({ span: spanOf(start, end), text: text.slice(start, end) });
  if (!closesFence(reading, leaf, start, end)) return;
  innermostBlocks(reading).push({ type: 'code', span: spanOf(leaf.start, end), lines: leaf.lines });
  reading.leaf = undefined;
}

function closesFence({ text, open }: Reading, { marker, size }: OpenFence, start: number, end: number): boolean {
  let at = units.skipSpaces(text, start, end);
  let indented = at - start;
  for (const container of open) {
    if (container.type === 'item') indented -= container.indent;
    else {
      const behind = at + 1;
      const content = text.charCodeAt(behind) === units.space ? behind + 1 : behind;
      at = units.skipSpaces(text, behind, end);
      indented = at - content;
    }
  }
  if (indented > 3 || text.charCodeAt(at) !== marker) return false;
  const behind = units.skipRun(text, at, end);
  if (behind - at < size) return false;
  // A tab may stand behind it as well.
  for (let rest = behind; rest < end; rest++) {
    const unit = text.charCodeAt(rest);
    if (unit !== units.space && unit !== units.tab) return false;
  }
  return true;
}

function closesComment(text: string, from: number, end: number): boolean {
  for (let at = from; at + 2 < end; at++) {
    if (text.charCodeAt(at) === units.hyphen && text.startsWith('-->', at)) return true;
  }
  return false;
}

/** How many marks open a fence; 0 where none begins. */
function fenceSize(text: string, first: number, end: number): number {
  const behind = units.skipRun(text, first, end);
  if (behind - first < 3) return 0;
  if (text.charCodeAt(first) === units.backtick)
    for (let at = behind; at < end; at++) if (text.charCodeAt(at) === units.backtick) return 0;
  return behind - first;
}

export function isThematicBreak(text: string, first: number, end: number): boolean {
  const unit = text.charCodeAt(first);
  if (unit !== units.hyphen && unit !== units.asterisk && unit !== units.underscore) return false;
  let count = 0;
  for (let at = first; at < end; at++) {
    const here = text.charCodeAt(at);
    if (here === unit) count++;
    else if (here !== units.space) return false;
  }
  return count > 2;
}

function isHeading(text: string, first: number, end: number): boolean {
  const behind = units.skipRun(text, first, end);
  return behind - first <= 6 && (behind >= end || text.charCodeAt(behind) === units.space);
}

function readHeading(reading: Reading, first: number, end: number): boolean {
  const { text } = reading;
  if (!isHeading(text, first, end)) return false;
  const behind = units.skipRun(text, first, end);
  const start = units.skipSpaces(text, behind, end);
  let last = units.trimSpaces(text, start, end);
  let closing = last;
  while (closing > start && text.charCodeAt(closing - 1) === units.numberSign) closing--;
  if (closing === start) last = start;
  else if (closing < last && text.charCodeAt(closing - 1) === units.space)
    last = units.trimSpaces(text, start, closing);
  const span = spanOf(first, end);
  const content = readInline(reading, start < last ? [start, last] : [], span, 'flow');
  innermostBlocks(reading).push({ type: 'heading', span, depth: behind - first, content });
  return true;
}
