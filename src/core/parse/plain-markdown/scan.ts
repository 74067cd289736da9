import { pairUp } from './emphasis.ts';
import { entityAt } from './entities.ts';
import { pieceOfTag } from './emitted.ts';
import { autolinkAt, commentEnd, tagEnd } from './html-inline.ts';
import type { Lines } from './inline.ts';
import type { Piece } from './pieces.ts';
import { giveUp, type Reading } from './reading.ts';
import { resourceAt } from './resource.ts';
import { enterLine, lineBehind, put, startScanning, type Scanning } from './scanning.ts';
import * as units from './units.ts';

/** Cuts running text into pieces that know what they mean. */
export function scan(reading: Reading, lines: Lines, inCell: boolean): readonly Piece[] {
  const scanning = startScanning(reading, lines, inCell);
  for (;;) {
    scanLine(scanning);
    if (reading.isUnsure || scanning.line + 2 >= lines.length) break;
    endLine(scanning);
  }
  if (scanning.runs.length > 0) pairUp(reading, scanning.runs);
  return scanning.pieces;
}

function scanLine(scanning: Scanning): void {
  const { text, reading } = scanning;
  while (scanning.at < scanning.end && !reading.isUnsure) {
    if (units.isMark(text.charCodeAt(scanning.at))) scanMark(scanning);
    else scanning.at++;
  }
  put(scanning, undefined, scanning.at);
}

/** From the end of a line to the next. */
function endLine(scanning: Scanning): void {
  const { text, end, pieces, line, lines } = scanning;
  const lineEnd = lines[line + 1] ?? end;
  const next = lineBehind(text, lineEnd);
  if (lineEnd - end > 1) pieces.push({ type: 'break', start: end, end: next });
  else if (!scanning.isBroken) pieces.push({ type: 'line', start: end, at: lineEnd, end: next });
  enterLine(scanning, line + 2);
}

function scanMark(scanning: Scanning): void {
  switch (scanning.text.charCodeAt(scanning.at)) {
    case units.backslash: {
      scanEscape(scanning);
      return;
    }
    case units.ampersand: {
      scanEntity(scanning);
      return;
    }
    case units.backtick: {
      scanCode(scanning);
      return;
    }
    case units.lessThan: {
      scanTag(scanning);
      return;
    }
    case units.openBracket: {
      scanOpening(scanning);
      return;
    }
    case units.closeBracket: {
      scanClosing(scanning);
      return;
    }
    case units.tilde: {
      scanTildes(scanning);
      return;
    }
    default: {
      scanRun(scanning);
      return;
    }
  }
}

function scanEscape(scanning: Scanning): void {
  const { text, at, end, lines, line } = scanning;
  const isLast = at + 1 >= end;
  if (!isLast && units.isPunctuation(text.charCodeAt(at + 1))) {
    put(scanning, { type: 'meant', start: at, end: at + 2, text: text.charAt(at + 1) }, at + 2);
    return;
  }
  const lineEnd = lines[line + 1] ?? end;
  if (isLast && lineEnd === end && line + 2 < lines.length) {
    put(scanning, { type: 'break', start: at, end: lineBehind(text, lineEnd) }, at + 1);
    scanning.isBroken = true;
  } else scanning.at++;
}

function scanEntity(scanning: Scanning): void {
  const { reading, text, at, end } = scanning;
  const entity = entityAt(text, at, end);
  if (entity === 'unknown') giveUp(reading);
  if (typeof entity === 'string') scanning.at++;
  else put(scanning, { type: 'meant', start: at, end: entity.end, text: entity.text }, entity.end);
}

/** Code goes to the next ticks of the same number, which may stand on a later line. */
function scanCode(scanning: Scanning): void {
  const { reading, text, at, end } = scanning;
  const behind = units.skipRun(text, at, end);
  const size = behind - at;
  if (scanning.unclosed?.has(size) === true) {
    scanning.at = behind;
    return;
  }
  let from = behind;
  for (let line = scanning.line; line < scanning.lines.length; line += 2) {
    const lineStart = line === scanning.line ? from : (scanning.lines[line] ?? from);
    const lineEnd = scanning.lines[line + 1] ?? lineStart;
    from = lineStart;
    while (from < lineEnd) {
      if (text.charCodeAt(from) !== units.backtick) {
        from++;
        continue;
      }
      const close = units.skipRun(text, from, lineEnd);
      if (close - from === size) {
        putCode(scanning, at, behind, from, close, line);
        return;
      }
      from = close;
    }
    if ((reading.patience -= lineEnd - lineStart) < 0) {
      giveUp(reading);
      return;
    }
  }
  // The library, having looked at later lines in vain, counts what indents them wrongly.
  if (reading.open.length > 0 && scanning.line + 2 < scanning.lines.length) {
    giveUp(reading);
    return;
  }
  (scanning.unclosed ??= new Set()).add(size);
  scanning.at = behind;
}

function putCode(scanning: Scanning, start: number, from: number, to: number, end: number, line: number): void {
  const { reading, text, inCell } = scanning;
  const isLong = line !== scanning.line;
  if (isLong && reading.open.length > 0) {
    giveUp(reading);
    return;
  }
  let code = text.slice(from, to);
  if (isLong && /^\s|\s$/.test(code)) {
    giveUp(reading);
    return;
  }
  if (code.startsWith(' ') && code.endsWith(' ') && units.skipSpaces(code, 0, code.length) < code.length)
    code = code.slice(1, -1);
  if (inCell) code = code.replaceAll('\\|', '|');
  const at = text.slice(start, end).indexOf(code);
  const codeStart = at === -1 ? start : start + at;
  const codeEnd = at === -1 ? end : codeStart + code.length;
  put(scanning, { type: 'node', start: codeStart, end: codeEnd, text: code }, end);
  if (!isLong) return;
  enterLine(scanning, line);
  scanning.at = end;
  scanning.literal = end;
}

