import assert from 'node:assert/strict';
import { computed, quotes, type Files } from './support.ts';

const primary = '{ name: Success, baseline: 40%, target: 60%, current: 60% }';
const guardrail = '{ name: Error rate, threshold: < 2%, current: 1% }';

interface Situation {
  readonly primary?: string;
  readonly guardrail?: string;
  readonly more?: string;
  readonly shipped?: string;
}

function bet(situation: Situation = {}): string {
  const given = { primary, guardrail, more: '', shipped: 'shipped: 2026-11-01\n', ...situation };
  return `id: BET-001\n${given.shipped}metrics:\n  core:\n    - ${given.primary}\n  guardrails:\n    - ${given.guardrail}\n${given.more}`;
}

function decision(files: Files | string, kind: 'bet' | 'retro' = 'bet') {
  const { decision: found } = computed(files, kind);
  if (found === undefined) return undefined;
  assert.ok(found.reasons.length > 0, 'there is always a reason');
  return { value: found.value, at: quotes(files, found.reasons), missing: found.missing.map(({ metric }) => metric) };
}

const value = (situation: Situation) => decision(bet(situation))?.value;
const at = (current: string) => primary.replace('current: 60%', `current: ${current}`);
const breached = guardrail.replace('current: 1%', 'current: 2%');
const iteration = (number: number) => `iteration: ${number}\n`;

