import assert from 'node:assert/strict';
import { judged, testSettings } from '../../../support/workspace.ts';

const bet =
  'id: BET-001\nowner: Maria Lind\nhypothesis: Results while typing will lift search success.\nstatus: building\n';

function rulesIn(judge: ReturnType<typeof judged>, file: string): readonly string[] {
  return judge.findings(file).map(({ rule, severity }) => `${rule} ${severity}`);
}

describe('the configuration of a team', () => {
  it('changes the severity of rules below its folder, and nowhere else', () => {
    const judge = judged({
      'a/betwright.config.yaml': 'rules:\n  bet/timebox-missing: error\n  metrics/missing: off\n',
      'a/x.bet.yaml': bet,
      'b/y.bet.yaml': bet.replace('BET-001', 'BET-002'),
    });
    assert.ok(rulesIn(judge, 'a/x.bet.yaml').includes('bet/timebox-missing error'));
    assert.ok(!rulesIn(judge, 'a/x.bet.yaml').includes('metrics/missing error'));
    assert.ok(rulesIn(judge, 'b/y.bet.yaml').includes('bet/timebox-missing warning'));
    assert.ok(rulesIn(judge, 'b/y.bet.yaml').includes('metrics/missing error'));
  });

  it('sets the mode, and the nearest folder wins', () => {
    const judge = judged({
      'betwright.config.yaml': 'mode: zeroToOne\n',
      'x.bet.yaml': bet,
      'grown/betwright.config.yaml': 'mode: scaling\n',
      'grown/y.bet.yaml': bet.replace('BET-001', 'BET-002'),
    });
    assert.ok(rulesIn(judge, 'x.bet.yaml').includes('bet/criteria-missing information'));
    assert.ok(rulesIn(judge, 'grown/y.bet.yaml').includes('bet/criteria-missing warning'));
  });

  it('wins over the settings of whoever reads', () => {
    const files = { 'betwright.config.yaml': 'rules: { metrics/missing: off }\n', 'x.bet.yaml': bet };
    const judge = judged(files, { severities: { 'metrics/missing': 'warning' } });
    assert.ok(!rulesIn(judge, 'x.bet.yaml').some(rule => rule.startsWith('metrics/missing')));
  });

  it('is judged anew when it changes or goes', () => {
    const judge = judged({ 'betwright.config.yaml': 'rules: { metrics/missing: off }\n', 'x.bet.yaml': bet });
    judge.set('betwright.config.yaml', undefined);
    assert.deepEqual([...judge.update()].sort(), ['betwright.config.yaml', 'x.bet.yaml']);
    assert.ok(rulesIn(judge, 'x.bet.yaml').includes('metrics/missing error'));
    assert.deepEqual(judge.findings('betwright.config.yaml'), []);
    judge.configure(testSettings());
  });

  it('says that it can’t be parsed, and decides nothing then', () => {
    const judge = judged({ 'betwright.config.yaml': 'rules: { metrics/missing: off\n', 'x.bet.yaml': bet });
    assert.deepEqual(
      judge.findings('betwright.config.yaml').map(({ rule }) => rule),
      ['document/syntax'],
    );
    assert.ok(rulesIn(judge, 'x.bet.yaml').includes('metrics/missing error'));
  });

  for (const [name, text, wanted] of [
    ['an unknown field', '«colour»: red\n', 1],
    ['an unknown rule', 'rules:\n  «bet/no-such»: off\n', 1],
    ['a word that is no severity', 'rules:\n  metrics/missing: «loud»\n', 1],
    ['a list', '«- a»\n', 1],
    ['a wrong mode', 'mode: «fast»\n', 1],
    ['nothing', '', 0],
    ['dangerous names', 'rules:\n  «__proto__»: off\n  «constructor»: off\n', 2],
  ] as const) {
    it(`says at its place what is wrong with ${name}, and goes on`, () => {
      const judge = judged({ 'betwright.config.yaml': text.replace(/[«»]/g, ''), 'x.bet.yaml': bet });
      const found = judge.findings('betwright.config.yaml');
      assert.deepEqual(
        found.map(({ rule }) => rule),
        Array.from({ length: wanted }, () => 'document/schema'),
      );
      const starts = [...text.matchAll(/«/g)].map((match, index) => match.index - 2 * index);
      assert.deepEqual(
        found.map(({ span }) => span.start),
        starts,
      );
      assert.ok(rulesIn(judge, 'x.bet.yaml').length > 0);
    });
  }
});
