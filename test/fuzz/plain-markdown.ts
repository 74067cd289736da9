import fc from 'fast-check';
import { parseArgs } from 'node:util';
import { smallest } from '../support/damaged.ts';
import { isGivenUp, sorts } from '../support/plain-markdown.ts';

/*
 * Holds the reader of plain Markdown against the library, on as many texts as are asked for: it gives a text up, or finds
 * in it what the library finds. A text that tells them apart is made as small as it goes; it belongs into the tests.
 */
const { values } = parseArgs({
  options: { count: { type: 'string', default: '20000' }, seed: { type: 'string', default: String(Date.now()) } },
});
const count = Number(values.count);
const seed = Number(values.seed) | 0;
const batch = 5_000;

function isTold(text: string): boolean {
  try {
    isGivenUp(text);
    return false;
  } catch {
    return true;
  }
}

console.log(`seed ${seed}, ${count} texts`);
const share = Math.ceil(count / Object.keys(sorts).length);
for (const [sort, texts] of Object.entries(sorts)) {
  let looked = 0;
  let given = 0;
  while (looked < share) {
    const numRuns = Math.min(batch, share - looked);
    for (const text of fc.sample(texts, { numRuns, seed: seed + looked })) {
      if (isTold(text)) {
        console.log(`${sort}: told apart by ${JSON.stringify(smallest(text, isTold))}`);
        process.exitCode = 1;
      } else if (isGivenUp(text)) given++;
    }
    looked += numRuns;
  }
  console.log(`${sort}: ${looked} texts, ${looked - given} read and equal, ${given} given up`);
}
