import assert from 'node:assert/strict';
import { joinBodies, under } from '../../../../src/core/templates/compose.ts';

describe('joinBodies', () => {
  it('numbers the stops of each body after those of the bodies before it', () => {
    assert.equal(
      joinBodies('${1:a} ${2|x,y|} $1', '', '${1:${id:b}} $2', '$1 $0'),
      '${1:a} ${2|x,y|} $1\n\n${3:${id:b}} $4\n$5 $0',
    );
  });

  it('leaves escaped amounts alone', () => {
    assert.equal(joinBodies('${1:a}', '${1:\\$2.0M} \\$3'), '${1:a}\n${2:\\$2.0M} \\$3');
  });
});

describe('under', () => {
  it('moves every line but the empty ones two blanks in', () => {
    assert.equal(under('retro', 'a: 1\n\nb:\n  - 2'), 'retro:\n  a: 1\n\n  b:\n    - 2');
  });
});
