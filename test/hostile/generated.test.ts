import assert from 'node:assert/strict';
import { judged } from '../support/workspace.ts';
import { bodyTraps, valueTraps, yamlTraps } from './generators.ts';

/*
 * Nothing here measures time: each takes less than two seconds, and what grows faster than its input runs into the limit of the test.
 */
describe('hostile files, from the text to the findings', function () {
  this.timeout(30_000);

  const cases: readonly (readonly [
    file: string,
    traps: Readonly<Record<string, string>>,
    wrap: (text: string) => string,
  ])[] = [
    ['a.bet.yaml', { ...yamlTraps, ...valueTraps }, text => text],
    ['a.bet.md', yamlTraps, text => `---\n${text}---\n\n# A\n`],
    ['a.bet.md', bodyTraps, text => text],
    ['notes/rollout-plan.md', bodyTraps, text => text],
  ];
  for (const [file, traps, wrap] of cases) {
    for (const [name, trap] of Object.entries(traps)) {
      it(`${file}: ${name}`, () => {
        const text = wrap(trap);
        const judge = judged({ [file]: text, 'b.bet.yaml': 'id: B\n' });
        for (const { span } of judge.findings(file))
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
        assert.ok(judge.findings('b.bet.yaml').some(({ rule }) => rule === 'bet/hypothesis-missing'));
      });
    }
  }
});
