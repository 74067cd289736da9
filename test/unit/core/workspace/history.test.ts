import assert from 'node:assert/strict';
import { hierarchyFor } from '../../../../src/core/features/hierarchy-graph.ts';
import { maxTableLength, readHistoryTable } from '../../../../src/core/model/history-table.ts';
import { currentOf } from '../../../../src/core/model/current.ts';
import { metricsOf } from '../../../../src/core/model/tiers.ts';
import { judged, settle } from '../../../support/workspace.ts';

type Judge = ReturnType<typeof judged>;

const metrics = (path: string): string =>
  `id: M\nguardrails:\n  - name: Error rate\n    threshold: < 2%\n    history: ${path}\n`;

function rulesIn(judge: Judge, file: string): readonly string[] {
  return judge.findings(file).map(({ rule }) => rule);
}

function currentIn(judge: Judge, file: string): string | undefined {
  const artifact = judge.workspace.get(file)?.model.artifacts[0];
  const [metric] = artifact?.kind === 'metrics' ? metricsOf(artifact.model) : [];
  return metric && currentOf(metric.metric)?.text;
}

describe('a table of readings', () => {
  for (const [name, text, last, trend] of [
    ['commas', 'date,value\n2026-01-05,1%\n2026-01-12,2%\n', '2%', [1, 2]],
    ['semicolons and decimal commas', 'Date;Value\n2026-01-05;1,5 %\n2026-01-12;2,5 %\n', '2,5 %', [1.5, 2.5]],
    ['tabs', 'date\tvalue\n2026-01-05\t7\n', '7', [7]],
    ['another order, other columns, any case', 'VALUE,by, Date \n"4,200",Mo,2026-01-05\n', '4,200', [4200]],
    ['a byte order mark and CRLF', '\ufeffdate,value\r\n2026-01-05,1\r\n\r\n', '1', [1]],
    ['a last row without a value', 'date,value\n2026-01-05,1\n2026-01-12,\n', undefined, [1]],
    ['a last row that says there is none', 'date,value\n2026-01-05,1\n2026-01-12,N/A\n', undefined, [1]],
    ['no rows', 'date,value\n', undefined, []],
  ] as const) {
    it(`is read with ${name}`, () => {
      const table = readHistoryTable(text);
      assert.deepEqual([table.last?.text, table.trend, table.problem], [last, trend, undefined]);
    });
  }

  for (const [name, text, last] of [
    ['no columns', 'day,number\n2026-01-05,1\n', undefined],
    ['nothing', '', undefined],
    ['no header', '2026-01-05,1\n', undefined],
    ['a quote that does not end', 'date,value\n2026-01-05,"1\n', undefined],
    ['bytes', 'date,value\0\n', undefined],
    ['no UTF-8', 'date,value\n2026-01-05,\ufffd\n', undefined],
    ['too much', `date,value\n${'x'.repeat(maxTableLength)}`, undefined],
    ['too many rows', `date,value\n${'2026-01-05,1\n'.repeat(20_001)}`, undefined],
    ['a day that does not exist', 'date,value\n2026-02-30,1\n', '1'],
    ['a value that is none', 'date,value\n2026-01-05,1\n2026-01-12,many\n', 'many'],
    ['a row that ends early', 'date,value\n2026-01-05\n', undefined],
  ] as const) {
    it(`says what can’t be read in it: ${name}`, () => {
      const table = readHistoryTable(text);
      assert.ok(table.problem !== undefined && table.problem !== '');
      assert.equal(table.last?.text, last);
      assert.equal(table.last?.quantity?.value, last === '1' ? 1 : undefined);
    });
  }

  it('keeps of a long table what a trend shows, and the last row', () => {
    const rows = Array.from({ length: 1_000 }, (_, i) => `2026-01-05,${i}\n`).join('');
    const { trend, last } = readHistoryTable(`date,value\n${rows}`);
    assert.deepEqual([trend.length, trend.at(-1), last?.text], [200, 999, '999']);
  });
});

