import type { Finding } from '../rules/finding.ts';
import { lineAt, type LineStarts } from '../text/lines.ts';

/** What fingerprints are made from, besides the findings. */
export interface FingerprintSources {
  readonly linesOf: (file: string) => LineStarts;
  /** The text of a file; undefined where it can't be read again. */
  readonly textOf: (file: string) => string | undefined;
  /** Any good digest of a text. */
  readonly digest: (text: string) => string;
}

/** So much of a line tells it from others. In UTF-16 units. */
const lineTold = 1000;

/**
 * What a finding goes by from one run to the next, in the order of the findings: rule, artifact and the words of its line, so that it is
 * the same when lines are added above it, when it is indented, and when a message counts days. Of several alike in one file the second
 * ends in `:2`, and so on.
 */
export function fingerprintsOf(findings: readonly Finding[], sources: FingerprintSources): readonly string[] {
  const texts = new Map<string, string | undefined>();
  const seen = new Map<string, number>();
  return findings.map(finding => {
    const { file, rule, artifact = '', span } = finding;
    if (!texts.has(file)) texts.set(file, sources.textOf(file));
    const line = lineText(texts.get(file) ?? '', sources.linesOf(file), span.start);
    const digest = sources.digest([rule, artifact, line].join('\n'));
    const inFile = `${digest} ${file}`;
    const count = (seen.get(inFile) ?? 0) + 1;
    seen.set(inFile, count);
    return `${digest}:${count}`;
  });
}

function lineText(text: string, lines: LineStarts, offset: number): string {
  const line = lineAt(lines, offset);
  return text
    .slice(lines[line], lines[line + 1])
    .slice(0, lineTold)
    .replace(/\s+/g, ' ')
    .trim();
}
