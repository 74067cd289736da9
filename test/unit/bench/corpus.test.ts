import assert from 'node:assert/strict';
import { betFiles, corpusFiles, plantedIn } from '../../bench/corpus/corpus.ts';
import { groupsOfOriginals, originals } from '../../bench/corpus/planted.ts';
import { longHierarchy, manyBets } from '../../bench/corpus/long.ts';
import { readOptions } from '../../bench/options.ts';
import { typing } from '../../bench/typing.ts';
import { judged } from '../../support/workspace.ts';

describe('bench: the corpus', function () {
  this.timeout(20_000);

  it('has so many files as were asked for, each once, the same every time', () => {
    for (const size of [1, 20, 100, 333]) {
      const files = [...corpusFiles(size)];
      assert.equal(new Set(files.map(([file]) => file)).size, size);
      assert.deepEqual(files, [...corpusFiles(size)]);
    }
  });

  it('is half YAML and half Markdown, and one file in ten has or serves a defect', () => {
    const files = [...corpusFiles(400)].map(([file]) => file);
    const yaml = files.filter(file => file.endsWith('.yaml')).length;
    assert.ok(yaml > 180 && yaml < 220, `${yaml} of 400`);
    const planted = files.filter(file => file.startsWith('copy-')).length;
    assert.ok(planted > 30 && planted <= 40, `${planted} of 400`);
  });

  it('finds nothing in its bets', () => {
    const judge = judged(Object.fromEntries(betFiles(20)));
    assert.deepEqual(judge.workspace.files().flatMap(file => judge.findings(file)), []); // prettier-ignore
  });

  it('plants what is found, and nothing else is', () => {
    const files = [...corpusFiles(50)];
    const judge = judged(Object.fromEntries(files));
    const place = (file: string, rule: string, start: number, end: number): string => `${file} ${rule} ${start}-${end}`;
    const found = files.flatMap(([file]) =>
      judge.findings(file).map(({ rule, span }) => place(file, rule, span.start, span.end)),
    );
    const planted = files.flatMap(([file, text]) =>
      plantedIn(file, text).map(({ rule, start, end }) => place(file, rule, start, end)),
    );
    assert.ok(planted.length > 2);
    assert.deepEqual(found.sort(), planted.sort());
  });

  it('keeps documents together that speak of each other', () => {
    const groups = groupsOfOriginals();
    assert.equal(groups.flat().length, originals.length);
    const before = groups.find(group =>
      group.some(([file]) => file.includes('iteration-same-hypothesis-before.bet.yaml')),
    );
    assert.ok(before?.some(([file]) => file.endsWith('iteration-same-hypothesis.bet.yaml')));
  });

  it('has files of many lines', () => {
    for (const write of [longHierarchy, manyBets]) {
      const lines = write(2_000).split('\n').length;
      assert.ok(lines >= 2_000 && lines < 2_300, String(lines));
    }
  });
});

describe('bench: somebody who types', () => {
  it('changes one character at a time, and says where', () => {
    const [[, text] = ['', '']] = betFiles(1);
    const strokes = typing(text);
    let before = text;
    for (let count = 0; count < 30; count++) {
      const { text: after, offset, removed, typed } = strokes.next().value;
      assert.equal(after, before.slice(0, offset) + typed + before.slice(offset + removed));
      assert.equal(Math.abs(after.length - before.length), 1);
      before = after;
    }
    assert.equal(before, text, 'and takes all of it back');
  });
});

describe('bench: options', () => {
  it('are read', () => {
    const options = readOptions(['--sizes', '1000,100', '--only', 'start,growth', '--runs', '3', '--peers']);
    assert.deepEqual(options.sizes, [100, 1000]);
    assert.deepEqual(options.only, ['start', 'growth']);
    assert.equal(options.runs, 3);
    assert.equal(options.hasPeers, true);
    assert.deepEqual(readOptions([]).sizes, [1000, 10_000, 100_000]);
    assert.deepEqual(readOptions(['--quick']).sizes, [100, 1000]);
  });

  it('that mean nothing are refused', () => {
    for (const args of [['--sizes', 'many'], ['--runs', '0'], ['--fast']])
      assert.throws(() => readOptions(args), TypeError);
  });
});