describe('the recommended decision', () => {
  describe('is given once the bet has shipped', () => {
    it('from its day on', () => {
      assert.equal(value({ shipped: '' }), undefined);
      assert.equal(value({ shipped: 'shipped: 2026-11-23\n' }), undefined);
      assert.equal(value({ shipped: 'shipped: 2026-11-22\n' }), 'scale');
    });

    it('also when GA has started or the status says so', () => {
      assert.equal(value({ shipped: 'status: measuring\n' }), 'scale');
      assert.equal(value({ shipped: 'rollout: { stages: [{ stage: ga, started: 2026-11-22 }] }\n' }), 'scale');
    });
  });

  describe('is scale', () => {
    it('where every primary metric is hit and no guardrail is breached', () => {
      assert.deepEqual(decision(bet()), { value: 'scale', at: ['60%'], missing: [] });
    });

    it('without a baseline, which a target that is reached does not need', () => {
      assert.equal(value({ primary: primary.replace('baseline: 40%', 'direction: increase') }), 'scale');
    });

    it('where a guardrail is only past its alert', () => {
      assert.equal(value({ guardrail: guardrail.replace('}', ', alertAt: < 1% }') }), 'scale');
    });

    it('whatever the other metrics say', () => {
      assert.equal(
        value({ more: '  leading:\n    - { name: Clicks, baseline: 5, target: 9, current: 1 }\n    - Views\n' }),
        'scale',
      );
    });
  });

  describe('is iterate', () => {
    it('where the primary metric moved toward the target and is not there', () => {
      assert.deepEqual(decision(bet({ primary: at('40.1%') })), { value: 'iterate', at: ['40.1%'], missing: [] });
      assert.equal(value({ primary: at('59.9%') }), 'iterate');
    });

    it('where it is hit and a guardrail is breached', () => {
      assert.deepEqual(decision(bet({ guardrail: breached })), { value: 'iterate', at: ['60%', '2%'], missing: [] });
    });

    it('where one of several primary metrics moved', () => {
      const other = (current: string) =>
        `, primary: true }\n    - { name: Repeat, primary: true, baseline: 5%, target: 9%, current: ${current} }`;
      assert.equal(value({ primary: primary.replace(' }', other('9%')) }), 'scale');
      assert.equal(value({ primary: primary.replace(' }', other('5%')) }), 'iterate');
      assert.equal(value({ primary: at('40%').replace(' }', other('6%')) }), 'iterate');
      assert.equal(value({ primary: at('40%').replace(' }', other('4%')) }), 'kill');
    });
  });

  describe('is kill', () => {
    it('where the primary metric did not move', () => {
      assert.deepEqual(decision(bet({ primary: at('40%') })), { value: 'kill', at: ['40%'], missing: [] });
    });

    it('where it moved the wrong way', () => {
      assert.equal(value({ primary: at('39.9%') }), 'kill');
      assert.equal(value({ primary: '{ name: Time, baseline: 10 s, target: 5 s, current: 10.1 s }' }), 'kill');
      assert.equal(value({ primary: '{ name: Time, baseline: 10 s, target: 5 s, current: 9 s }' }), 'iterate');
    });

    it('where the hypothesis was disproved, whatever is missing and whatever the numbers say', () => {
      const retro = 'retro:\n  hypothesis: disproved\n';
      assert.deepEqual(decision(bet({ more: retro })), { value: 'kill', at: ['disproved'], missing: [] });
      assert.deepEqual(decision(bet({ more: retro, primary: 'Success' })), {
        value: 'kill',
        at: ['disproved'],
        missing: ['success'],
      });
      assert.equal(value({ more: 'retro:\n  hypothesis: confirmed\n' }), 'scale');
      assert.equal(value({ more: 'retro:\n  hypothesis: inconclusive\n' }), 'scale');
    });
  });

  describe('at the third iteration', () => {
    it('is scale in place of iterate where the primary metric is at least close', () => {
      assert.deepEqual(decision(bet({ primary: at('58%'), more: iteration(3) })), {
        value: 'scale',
        at: ['58%', '3'],
        missing: [],
      });
      assert.equal(value({ primary: at('58%'), more: iteration(2) }), 'iterate');
      assert.equal(value({ primary: at('58%'), more: iteration(4) }), 'scale');
    });

    it('is kill in place of iterate where it is not close', () => {
      assert.equal(value({ primary: at('57.9%'), more: iteration(3) }), 'kill');
      assert.equal(value({ primary: at('57.9%'), more: iteration(2) }), 'iterate');
    });

    it('is kill in place of iterate where a guardrail is breached', () => {
      assert.equal(value({ guardrail: breached, more: iteration(3) }), 'kill');
      assert.equal(value({ primary: at('58%'), guardrail: breached, more: iteration(3) }), 'kill');
    });

    it('is scale or kill where that is what the results say, and then not because of the iteration', () => {
      assert.deepEqual(decision(bet({ more: iteration(3) })), { value: 'scale', at: ['60%'], missing: [] });
      assert.deepEqual(decision(bet({ primary: at('40%'), more: iteration(3) })), {
        value: 'kill',
        at: ['40%'],
        missing: [],
      });
    });

    it('is inconclusive where a value is missing', () => {
      assert.equal(value({ primary: 'Success', more: iteration(3) }), 'inconclusive');
    });
  });

  describe('is inconclusive, and says what is missing', () => {
    const cases: Readonly<Record<string, readonly [Situation, readonly string[], readonly (string | undefined)[]]>> = {
      'the current value': [{ primary: primary.replace(', current: 60%', '') }, ['Success'], ['success']],
      'the target': [{ primary: primary.replace(', target: 60%', '') }, ['60%'], ['success']],
      'the baseline of a metric that is not there': [
        { primary: '{ name: Success, direction: increase, target: 60%, current: 50% }' },
        ['Success'],
        ['success'],
      ],
      'a value that can be read': [{ primary: at('rather good') }, ['rather good'], ['success']],
      'a unit that compares': [{ primary: at('0.6') }, ['0.6'], ['success']],
      'the value of a guardrail': [
        { guardrail: guardrail.replace(', current: 1%', '') },
        ['Error rate'],
        ['error-rate'],
      ],
      'the threshold of a guardrail': [{ guardrail: '{ name: Error rate, current: 1% }' }, ['1%'], ['error-rate']],
      'a primary metric': [{ primary: '{ name: Success, primary: false }' }, ['metrics'], [undefined]],
    };
    for (const [what, [situation, place, missing]] of Object.entries(cases)) {
      it(what, () => {
        assert.deepEqual(decision(bet(situation)), { value: 'inconclusive', at: place, missing });
      });
    }

    it('all of it, also where the primary metric did not move', () => {
      const found = decision(bet({ primary: at('40%'), guardrail: 'Error rate' }));
      assert.deepEqual(found, { value: 'inconclusive', at: ['Error rate'], missing: ['error-rate'] });
    });

    it('a primary metric also where a guardrail is called one', () => {
      const text = bet({
        primary: '{ name: Success, primary: false }',
        guardrail: guardrail.replace('}', ', primary: true }'),
      });
      assert.deepEqual(decision(text), { value: 'inconclusive', at: ['metrics'], missing: [undefined] });
    });

    it('of a bet without metrics', () => {
      assert.deepEqual(decision('id: BET-001\nshipped: 2026-11-01\n'), {
        value: 'inconclusive',
        at: ['id'],
        missing: [undefined],
      });
    });
  });

  describe('uses the results of a held retro', () => {
    const retro = (fields: string, rows: string) => `retro:\n  ${fields}\n  metrics:\n${rows}`;
    const row = '    - { metric: success, actual: 41% }\n';

    it('before the current value', () => {
      assert.deepEqual(decision(bet({ more: retro('held: 2026-11-22', row) })), {
        value: 'iterate',
        at: ['41%'],
        missing: [],
      });
      assert.equal(value({ more: retro('decision: iterate', row) }), 'iterate');
    });

    it('not of one that is still to be held', () => {
      assert.equal(value({ more: retro('held: 2026-11-23', row) }), 'scale');
      assert.equal(value({ more: retro('scheduled: 2026-11-01', row) }), 'scale');
    });

    it('and the current value where it has none', () => {
      assert.equal(value({ more: retro('held: 2026-11-22', '    - { metric: Success }\n') }), 'scale');
    });

    it('and not the current value where it has one that can’t be read', () => {
      assert.equal(
        value({ more: retro('held: 2026-11-22', '    - { metric: Success, actual: good }\n') }),
        'inconclusive',
      );
    });

    it('for guardrails as well', () => {
      assert.equal(value({ more: retro('held: 2026-11-22', '    - { metric: Error rate, actual: 3% }\n') }), 'iterate');
    });

    it('filling in what the hierarchy leaves open, and leaving what it says', () => {
      const bare = '{ name: Success, current: 60% }';
      const goals = 'baseline: 40%, target: 60%';
      assert.equal(
        value({ primary: bare, more: retro('held: 2026-11-22', `    - { metric: success, ${goals} }\n`) }),
        'scale',
      );
      assert.equal(
        value({ more: retro('held: 2026-11-22', '    - { metric: success, target: 50%, actual: 55% }\n') }),
        'iterate',
      );
    });
  });

  describe('of a retro that stands alone', () => {
    const rows = (...lines: readonly string[]) => ({
      'a.retro.yaml': `id: RT-1\nheld: 2026-11-20\nmetrics:\n${lines.map(line => `  - { ${line} }\n`).join('')}`,
    });

    it('is by what its rows say', () => {
      const text = rows(
        'metric: Success, role: primary, baseline: 40%, target: 60%, actual: 62%',
        'metric: Errors, role: guardrail, threshold: < 2%, actual: 3%',
      );
      assert.deepEqual(decision(text, 'retro'), { value: 'iterate', at: ['62%', '3%'], missing: [] });
    });

    it('takes the first row for the primary metric where no role is said', () => {
      assert.equal(
        decision(
          rows('metric: A, baseline: 1, target: 2, actual: 2', 'metric: B, baseline: 1, target: 2, actual: 1'),
          'retro',
        )?.value,
        'scale',
      );
      assert.equal(
        decision(
          rows('metric: B, baseline: 1, target: 2, actual: 1', 'metric: A, baseline: 1, target: 2, actual: 2'),
          'retro',
        )?.value,
        'kill',
      );
      assert.equal(
        decision(
          rows(
            'metric: B, role: secondary, baseline: 1, target: 2, actual: 1',
            'metric: A, role: primary, baseline: 1, target: 2, actual: 2',
          ),
          'retro',
        )?.value,
        'scale',
      );
    });

    it('is none before it is held', () => {
      assert.equal(decision({ 'a.retro.yaml': 'id: RT-1\nscheduled: 2026-12-01\n' }, 'retro'), undefined);
    });

    it('is that of its bet where it has one', () => {
      const files = {
        'a.bet.yaml': bet({ more: iteration(3) }),
        'b.retro.yaml': 'id: RT-1\nbet: BET-001\nheld: 2026-11-20\nmetrics:\n  - { metric: success, actual: 50% }\n',
      };
      assert.deepEqual(decision(files, 'retro'), { value: 'kill', at: ['50%', '3'], missing: [] });
      assert.deepEqual(decision(files, 'bet'), decision(files, 'retro'));
    });
  });
});
