import { join } from 'node:path';
import { outHome, root } from '../../../scripts/lib/paths.mjs';
import { checkArguments } from '../checks.ts';
import { betFiles } from '../corpus/corpus.ts';
import { writeCorpus } from '../corpus/disk.ts';
import { inTurn, ratioOfPairs, timesOf } from '../measure.ts';
import type { Part } from '../part.ts';
import { commandLine, programScript, timeProcess } from '../processes.ts';

/** What somebody waits for at the prompt, beside a Node that does nothing. */
export const start: Part = {
  name: 'start',
  title: 'start of the command line, whole processes in turn',
  run(bench) {
    const { folder } = writeCorpus(bench.scratch('hundred'), betFiles(100));
    const usual = programScript('usual/main.ts');
    const node = (args: readonly string[], cwd = outHome): number => timeProcess(process.execPath, args, cwd);
    const jobs = {
      empty: () => node(['-e', '0']),
      help: () => node([commandLine, '--help']),
      check: () => node(checkArguments(), folder),
      usual: () => node([usual, join(root, 'schemas'), folder]),
    };
    const runs = bench.runs(21);
    for (const job of Object.values(jobs)) job();
    const samples = inTurn({ empty: runs, help: runs, check: runs, usual: Math.min(runs, 3) }, jobs);
    const [help, check] = [ratioOfPairs(samples.help, samples.empty), ratioOfPairs(samples.check, samples.empty)];
    return {
      rows: [
        { what: 'node -e 0', times: timesOf(samples.empty) },
        { what: 'betwright --help', times: timesOf(samples.help), against: `${help.toFixed(2)} × node -e 0` },
        {
          what: 'betwright check, 100 files',
          times: timesOf(samples.check),
          against: `${check.toFixed(2)} × node -e 0`,
        },
        { what: 'usual libraries, 100 files', times: timesOf(samples.usual) },
      ],
      figures: { startHelp: help, startCheck: check },
    };
  },
};
