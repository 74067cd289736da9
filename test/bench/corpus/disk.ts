import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lineStartsOf, rangeOf, type Range } from '../../../src/core/text/lines.ts';
import { plantedIn } from './corpus.ts';
import type { CorpusFile } from './planted.ts';

/** A corpus as files, and what is to be found in them. */
export interface CorpusOnDisk {
  readonly folder: string;
  /** From the folder, with forward slashes. */
  readonly files: readonly string[];
  /** Every planted defect as a line: see `findingLine`. */
  readonly planted: ReadonlySet<string>;
}

export function writeCorpus(folder: string, corpus: Iterable<CorpusFile>): CorpusOnDisk {
  const files: string[] = [];
  const planted = new Set<string>();
  const made = new Set<string>();
  for (const [file, text] of corpus) {
    const path = join(folder, file);
    if (!made.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    made.add(dirname(path));
    writeFileSync(path, text);
    files.push(file);
    const defects = plantedIn(file, text);
    if (defects.length === 0) continue;
    const lines = lineStartsOf(text);
    for (const { severity, rule, start, end } of defects)
      planted.add(findingLine({ file, severity, rule, range: rangeOf(lines, { start, end }) }));
  }
  return { folder, files, planted };
}

/** A finding as one line that is equal for equal findings, whatever their words. */
export function findingLine({ file, severity, rule, range: { start, end } }: FindingOnDisk): string {
  return `${file} ${severity} ${rule} ${start.line}:${start.character}-${end.line}:${end.character}`;
}

/** As `betwright check --format json` prints it. */
export interface FindingOnDisk {
  readonly file: string;
  readonly severity: string;
  readonly rule: string;
  readonly range: Range;
}

/** Fails where anything was found that was not planted, or not found that was. */
export function proveFound(found: readonly FindingOnDisk[], planted: ReadonlySet<string>): void {
  const lines = new Set(found.map(findingLine));
  const extra = [...lines].filter(line => !planted.has(line));
  const missed = [...planted].filter(line => !lines.has(line));
  if (extra.length + missed.length === 0) return;
  const some = (list: readonly string[]): string => list.slice(0, 5).join('\n  ');
  throw new Error(`wrong findings\nmissed ${missed.length}: ${some(missed)}\nextra ${extra.length}: ${some(extra)}`);
}
