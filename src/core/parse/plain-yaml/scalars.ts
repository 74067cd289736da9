import { resolvePlainScalar } from '../plain-scalar.ts';
import type { ScalarNode } from '../tree.ts';
import { spanIn, type Reading } from './reading.ts';
import { readQuoted } from './quoted.ts';
import * as units from './units.ts';

/** A scalar of one line outside brackets. It ends before `: `, before ` #`, or with its line. */
export function readScalar(reading: Reading): ScalarNode | undefined {
  return readQuoted(reading) ?? readPlain(reading, plainEnd(reading.text, reading.at));
}

/** A scalar of one line inside brackets: there commas and brackets end it, too. */
export function readScalarInFlow(reading: Reading): ScalarNode | undefined {
  return readQuoted(reading) ?? readPlain(reading, plainEndInFlow(reading.text, reading.at));
}

function readPlain(reading: Reading, end: number): ScalarNode | undefined {
  const { text, at } = reading;
  if (end <= at || !mayBeginPlain(text, at)) return undefined;
  const source = text.slice(at, end);
  reading.at = end;
  reading.lexemes += 2;
  return {
    type: 'scalar',
    span: spanIn(reading, at, end),
    text: source,
    value: resolvePlainScalar(source),
    style: 'plain',
  };
}

/** Indicators begin no plain scalar; `?` and `:` may, but hardly ever do. */
function mayBeginPlain(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case units.hyphen:
      return !units.isBlankAt(text, at + 1) && !units.isFlowIndicator(text.charCodeAt(at + 1));
    case units.exclamationMark:
    case units.doubleQuote:
    case units.numberSign:
    case units.percent:
    case units.ampersand:
    case units.singleQuote:
    case units.asterisk:
    case units.comma:
    case units.colon:
    case units.greaterThan:
    case units.questionMark:
    case units.at:
    case units.openBracket:
    case units.closeBracket:
    case units.backtick:
    case units.openBrace:
    case units.pipe:
    case units.closeBrace:
      return false;
    default:
      return true;
  }
}

/** Behind the last character that is no blank; -1 where a tab stands in it. */
function plainEnd(text: string, from: number): number {
  let end = from;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Most characters are letters, and none beyond the colon means anything here.
    if (unit <= units.colon) {
      if (unit === units.space) {
        if (text.charCodeAt(at + 1) === units.numberSign) return end;
        continue;
      }
      if (unit === units.lineFeed || unit === units.carriageReturn) return end;
      if (unit === units.tab) return -1;
      if (unit === units.colon && units.isBlankAt(text, at + 1)) return end;
    }
    end = at + 1;
  }
  return end;
}

function plainEndInFlow(text: string, from: number): number {
  let end = from;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (units.isFlowIndicator(unit) || unit === units.lineFeed || unit === units.carriageReturn) return end;
    if (unit === units.tab) return -1;
    if (unit === units.space) {
      if (text.charCodeAt(at + 1) === units.numberSign) return end;
      continue;
    }
    if (unit === units.colon) {
      if (units.isBlankAt(text, at + 1) || units.isFlowIndicator(text.charCodeAt(at + 1))) return end;
    }
    end = at + 1;
  }
  return end;
}
