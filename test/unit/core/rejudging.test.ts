import assert from 'node:assert/strict';
import { changes, mixedCorpus, rejudgedAfter, wrongFindings } from '../../bench/mixed.ts';
import { judged } from '../../support/workspace.ts';

describe('a workspace of many mixed files', function () {
  this.timeout(20_000);
  const small = mixedCorpus(1);
  const large = mixedCorpus(3);
  const judges = [small, large].map(files => ({ files, judge: judged(Object.fromEntries(files)) }));

  it('shows every planted defect at its place, and nothing else', () => {
    for (const { files, judge } of judges) {
      const { extra, missed, planted } = wrongFindings(judge, files);
      assert.deepEqual({ extra, missed }, { extra: [], missed: [] });
      assert.ok(planted > files.size / 2);
    }
  });

  for (const sort of changes) {
    it(`is judged again only where it can be affected by ${sort.what}`, () => {
      const [inSmall = NaN, inLarge = NaN] = judges.map(({ files, judge }) => rejudgedAfter(judge, files, sort));
      // Open bets of one priority are counted together, wherever they are.
      const others = sort.what === 'a bet that is P0 now' ? 2 * (inSmall - 1) : 0;
      assert.equal(inLarge, inSmall + others);
      if (sort.what.includes('another')) assert.ok(inSmall > 1, 'the other one too');
      assert.ok(inSmall >= 1 && inSmall <= 20, `${inSmall} files`);
    });
  }
});
