import type { Node, ParsedDocument } from '../tree.ts';
import { readBlock } from './blocks.ts';
import { isRestEmpty, leaveLine, skipSpaces, toContent } from './lines.ts';
import { noContent, spanIn, startReading, type Reading } from './reading.ts';
import { dot, hyphen } from './units.ts';

/**
 * Reads YAML that is written plainly: maps and lists of lines, scalars and brackets of one line each, literal and folded
 * text, comments, several documents. Gives what the library’s reader would give, or undefined for a text in which
 * anything is wrong, or rare: anchors, tags, directives, what goes on over lines, `?`, a key given twice. Never throws.
 */
export function readPlainYaml(text: string, base: number, maxLexemes: number): readonly ParsedDocument[] | undefined {
  if (!isPlainText(text)) return undefined;
  const reading = startReading(text, base);
  const documents: ParsedDocument[] = [];
  if (text.charCodeAt(0) === byteOrderMark) {
    // The library does not count what indents the line behind the mark.
    if (text.charCodeAt(1) === 0x20 || (text.charCodeAt(1) === hyphen && text.charCodeAt(2) !== hyphen))
      return undefined;
    reading.at = 1;
    reading.lexemes++;
  }
  if (!toContent(reading)) return undefined;
  while (reading.at < text.length) {
    const document = readDocument(reading);
    if (document === undefined || !isAtEnd(reading) || !passEnd(reading)) return undefined;
    documents.push(document);
  }
  return reading.lexemes > maxLexemes ? undefined : documents;
}

const byteOrderMark = 0xfeff;

/** Line ends and characters that VS Code, the library and we all see in the same way. */
function isPlainText(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  return !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)/.test(text) && !text.includes('\ufeff', 1);
}

/** From the marker or the first content of a document on to its end. */
function readDocument(reading: Reading): ParsedDocument | undefined {
  // The marks of a document’s beginning that the library cuts out as well.
  reading.lexemes += 3;
  let here = reading.at;
  if (isAtEnd(reading)) {
    if (reading.text.charCodeAt(here) !== hyphen) return undefined;
    reading.at += 3;
    skipSpaces(reading);
    here = reading.at;
    if (!isRestEmpty(reading) || !leaveLine(reading)) return undefined;
    if (isAtEnd(reading)) return { root: undefined, span: spanIn(reading, here, here), problems: [] };
  }
  const root: Node | undefined = readBlock(reading, reading.column, 0);
  return root && { root, span: root.span, problems: [] };
}

/** Whether no content follows in the document: the text ends, or a marker stands there. */
function isAtEnd({ column }: Reading): boolean {
  return column === noContent;
}

/** Passes `...`; false where more stands on its line. */
function passEnd(reading: Reading): boolean {
  const { text, at } = reading;
  if (text.charCodeAt(at) !== dot) return true;
  reading.at += 3;
  reading.lexemes++;
  skipSpaces(reading);
  return isRestEmpty(reading) && leaveLine(reading);
}