function scanTag(scanning: Scanning): void {
  const { reading, text, at, end, brackets } = scanning;
  const unit = at + 1 < end ? text.charCodeAt(at + 1) : units.space;
  if (unit === units.exclamationMark) {
    const close = commentEnd(text, at, end);
    if (close === undefined) {
      giveUp(reading);
      return;
    }
    put(scanning, { type: 'comment', start: at, end: close }, close);
    return;
  }
  if (unit === units.questionMark) {
    giveUp(reading);
    return;
  }
  const link = autolinkAt(text, at, end);
  if (link !== undefined) {
    if (link === 'unsure' || brackets.length > 0) {
      giveUp(reading);
      return;
    }
    put(scanning, { type: 'opening', start: at, end: at + 1, isLink: true }, at + 1);
    const url = text.slice(at + 1, link - 1);
    scanning.pieces.push({ type: 'literal', start: at + 1, end: link - 1 });
    put(scanning, { type: 'closing', start: at, end: link, url }, link);
    return;
  }
  const close = tagEnd(text, at, end);
  const isLast = scanning.line + 2 >= scanning.lines.length;
  if (close === 'unsure' && !isLast) {
    giveUp(reading);
    return;
  }
  if (typeof close !== 'number') scanning.at++;
  else put(scanning, pieceOfTag(text, at, close), close);
}

function scanOpening(scanning: Scanning): void {
  const { text, at, literal } = scanning;
  const isImage = at > literal && text.charCodeAt(at - 1) === units.exclamationMark;
  const start = isImage ? at - 1 : at;
  const opening = { type: 'opening', start, end: at + 1, isLink: false } as const;
  scanning.at = start;
  put(scanning, opening, at + 1);
  scanning.brackets.push({
    opening,
    isImage,
    isActive: true,
    runs: scanning.runs.length,
    pieces: scanning.pieces.length,
  });
}

function scanClosing(scanning: Scanning): void {
  const { reading, text, at, end, brackets } = scanning;
  const bracket = brackets.pop();
  const resource =
    bracket?.isActive === true && at + 1 < end && text.charCodeAt(at + 1) === units.openParenthesis
      ? resourceAt(text, at + 1, end)
      : undefined;
  if (resource === 'unsure') {
    giveUp(reading);
    return;
  }
  if (resource === 'broken' && scanning.line + 2 < scanning.lines.length) {
    giveUp(reading);
    return;
  }
  if (bracket === undefined || resource === undefined || resource === 'broken') {
    scanning.at++;
    return;
  }
  if (bracket.isImage) {
    putImage(scanning, bracket.pieces, bracket.opening.start, resource.end);
    return;
  }
  bracket.opening.isLink = true;
  if (scanning.runs.length > bracket.runs) pairUp(reading, scanning.runs.splice(bracket.runs));
  deactivate(scanning);
  put(scanning, { type: 'closing', start: bracket.opening.start, end: resource.end, url: resource.url }, resource.end);
}

/** No bracket around a link opens another. */
function deactivate({ reading, brackets }: Scanning): void {
  for (let index = brackets.length - 1; index >= 0; index--) {
    const outer = brackets[index];
    if (!outer?.isActive) return;
    if (--reading.patience < 0) {
      giveUp(reading);
      return;
    }
    if (!outer.isImage) outer.isActive = false;
  }
}

/** An image whose text says what it says. */
function putImage(scanning: Scanning, pieces: number, start: number, end: number): void {
  const { reading, text, at, literal } = scanning;
  if (scanning.pieces.length > pieces) {
    giveUp(reading);
    return;
  }
  scanning.pieces.pop();
  scanning.literal = at;
  put(scanning, { type: 'node', start, end, text: text.slice(literal, at) }, end);
}

/** Tildes strike through where others of the same number close them; that is left to the library. */
function scanTildes(scanning: Scanning): void {
  const { reading, text, at, start, end } = scanning;
  const behind = units.skipRun(text, at, end);
  scanning.at = behind;
  if (behind - at > 2) return;
  const before = at > start ? units.classOf(text.charCodeAt(at - 1)) : units.blankClass;
  const after = behind < end ? units.classOf(text.charCodeAt(behind)) : units.blankClass;
  const size = behind - at;
  const canClose = before === 0 || (before === units.punctuationClass && after !== 0);
  if (canClose && (scanning.openTildes & size) !== 0) {
    giveUp(reading);
    return;
  }
  if (after === 0 || (after === units.punctuationClass && before !== 0)) scanning.openTildes |= size;
}

function scanRun(scanning: Scanning): void {
  const { text, at, start, end } = scanning;
  const marker = text.charCodeAt(at);
  const behind = units.skipRun(text, at, end);
  const previous = at > start ? text.charCodeAt(at - 1) : units.space;
  const next = behind < end ? text.charCodeAt(behind) : units.space;
  const before = units.classOf(previous);
  const after = units.classOf(next);
  const opens = after === 0 || (after === units.punctuationClass && before !== 0) || next === units.tilde;
  const closes = before === 0 || (before === units.punctuationClass && after !== 0) || previous === units.tilde;
  const isStar = marker === units.asterisk;
  const canOpen = isStar ? opens : opens && (before !== 0 || !closes);
  const canClose = isStar ? closes : closes && (after !== 0 || !opens);
  if (!canOpen && !canClose) {
    scanning.at = behind;
    return;
  }
  const run = {
    type: 'run',
    marker,
    start: at,
    end: behind,
    canOpen,
    canClose,
    from: at,
    to: behind,
    opens: undefined,
    closes: undefined,
  } as const;
  put(scanning, run, behind);
  scanning.runs.push(run);
}
