import { readDate } from '../../src/core/model/values/date.ts';
import { createJudge, type Judge } from '../../src/core/service.ts';
import { corpusDay } from './corpus/corpus.ts';
import type { CorpusFile } from './corpus/planted.ts';

/** A workspace in memory, read and judged on the day of the corpus. Its texts are gone when nobody else keeps them. */
export function judgeOf(files: Iterable<CorpusFile>): Judge {
  const today = readDate(corpusDay);
  if (today === undefined) throw new Error('not a day');
  const judge = createJudge({ today, mode: 'scaling', severities: {} });
  // As they come from a disk: one string each, not one that is glued of others.
  for (const [file, text] of files) judge.set(file, Buffer.from(text).toString());
  judge.update();
  return judge;
}
