import assert from 'node:assert/strict';
import fc from 'fast-check';
import { safeName } from '../../../../src/core/text/safe-name.ts';

describe('a safe name', () => {
  it('is the id where that is plain', () => {
    assert.equal(safeName('BET-012'), 'BET-012');
  });

  it('leads nowhere, and differs for ids that differ', () => {
    const ids = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.string({ unit: fc.constantFrom('.', '/', '~', 'a', '4', '-', '\u0000', 'é', '\ud800'), maxLength: 120 }),
    );
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        for (const id of [one, other]) {
          assert.match(safeName(id), /^[A-Za-z0-9_~][A-Za-z0-9_~-]*$/);
          assert.ok(safeName(id).length <= 100);
        }
        assert.equal(safeName(one) === safeName(other), one === other);
      }),
      { seed: 20261122, numRuns: 500 },
    );
    assert.notEqual(safeName('../a'), safeName('a'));
    assert.notEqual(safeName(`${'x'.repeat(300)}a`), safeName(`${'x'.repeat(300)}b`));
  });
});