describe('a history in a file', () => {
  const table = 'date,value\n2026-11-02,1%\n2026-11-09,3%\n';

  it('is the current value, the trend, and what rules judge by', () => {
    const judge = judged({ 'a/m.metrics.yaml': metrics('../numbers/errors.csv'), 'numbers/errors.csv': table });
    assert.equal(currentIn(judge, 'a/m.metrics.yaml'), '3%');
    const breached = judge.findings('a/m.metrics.yaml').find(({ rule }) => rule === 'metrics/guardrail-breached');
    assert.ok(breached);
    const answer = hierarchyFor(judge, 'a/m.metrics.yaml');
    assert.ok(answer.state === 'current');
    assert.deepEqual([answer.graph.metrics[0]?.current, answer.graph.metrics[0]?.history], ['3%', [1, 3]]);
  });

  it('counts in a bet that embeds its metrics, and in front matter', () => {
    const bet = `id: B\nshipped: 2026-11-02\nmetrics:\n  core:\n    - name: Visits\n      history: /visits.csv\n`;
    const front = `---\n${bet}---\n\n# Bet: Search\n`;
    for (const [file, text] of [
      ['b.bet.yaml', bet],
      ['b.bet.md', front],
    ] as const) {
      assert.ok(rulesIn(judged({ [file]: text }), file).includes('bet/ship-and-forget'));
      assert.ok(!rulesIn(judged({ [file]: text, 'visits.csv': table }), file).includes('bet/ship-and-forget'), file);
    }
  });

  it('gives way to a current value that is written', () => {
    const judge = judged({ 'm.metrics.yaml': `${metrics('e.csv')}    current: 1%\n`, 'e.csv': table });
    assert.equal(currentIn(judge, 'm.metrics.yaml'), '1%');
  });

  it('is printed as the path that was written', () => {
    const judge = judged({ 'm.metrics.yaml': metrics('e.csv'), 'e.csv': table });
    const artifact = judge.workspace.get('m.metrics.yaml')?.model.artifacts[0];
    assert.ok(artifact?.kind === 'metrics');
    const history = artifact.model.guardrails?.items[0]?.history;
    assert.ok(history?.type === 'text');
    assert.equal(history.text, 'e.csv');
    assert.equal(artifact.model.guardrails?.items[0]?.current, undefined);
  });

  it('changes with its file: what uses it is judged again, and nothing else', () => {
    const texts = new Map([
      ['m.metrics.yaml', metrics('e.csv')],
      ['b.bet.yaml', 'id: B\nstatus: building\nmetrics: M\n'],
      ['other.metrics.yaml', 'id: O\n'],
      ['e.csv', table],
    ]);
    const judge = judged(Object.fromEntries(texts));
    judge.set('e.csv', table.replace('3%', '1%'));
    assert.deepEqual([...judge.pending()].sort(), ['b.bet.yaml', 'm.metrics.yaml']);
    settle(judge, texts);
    assert.ok(!rulesIn(judge, 'm.metrics.yaml').includes('metrics/guardrail-breached'));
    judge.set('e.csv', undefined);
    settle(judge, texts);
    assert.ok(rulesIn(judge, 'm.metrics.yaml').includes('reference/unknown'));
  });

  it('is asked for once, and again after nobody named it', () => {
    const judge = judged({ 'm.metrics.yaml': metrics('e.csv'), 'n.metrics.yaml': metrics('e.csv'), 'e.csv': table });
    assert.deepEqual(judge.wantedTables(), []);
    judge.set('m.metrics.yaml', metrics('f.csv'));
    assert.deepEqual(judge.wantedTables(), ['f.csv']);
    judge.set('n.metrics.yaml', undefined);
    judge.set('m.metrics.yaml', metrics('e.csv'));
    assert.deepEqual(judge.wantedTables(), ['e.csv']);
  });

  it('is silent until it has been read', () => {
    const judge = judged({});
    judge.set('m.metrics.yaml', metrics('e.csv'));
    judge.update();
    assert.ok(!rulesIn(judge, 'm.metrics.yaml').some(rule => /^(value|reference)\//.test(rule)));
  });

  it('is missed, or can’t be read: one finding at its place', () => {
    for (const [path, text, rule] of [
      ['e.csv', undefined, 'reference/unknown'],
      ['e.csv', 'day,number\n', 'value/unreadable'],
      ['e.csv', 'date,value\n2026-11-02,lots\n2026-11-03,more\n', 'value/unreadable'],
      ['../e.csv', table, 'reference/unknown'],
      ['see the dashboard', undefined, 'value/unreadable'],
    ] as const) {
      const source = metrics(path);
      const judge = judged({ 'm.metrics.yaml': source, ...(text !== undefined && { 'e.csv': text }) });
      const found = judge.findings('m.metrics.yaml').filter(finding => /^(value|reference)\//.test(finding.rule));
      assert.deepEqual(
        found.map(finding => [finding.rule, source.slice(finding.span.start, finding.span.end)]),
        [[rule, path]],
      );
    }
  });

  it('says the same of all that lies outside', () => {
    const said = ['/../../etc/passwd', '../secret.csv', 'https://host/x.csv', '//host/x.csv', '"x\\0.csv"'].map(
      path => {
        const judge = judged({ 'm.metrics.yaml': metrics(path) });
        assert.deepEqual(judge.wantedTables(), []);
        return judge.findings('m.metrics.yaml').find(({ rule }) => rule === 'reference/unknown')?.message;
      },
    );
    assert.equal(new Set(said).size, 1);
    assert.ok(said[0] !== undefined);
  });

  it('holds on to no more than a trend, however many name it', () => {
    const many = Array.from({ length: 2_000 }, (_, i) => `  - {name: M${i}, history: e.csv}\n`).join('');
    const rows = Array.from({ length: 10_000 }, (_, i) => `2026-01-05,${i}\n`).join('');
    const judge = judged({ 'm.metrics.yaml': `id: M\ncore:\n${many}`, 'e.csv': `date,value\n${rows}` });
    assert.equal(currentIn(judge, 'm.metrics.yaml'), '9999');
  });
});
