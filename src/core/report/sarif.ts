import { visible } from './visible.ts';
import { wellFormed, type JsonObject } from './json.ts';
import { rangeOf, type LineStarts } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Severity } from '../workspace/settings.ts';

/** Stands for the working directory, which is nobody's business but the reader's. */
export const sourceRoot = '%SRCROOT%';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note' };

export function sarifLevel(severity: Severity): string {
  return levels[severity];
}

/** A message is a sentence; what an author of a file makes longer than this is cut. In UTF-16 units. */
const longestMessage = 1000;

/**
 * Text as a SARIF message: plain, in one line, and never what its readers would take for more. `[x](y)` is a link there and `{0}` a
 * placeholder, so that a link is broken by a blank and braces are doubled (SARIF 2.1.0, 3.11.5 and 3.11.6; FAULTS I9).
 */
export function sarifMessage(text: string): JsonObject {
  const cut = text.length <= longestMessage ? text : `${text.slice(0, longestMessage)}…`;
  return { text: visible(wellFormed(cut)).replaceAll('](', '] (').replace(/[{}]/g, '$&$&') };
}

/** A file as a SARIF reader finds it: percent-encoded, relative to the root of the sources unless it was named from the root of the disk. */
export function artifactLocation(file: string): JsonObject {
  const uri = wellFormed(file).split('/').map(encodeURIComponent).join('/');
  if (/^(?:\/|[A-Za-z]:[\\/])/.test(file)) return { uri: `file://${uri.startsWith('/') ? '' : '/'}${uri}` };
  return { uri, uriBaseId: sourceRoot };
}

/** Lines and columns from 1, columns in UTF-16 units; the end column is the one behind the last character. */
export function sarifRegion(lines: LineStarts, span: Span): JsonObject {
  const { start, end } = rangeOf(lines, span);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

export function physicalLocation(file: string, lines: LineStarts, span: Span): JsonObject {
  return { artifactLocation: artifactLocation(file), region: sarifRegion(lines, span) };
}
