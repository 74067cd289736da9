import { buildFileModel } from '../../../src/core/model/file-model.ts';
import { parseFile } from '../../../src/core/parse/file.ts';
import { judgeFile } from '../../../src/core/rules/judge.ts';
import { originals } from '../corpus/planted.ts';
import { judgeOf } from '../judges.ts';
import { timesOf } from '../measure.ts';
import { changes, mixedCorpus, rejudgedAfter } from '../mixed.ts';
import type { Part, Row } from '../part.ts';

/** What all the rules cost beside reading a file, and how far a change goes. */
export const rules: Part = {
  name: 'rules',
  title: 'rules beside reading, in documents of all kinds with a defect each, and how many a change touches',
  run() {
    const files = mixedCorpus(Math.ceil(1_000 / originals.length));
    const judge = judgeOf(files);
    const [reading, judging]: [number[], number[]] = [[], []];
    for (const [file, text] of files) {
      const start = performance.now();
      const parsed = parseFile(file, text);
      const model = parsed && buildFileModel(file, parsed);
      const middle = performance.now();
      if (model === undefined) throw new Error(`${file} is not ours`);
      judgeFile(model, judge.workspace.lookup, judge.settings);
      judging.push(performance.now() - middle);
      reading.push(middle - start);
    }
    const share = sum(judging) / sum(reading);
    return {
      rows: [
        { what: 'a file: parse and model', times: timesOf(reading) },
        { what: 'a file: every rule', times: timesOf(judging), against: `${share.toFixed(2)} × reading, all together` },
        ...changes.map((change): Row => ({
          what: `judged again after ${change.what}`,
          more: `${rejudgedAfter(judge, files, change)} of ${files.size.toLocaleString('en')}`,
        })),
      ],
    };
  },
};

function sum(samples: readonly number[]): number {
  return samples.reduce((total, sample) => total + sample, 0);
}
