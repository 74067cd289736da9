import { answerTimes } from '../answers.ts';
import { originals } from '../corpus/planted.ts';
import { judgeOf } from '../judges.ts';
import { mixedCorpus } from '../mixed.ts';
import type { Part } from '../part.ts';

/** What an editor asks while somebody writes. */
export const answers: Part = {
  name: 'answers',
  title: 'what an editor asks while somebody writes, in a workspace of a thousand files',
  run() {
    const files = mixedCorpus(Math.ceil(1_000 / originals.length));
    const { catalog, completion, hover, lenses, hints } = answerTimes(judgeOf(files), files);
    return {
      rows: [
        { what: 'completion', times: completion, more: `looks the workspace over first: ${catalog.toFixed(0)} ms` },
        { what: 'hover', times: hover },
        { what: 'lenses', times: lenses },
        { what: 'hints', times: hints },
      ],
    };
  },
};
