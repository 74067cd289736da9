import assert from 'node:assert/strict';
import { isDone, itemCount, itemState } from '../../../../src/core/computed/checklist.ts';
import { readinessOf } from '../../../../src/core/computed/readiness.ts';
import { day } from '../../../support/workspace.ts';
import { theBet } from './support.ts';

function read(items: string, more = '') {
  const bet = theBet(`id: B\nlaunch:\n  preLaunch: ${items}\n${more}`);
  return { items: bet.launch?.model.preLaunch?.items ?? [], readiness: readinessOf(bet, { today: day('2026-11-22') }) };
}

describe('a checklist item', () => {
  it('is done when it is ticked', () => {
    const { items, readiness } = read('[One, { text: Two, done: true }, { text: Three, done: false }]');
    assert.deepEqual(
      items.map(item => isDone(item, readiness)),
      [false, true, false],
    );
  });

  it('that readiness decides is done when the point is met, whatever is ticked', () => {
    const items = '[{ text: One, auto: flagged }, { text: Two, auto: staged, done: true }]';
    const { items: read1, readiness } = read(items, 'rollout: { flag: new-search }\n');
    assert.deepEqual(
      read1.map(item => isDone(item, readiness)),
      [true, false],
    );
  });

  it('holds nothing up where the point does not apply', () => {
    const { items, readiness } = read('[{ text: One, auto: gtm }]', '  tier: 4\n');
    assert.deepEqual(
      items.map(item => isDone(item, readiness)),
      [true],
    );
  });

  it('goes by its tick where there is no bet', () => {
    const { items } = read('[{ text: One, auto: flagged, done: true }, { text: Two, auto: flagged }]');
    assert.deepEqual(
      items.map(item => isDone(item, undefined)),
      [true, false],
    );
  });

  it('says why', () => {
    const { items, readiness } = read('[{ text: One, auto: flagged }]');
    const item = items[0];
    assert.ok(item);
    assert.deepEqual(itemState(item, 'a.bet.yaml', () => readiness).reasons, readiness.flagged.reasons);
  });

  it('is counted', () => {
    const { items, readiness } = read('[One, { text: Two, done: true }, { text: Three, auto: staged }]');
    assert.deepEqual(itemCount(items, readiness), { done: 1, of: 3 });
    assert.deepEqual(itemCount([], readiness), { done: 0, of: 0 });
  });
});
