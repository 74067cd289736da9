import assert from 'node:assert/strict';
import { judged } from '../../../support/workspace.ts';

/** The texts at which a metric's values are told to be unreadable. */
function unreadable(metric: string): readonly string[] {
  const text = `guardrails:\n  - { name: Errors, ${metric} }\n`;
  return judged({ 'a.metrics.yaml': text })
    .findings('a.metrics.yaml')
    .filter(({ rule }) => rule === 'value/unreadable')
    .map(({ span }) => text.slice(span.start, span.end));
}

describe('the values of a metric', () => {
  it('may be a target that is to be reached, with its deadline', () => {
    assert.deepEqual(unreadable('target: ">= 60%"'), []);
    assert.deepEqual(unreadable('target: 45% by 2027-03-31'), []);
    assert.deepEqual(unreadable('current: ">= 60%"'), ['">= 60%"'], 'a value is a number');
  });

  it('give a bare alert its side by the threshold, and without one the threshold is what is to be mended', () => {
    assert.deepEqual(unreadable('threshold: < 2%, alertAt: 1.5%'), []);
    assert.deepEqual(unreadable('alertAt: 1.5%'), []);
    assert.deepEqual(unreadable('threshold: quick, alertAt: 1.5%'), ['quick']);
    assert.deepEqual(unreadable('threshold: < 2%, alertAt: now and then'), ['now and then']);
  });
});
