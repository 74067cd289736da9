/** A row of a table in text, and the line on which it begins, the first being 1. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
  /** The text ended inside quotes: everything behind them went into the last field, and no row follows. */
  readonly isUnclosed?: true;
}

/**
 * The rows of a CSV text (RFC 4180): quoted fields may hold the delimiter, line breaks and doubled quotes. Lines end
 * in LF, CR or both; a byte order mark is no part of the text. Never throws, and takes time in proportion to what is read.
 */
export function* csvRows(text: string, delimiter: string): Generator<CsvRow> {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const fields: string[] = [];
    const first = line;
    for (let isLast = false; !isLast;) {
      let field = '';
      if (text[at] === '"') {
        const quoted = quotedField(text, at);
        field = quoted.text;
        at = quoted.end;
        line += breaksIn(field);
        if (quoted.isUnclosed) {
          yield { line: first, fields: [...fields, field], isUnclosed: true };
          return;
        }
      }
      const end = endOfField(text, at, delimiter);
      fields.push(field + text.slice(at, end));
      isLast = text[end] !== delimiter;
      at = end + 1;
      if (text[end] === '\r' && text[at] === '\n') at++;
    }
    line++;
    yield { line: first, fields };
  }
}

function quotedField(
  text: string,
  start: number,
): { readonly text: string; readonly end: number; readonly isUnclosed: boolean } {
  const pieces: string[] = [];
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { text: pieces.join('') + text.slice(at), end: text.length, isUnclosed: true };
    pieces.push(text.slice(at, quote));
    at = quote + 1;
    if (text[at] !== '"') return { text: pieces.join(''), end: at, isUnclosed: false };
    pieces.push('"');
    at++;
  }
}

function endOfField(text: string, start: number, delimiter: string): number {
  let at = start;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function breaksIn(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}
