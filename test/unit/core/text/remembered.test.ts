import assert from 'node:assert/strict';
import { ownText } from '../../../../src/core/text/own-text.ts';
import { remembered } from '../../../../src/core/text/remembered.ts';

describe('a remembered function', () => {
  it('is asked once for the same text', () => {
    const asked: string[] = [];
    const length = remembered(text => {
      asked.push(text);
      return text.length;
    });
    assert.deepEqual([length('38%'), length('weekly'), length('38%')], [3, 6, 3]);
    assert.deepEqual(asked, ['38%', 'weekly']);
  });

  it('answers as before for any number of texts, and for long ones', () => {
    const turned = remembered(text => [...text].reverse().join(''));
    for (let round = 0; round < 2; round++)
      for (let number = 0; number < 3_000; number++)
        assert.equal(turned(`value ${String(number)}`), [...`value ${String(number)}`].reverse().join(''));
    assert.equal(turned('x'.repeat(5_000)), 'x'.repeat(5_000));
  });

  it('forgets what has not come for long', () => {
    const asked: string[] = [];
    const length = remembered(text => asked.push(text));
    length('first');
    for (let number = 0; number < 2_000; number++) length(String(number));
    length('first');
    assert.equal(asked.filter(text => text === 'first').length, 2);
  });

  it('answers null from memory, too', () => {
    let asked = 0;
    const nothing = remembered(() => {
      asked++;
      return null;
    });
    assert.deepEqual([nothing('a'), nothing('a'), asked], [null, null, 1]);
  });
});

describe('the own copy of a text', () => {
  it('is the same text', () => {
    for (const text of ['', 'a', 'a few words of it', '\ud800', 'é'.repeat(100)]) assert.equal(ownText(text), text);
  });
});
