import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Judge } from '../../../src/core/service.ts';
import { randomFrom } from '../../support/random.ts';
import { betFiles } from '../corpus/corpus.ts';
import { writeCorpus } from '../corpus/disk.ts';
import { judgeOf } from '../judges.ts';
import { timed, timesOf, type Times } from '../measure.ts';
import type { Bench, Part, Row } from '../part.ts';

/** One file changes on disk: until it is read, and it and everything it affects is judged again. */
export const oneChanged: Part = {
  name: 'one-changed',
  title: 'one file changed on disk: read it, judge it and everything it affects',
  run(bench) {
    const rows: Row[] = [];
    const bySize = new Map<number, Times>();
    for (const size of bench.sizes.filter(each => each <= 10_000)) {
      const times = changeTimes(bench, size);
      bySize.set(size, times);
      rows.push({ what: `in ${size.toLocaleString('en')} files`, times });
    }
    const [thousand, tenThousand] = [bySize.get(1_000), bySize.get(10_000)];
    if (thousand === undefined || tenThousand === undefined) return { rows };
    return { rows, figures: { oneChanged: tenThousand.p95, oneChangedGrowth: tenThousand.p50 / thousand.p50 } };
  },
};

/** What people change: a value that another file's bet is judged by, a title, an owner, a word that is wrong now. */
const edits: readonly ((text: string) => string)[] = [
  text => text.replace(/41%/, '44%'),
  text => text.replace(/1\.1%/, '2.6%'),
  text => text.replace(/Faster/, 'Slower'),
  text => text.replace(/(owner: |\*\*Owner:\*\* ).*\w/, '$1Nora Blum'),
  text => text.replace(/(status: |\*\*Status:\*\* )\w+/, '$1proposed'),
  text => text.replace(/BET-0/, 'BET-9'),
];

function changeTimes(bench: Bench, size: number): Times {
  const { folder, files } = writeCorpus(bench.scratch(`changing-${size}`), betFiles(size));
  const judge = judgeOf(betFiles(size));
  const hierarchies = files.filter(file => file.includes('.metrics.'));
  const random = randomFrom(size);
  const samples: number[] = [];
  const [runs, warmUp] = [bench.runs(600), 60];
  for (let run = -warmUp; run < runs; run += 2) {
    const file = random.pick(run % 3 === 0 ? hierarchies : files);
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    const changed = edits.map(edit => edit(text)).filter(each => each !== text);
    for (const next of [random.pick(changed), text]) {
      writeFileSync(path, next);
      const time = timed(() => takeIn(judge, folder, file));
      if (run >= 0) samples.push(time);
    }
  }
  return timesOf(samples);
}

function takeIn(judge: Judge, folder: string, file: string): void {
  judge.set(file, readFileSync(join(folder, file), 'utf8'));
  for (const affected of judge.update()) judge.findings(affected);
}
