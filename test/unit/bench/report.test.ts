import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goals, judgeFigure, type Goal } from '../../bench/goals.ts';
import { withFigures } from '../../bench/report/document.ts';
import { growthPlot } from '../../bench/report/plot.ts';
import { aligned, goalsText, partText } from '../../bench/report/text.ts';
import { amount, duration, limit, verdictOf } from '../../bench/report/words.ts';

describe('bench: goals', () => {
  it('hold up to their limits, and where more is better from them on', () => {
    assert.deepEqual(judgeFigure(goals.checkSmall, 6), { must: true, aim: false });
    assert.deepEqual(judgeFigure(goals.checkSmall, 4.2), { must: true, aim: true });
    assert.deepEqual(judgeFigure(goals.checkSmall, 6.01), { must: false, aim: false });
    assert.deepEqual(judgeFigure(goals.checkLargeSpeed, 3999), { must: false, aim: false });
    assert.deepEqual(judgeFigure(goals.checkLargeSpeed, 6000), { must: true, aim: true });
    assert.deepEqual(judgeFigure(goals.hostile, 2), { must: true, aim: undefined });
    assert.deepEqual(judgeFigure(goals.checkSmall, NaN), { must: false, aim: false });
  });

  it('are twelve, and no aim lies behind what must be', () => {
    const all: readonly Goal[] = Object.values(goals);
    assert.deepEqual([...new Set(all.map(({ number }) => number))], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    for (const goal of all) if (goal.aim !== undefined) assert.equal(judgeFigure(goal, goal.aim).must, true, goal.what);
  });

  it('say how far a figure has come', () => {
    assert.deepEqual(
      [undefined, 7, 5, 4].map(figure => verdictOf(goals.checkSmall, figure)),
      ['not measured', 'missed', 'must', 'aim'],
    );
    assert.equal(verdictOf(goals.hostile, 2.2), 'aim');
  });
});

describe('bench: words', () => {
  it('tell times and amounts with as many digits as mean something', () => {
    assert.deepEqual([0.0421, 3.14159, 31.4159, 314.159, 3141.59, 31_415.9].map(duration), [
      ...['0.042 ms', '3.14 ms', '31.4 ms', '314 ms', '3.14 s', '31.4 s'],
    ]);
    assert.deepEqual(
      [amount(3.456, '×'), amount(1.0449, '^'), amount(5812.3, 'files/s'), amount(12.34, 'MB')],
      ['3.46×', '1.04', '5,812 files/s', '12.3 MB'],
    );
    assert.deepEqual(
      [limit(goals.checkSmall, 6), limit(goals.checkLargeSpeed, 4000), limit(goals.hostile, undefined)],
      ['≤ 6×', '≥ 4,000 files/s', ''],
    );
  });

  it('stand under each other', () => {
    assert.deepEqual(aligned([
      ['a', 'bbb', 'c'],
      ['aaaa', 'b', ''],
    ]), ['a     bbb  c', 'aaaa  b']); // prettier-ignore
  });
});

const result = {
  rows: [
    { what: 'a | b', times: { runs: 3, p50: 1, p95: 2, max: 3 }, against: '2.0 × c' },
    { what: 'size', more: '9 kB' },
  ],
  notes: ['that was all'],
};

describe('bench: reports', () => {
  it('print rows and notes of a part', () => {
    const text = partText(result);
    for (const told of ['p50 1.00 ms', 'p95 2.00 ms of 3', '2.0 × c', '9 kB', 'that was all'])
      assert.ok(text.includes(told));
  });

  it('print every goal, also without a figure', () => {
    const text = goalsText({ checkSmall: 3.3 });
    assert.equal(text.trimEnd().split('\n').length, Object.keys(goals).length + 1);
    assert.match(text, /3\.3×.*✓ aim/);
    assert.match(text, /not measured/);
  });

  it('take the place of the figures before, and of nothing else', () => {
    const begin = '<!-- figures: written by `npm run bench -- --write` -->';
    const end = '<!-- end of the figures -->';
    const page = `before\n${begin}\nold\n${end}\nafter\n`;
    const report = {
      machine: 'Somewhere.',
      figures: { checkSmall: 3.3 },
      picture: 'growth.svg',
      parts: [{ title: 'a part', result }],
    };
    const written = withFigures(page, report);
    assert.ok(written.startsWith(`before\n${begin}\n`) && written.endsWith(`${end}\nafter\n`));
    assert.ok(!written.includes('old') && written.includes('Somewhere.') && written.includes('**3.3×**'));
    assert.ok(written.includes('a \\| b'), 'a bar ends no cell');
    assert.ok(written.includes('](growth.svg)'));
    assert.equal(withFigures(written, report), written);
    assert.throws(() => withFigures('nothing', report));
    const own = readFileSync(join(import.meta.dirname, '../../../docs/performance.md'), 'utf8');
    assert.ok(withFigures(own, report).includes('**3.3×**'), 'the page has the place');
  });
});

describe('bench: the plot of growth', () => {
  const line = (name: string, costs: readonly number[]) => ({
    name,
    points: costs.map((cost, index) => ({ size: 1000 * 10 ** index, cost })),
  });
  const svg = growthPlot([line('a & <b>', [400, 4_000, 40_000]), line('c', [200, 2_000]), line('d', [210])]);

  it('draws a line a row of points, straight where the growth is even', () => {
    const paths = [...svg.matchAll(/<g class="line\d">\n<path d="M([^"]+)"/g)].map(([, path]) => path ?? '');
    assert.equal(paths.length, 3);
    const [first, second, third] = (paths[0] ?? '').split('L').map(place => place.split(' ').map(Number));
    assert.ok(first && second && third);
    assert.ok(Math.abs((second[1] ?? 0) - ((first[1] ?? 0) + (third[1] ?? 0)) / 2) < 0.2);
    assert.ok((first[0] ?? 0) < (second[0] ?? 0) && (first[1] ?? 0) > (second[1] ?? 0));
  });

  it('says in words what it shows, and escapes names', () => {
    assert.match(svg, /<title id="title">[^<]*a &amp; &lt;b>: 400 ms for 1,000/);
    assert.ok(!svg.includes('<b>'));
  });

  it('keeps labels apart and inside', () => {
    const labels = [...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)">/g)].map(([, y]) => Number(y)).sort((a, b) => a - b);
    assert.equal(labels.length, 3);
    assert.ok((labels[1] ?? 0) - (labels[0] ?? 0) >= 36 && (labels[2] ?? 0) - (labels[1] ?? 0) >= 36);
    assert.ok((labels[2] ?? 0) < 400);
  });

  it('is the same every time', () => {
    assert.equal(growthPlot([line('a', [1, 2])]), growthPlot([line('a', [1, 2])]));
  });
});
