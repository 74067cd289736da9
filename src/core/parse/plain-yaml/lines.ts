import { noContent, type Reading } from './reading.ts';
import { carriageReturn, dot, hyphen, isBlankAt, lineFeed, numberSign, space, tab } from './units.ts';

/** Passes blanks on the line. */
export function skipSpaces(reading: Reading): void {
  const { text } = reading;
  const start = reading.at;
  let at = start;
  while (text.charCodeAt(at) === space) at++;
  if (at > start) reading.lexemes++;
  reading.at = at;
}

/** Whether nothing follows on the line but a comment; to be asked behind a blank or an indicator. */
export function isRestEmpty({ text, at }: Reading): boolean {
  if (at >= text.length) return true;
  const unit = text.charCodeAt(at);
  return unit === lineFeed || unit === carriageReturn || unit === numberSign;
}

/** From behind a value to the next content; false where more follows on the line than blanks and a comment. */
export function finishLine(reading: Reading): boolean {
  const start = reading.at;
  skipSpaces(reading);
  const { text, at } = reading;
  if (!isRestEmpty(reading) || (text.charCodeAt(at) === numberSign && at === start)) return false;
  return leaveLine(reading);
}

/** From where nothing follows on the line but a comment to the next content. */
export function leaveLine(reading: Reading): boolean {
  const { text, at } = reading;
  if (text.charCodeAt(at) === numberSign) reading.lexemes++;
  reading.at = nextLineFrom(text, at);
  return toContent(reading);
}

/**
 * From the beginning of a line to the next content: sets `at` and `column`; at a document marker and at the end the
 * column is {@link noContent}. False where tabs indent.
 */
export function toContent(reading: Reading): boolean {
  const { text } = reading;
  reading.passedComments = false;
  for (let lineStart = reading.at; ;) {
    let at = lineStart;
    while (text.charCodeAt(at) === space) at++;
    // The line's end, what indents it, and a comment.
    reading.lexemes += at > lineStart ? 2 : 1;
    if (at >= text.length) return stop(reading, at, noContent);
    const unit = text.charCodeAt(at);
    if (unit === numberSign) {
      reading.lexemes++;
      reading.passedComments = true;
    } else if (unit === tab) return false;
    else if (unit !== lineFeed && unit !== carriageReturn) {
      const column = at - lineStart;
      return stop(reading, at, column === 0 && isMarkerAt(text, at) ? noContent : column);
    }
    lineStart = nextLineFrom(text, at);
  }
}

function stop(reading: Reading, at: number, column: number): true {
  reading.at = at;
  reading.column = column;
  return true;
}

/** Whether the line that begins here is `---` or `...`, something behind it or not. */
function isMarkerAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    (unit === hyphen || unit === dot) &&
    text.charCodeAt(at + 1) === unit &&
    text.charCodeAt(at + 2) === unit &&
    isBlankAt(text, at + 3)
  );
}

export function nextLineFrom(text: string, at: number): number {
  if (text.charCodeAt(at) === lineFeed) return at + 1;
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}
