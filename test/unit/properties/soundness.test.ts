import fc, { type Arbitrary } from 'fast-check';
import assert from 'node:assert/strict';
import { assertSound } from '../../support/soundness.ts';
import type { NamedText } from '../../support/texts.ts';
import { judged } from '../../support/workspace.ts';
import { anyFile, damagedFile, projectFile, truncatedFile } from './generators.ts';

/**
 * The same texts on every run. `BETWRIGHT_PROPERTY_RUNS=20000` looks at more of them, `BETWRIGHT_PROPERTY_SEED=7` at others; what fails is
 * told with the seed and the path that lead to it again.
 */
const runs = Number(process.env['BETWRIGHT_PROPERTY_RUNS'] ?? 60);
const seed = Number(process.env['BETWRIGHT_PROPERTY_SEED'] ?? 20261122);

function holds(files: Arbitrary<NamedText>, property: (file: NamedText) => void): void {
  fc.assert(fc.property(files, property), { seed, numRuns: runs });
}

/** Nothing throws, and every place lies in its file. */
function isSound({ file, text }: NamedText): void {
  assertSound(file, text);
}

describe('whatever stands in a file', function () {
  this.timeout(Math.max(10_000, runs * 100));

  it('is sound as the project has it', () => {
    holds(projectFile, isSound);
  });

  it('is sound, whatever it is', () => {
    holds(anyFile, isSound);
  });

  it('is sound up to any line', () => {
    holds(truncatedFile, isSound);
  });

  it('is sound after accidents', () => {
    holds(damagedFile, isSound);
  });

  it('is judged the same the second time, and by way of another text', () => {
    holds(damagedFile, ({ file, text }) => {
      const judge = judged({ [file]: text });
      const first = judge.findings(file);
      judge.set(file, `${text.slice(0, text.length / 2)}\n`);
      judge.update();
      judge.set(file, text);
      judge.update();
      assert.deepEqual(judge.findings(file), first);
    });
  });
});
