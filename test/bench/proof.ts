import { rules } from '../../src/core/rules/index.ts';
import { corpusFiles, plantedIn } from './corpus/corpus.ts';
import { originals } from './corpus/planted.ts';
import { judgeOf } from './judges.ts';
import { wrongFindings } from './mixed.ts';

/**
 * Speed counts only together with every planted defect found, of every rule, and nothing else.
 * @throws where that is not so
 */
export function proveFindings(): string {
  // One in ten of a corpus is planted: here every one of them once.
  const files = new Map(corpusFiles(originals.length * 10));
  const { extra, missed, planted } = wrongFindings(judgeOf(files), files);
  const some = (lines: readonly string[]): string => lines.slice(0, 5).join('\n  ');
  if (extra.length + missed.length > 0)
    throw new Error(`wrong findings\nmissed ${missed.length}: ${some(missed)}\nextra ${extra.length}: ${some(extra)}`);
  const plantedRules = new Set([...files].flatMap(([file, text]) => plantedIn(file, text).map(({ rule }) => rule)));
  const forgotten = rules.map(({ id }) => id).filter(id => !plantedRules.has(id));
  if (forgotten.length > 0) throw new Error(`no defect is planted for ${forgotten.join(', ')}`);
  return `All ${planted} planted defects of ${plantedRules.size} rules in ${files.size} files found at their places, and nothing else.`;
}
