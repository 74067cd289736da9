import assert from 'node:assert/strict';
import { computed, quotes, type Files } from './support.ts';

/** A rollout in beta that may advance: a bet with everything that the gate asks for. */
interface Situation {
  readonly stages?: string;
  readonly guardrail?: string;
  readonly leading?: string;
  readonly launch?: string;
  readonly rollback?: string;
  readonly more?: string;
}

const stages = `
    - { stage: internal, started: 2026-10-01, exit: [{ text: Works, done: true }] }
    - { stage: alpha, started: 2026-10-08, exit: [{ text: Liked, done: true }] }
    - { stage: beta, audience: 10%, started: 2026-11-01, duration: 1-2 weeks, exit: [{ text: Quick, done: true }] }
    - { stage: ga, audience: 100% }
`;
const guardrail = '{ name: Error rate, threshold: < 2%, current: 1% }';
const leading = '{ name: Clicks, baseline: 10%, target: 20%, current: 12% }';
const done = 'tier: 3, components: { documentation: done, supportTraining: done }';

function bet(situation: Situation = {}): string {
  const given = { stages, guardrail, leading, launch: done, rollback: '[]', more: '', ...situation };
  return `id: BET-001
metrics:
  leading:
    - ${given.leading}
  guardrails:
    - ${given.guardrail}
rollout:
  stages:${given.stages}
  rollback:
    triggers: ${given.rollback}
${given.launch === '' ? '' : `launch: { ${given.launch} }\n`}${given.more}`;
}

function gate(files: Files | string, today?: string, kind: 'bet' | 'rollout' = 'bet') {
  const { gate: found } = computed(files, kind, today);
  if (found === undefined) return undefined;
  assert.ok(found.reasons.length > 0, 'there is always a reason');
  return { value: found.value, stage: found.stage, at: quotes(files, found.reasons) };
}

const holds = (at: readonly string[], stage = 'beta') => ({ value: 'hold', stage, at });
const value = (situation: Situation, today?: string) => gate(bet(situation), today)?.value;

describe('gate', () => {
  it('advances where nothing speaks against it', () => {
    assert.deepEqual(gate(bet()), {
      value: 'advance',
      stage: 'beta',
      at: ['exit', '2026-11-01', 'Error rate', 'Clicks'],
    });
  });

  describe('of a stage', () => {
    it('is none before the first stage has started', () => {
      assert.equal(gate(bet(), '2026-09-30'), undefined);
      assert.equal(gate('id: BET-001\n'), undefined);
      assert.equal(gate('id: BET-001\nrollout:\n  flag: new-search\n'), undefined);
    });

    it('is that of the last stage that has started, from its first day on', () => {
      assert.equal(gate(bet(), '2026-10-07')?.stage, 'internal');
      assert.equal(gate(bet(), '2026-10-08')?.stage, 'alpha');
      assert.equal(gate(bet(), '2026-11-01')?.stage, 'beta');
    });

    it('is still that of a stage that has ended while none has followed', () => {
      assert.equal(gate(bet({ stages: stages.replace('duration', 'ended: 2026-11-20, duration') }))?.stage, 'beta');
    });

    it('is none from the first day of GA on', () => {
      const atGa = bet({ stages: stages.replace('100% }', '100%, started: 2026-11-22 }') });
      assert.equal(gate(atGa, '2026-11-21')?.stage, 'beta');
      assert.equal(gate(atGa, '2026-11-22'), undefined);
    });

    it('knows GA by its audience', () => {
      assert.equal(
        gate(
          bet({
            stages: stages.replace(
              'stage: ga, audience: 100%',
              'stage: all of them, started: 2026-11-20, audience: everyone',
            ),
          }),
        ),
        undefined,
      );
    });

    it('is named by the usual word, or as it is written', () => {
      assert.equal(gate(bet({ stages: stages.replace('stage: beta', 'stage: Beta') }))?.stage, 'beta');
      assert.equal(gate(bet({ stages: stages.replace('stage: beta', 'stage: Norway first') }))?.stage, 'Norway first');
    });
  });

  describe('rolls back', () => {
    const breached = guardrail.replace('current: 1%', 'current: 2%');

    it('where a breached guardrail has that action', () => {
      const text = bet({ guardrail: breached.replace('}', ', onBreach: rollback }') });
      assert.deepEqual(gate(text), { value: 'rollBack', stage: 'beta', at: ['2%', 'rollback'] });
    });

    it('where a trigger for it has that action', () => {
      const text = bet({ guardrail: breached, rollback: '[{ metric: error-rate, action: rollback }]' });
      assert.deepEqual(gate(text), {
        value: 'rollBack',
        stage: 'beta',
        at: ['2%', '{ metric: error-rate, action: rollback }'],
      });
    });

    it('where a trigger names it in words, or all guardrails', () => {
      assert.equal(value({ guardrail: breached, rollback: '[Error rate over 2%]' }), 'rollBack');
      assert.equal(
        value({ guardrail: breached, rollback: '[{ when: any guardrail is breached, action: roll back at once }]' }),
        'rollBack',
      );
    });

    it('whatever else is open', () => {
      const text = bet({
        guardrail: breached.replace('}', ', onBreach: rollback }'),
        launch: '',
        stages: stages.replace('Quick, done: true', 'Quick'),
      });
      assert.equal(gate(text)?.value, 'rollBack');
    });

    it('not while the guardrail is within, in alert or unknown', () => {
      const acting = ', onBreach: rollback }';
      assert.equal(value({ guardrail: guardrail.replace('}', acting) }), 'advance');
      assert.equal(value({ guardrail: guardrail.replace('}', `, alertAt: < 0.5%${acting}`) }), 'advance');
      assert.equal(value({ guardrail: guardrail.replace(', current: 1%', acting.slice(0, -2)) }), 'hold');
    });

    it('not where the trigger is about another metric, or asks for something else', () => {
      assert.equal(value({ guardrail: breached, rollback: '[{ metric: clicks, action: rollback }]' }), 'hold');
      assert.equal(value({ guardrail: breached, rollback: '[{ metric: error-rate, action: pause }]' }), 'hold');
      assert.equal(value({ guardrail: breached, rollback: '["Error rate over 2%: pause the rollout"]' }), 'hold');
      assert.equal(value({ guardrail: breached, rollback: '[Customers call]' }), 'hold');
    });
  });

  describe('holds', () => {
    it('while an exit criterion of the stage is open', () => {
      const open = stages.replace('{ text: Quick, done: true }', '{ text: Quick, done: false }, Cheap');
      assert.deepEqual(gate(bet({ stages: open })), holds(['Quick', 'Cheap']));
    });

    it('not for the criteria of other stages', () => {
      assert.equal(value({ stages: stages.replace('{ text: Liked, done: true }', 'Liked') }), 'advance');
    });

    it('where the stage has no exit criteria: none is not all', () => {
      assert.deepEqual(
        gate(bet({ stages: stages.replace(', exit: [{ text: Quick, done: true }]', '') })),
        holds(['beta']),
      );
      assert.deepEqual(gate(bet({ stages: stages.replace('[{ text: Quick, done: true }]', '[]') })), holds(['exit']));
    });

    it('until a criterion is met that readiness decides, and says why', () => {
      const auto = stages.replace('{ text: Quick, done: true }', '{ text: Agreed, auto: criteria, done: true }');
      assert.deepEqual(gate(bet({ stages: auto })), holds(['Agreed', 'id']));
      assert.equal(value({ stages: auto, more: 'criteria: { scale: [a], iterate: [b], kill: [c] }\n' }), 'advance');
    });

    it('until the first day after its shortest duration', () => {
      assert.deepEqual(gate(bet(), '2026-11-07'), holds(['1-2 weeks']));
      assert.equal(gate(bet(), '2026-11-08')?.value, 'advance');
    });

    it('where the stage was ended before that', () => {
      assert.equal(value({ stages: stages.replace('duration', 'ended: 2026-11-07, duration') }), 'hold');
      assert.equal(value({ stages: stages.replace('duration', 'ended: 2026-11-08, duration') }), 'advance');
    });

    it('where the duration can’t be read', () => {
      assert.deepEqual(gate(bet({ stages: stages.replace('1-2 weeks', 'two sprints') })), holds(['two sprints']));
    });

    it('not for a duration that nobody wrote, or that has no end', () => {
      assert.equal(gate(bet({ stages: stages.replace('duration: 1-2 weeks, ', '') }), '2026-11-01')?.value, 'advance');
      assert.equal(gate(bet({ stages: stages.replace('1-2 weeks', 'ongoing') }), '2026-11-01')?.value, 'advance');
    });

    it('where a guardrail is breached', () => {
      assert.deepEqual(gate(bet({ guardrail: guardrail.replace('current: 1%', 'current: 2%') })), holds(['2%']));
    });

    it('where a guardrail has no current value', () => {
      assert.deepEqual(gate(bet({ guardrail: guardrail.replace(', current: 1%', '') })), holds(['Error rate']));
    });

    it('not where the last row of its history is the current value', () => {
      const history = guardrail.replace(
        'current: 1%',
        'history: [{ date: 2026-11-01, value: 3% }, { date: 2026-11-02, value: 1% }]',
      );
      assert.equal(value({ guardrail: history }), 'advance');
      assert.equal(value({ guardrail: history.replace('value: 1%', 'value: 4%') }), 'hold');
    });

    it('where a guardrail can’t be judged', () => {
      assert.deepEqual(
        gate(bet({ guardrail: guardrail.replace('current: 1%', 'current: rather low') })),
        holds(['rather low']),
      );
      assert.deepEqual(gate(bet({ guardrail: guardrail.replace('current: 1%', 'current: 0.01') })), holds(['0.01']));
      assert.deepEqual(gate(bet({ guardrail: '{ name: Error rate, current: 1% }' })), holds(['Error rate']));
    });

    it('where a leading metric is worse than its baseline', () => {
      assert.deepEqual(gate(bet({ leading: leading.replace('12%', '9.9%') })), holds(['9.9%']));
      assert.equal(value({ leading: leading.replace('12%', '10%') }), 'advance');
      assert.equal(value({ leading: '{ name: Time, baseline: 10 s, direction: decrease, current: 11 s }' }), 'hold');
      assert.equal(
        value({ leading: '{ name: Time, baseline: 10 s, direction: decrease, current: 9000 ms }' }),
        'advance',
      );
      assert.equal(value({ leading: leading.replace('12%', '-1pp') }), 'hold');
    });

    it('not for a core metric that is worse than its baseline', () => {
      assert.equal(gate(bet().replace('leading:', 'core:').replace('12%', '9%'))?.value, 'advance');
    });
  });

  describe('holds for what the launch needs before the next stage', () => {
    const open = (component: string, tier = 1) =>
      `tier: ${tier}, components: { positioning: done, salesEnablement: done, documentation: done, supportTraining: done, successPlaybook: done, ${component}: open }`.replace(
        `${component}: done, `,
        '',
      );

    for (const component of ['positioning', 'salesEnablement', 'documentation', 'supportTraining', 'successPlaybook']) {
      it(`before GA: ${component}`, () => {
        assert.deepEqual(gate(bet({ launch: open(component) })), holds(['open']));
      });
    }

    it('but not for communications, which follow GA', () => {
      assert.equal(value({ launch: open('communications') }), 'advance');
    });

    it('before beta: what is needed by then', () => {
      const inAlpha = (component: string) => gate(bet({ launch: open(component) }), '2026-10-20')?.value;
      assert.equal(inAlpha('positioning'), 'hold');
      assert.equal(inAlpha('salesEnablement'), 'hold');
      assert.equal(inAlpha('documentation'), 'hold');
      assert.equal(inAlpha('supportTraining'), 'advance');
      assert.equal(inAlpha('successPlaybook'), 'advance');
    });

    it('before alpha: positioning', () => {
      assert.equal(gate(bet({ launch: open('positioning') }), '2026-10-05')?.value, 'hold');
      assert.equal(gate(bet({ launch: open('documentation') }), '2026-10-05')?.value, 'advance');
    });

    it('as far as its tier needs it', () => {
      assert.equal(value({ launch: open('salesEnablement', 3) }), 'advance');
      assert.equal(value({ launch: open('documentation', 3) }), 'hold');
      assert.equal(value({ launch: open('documentation', 4) }), 'advance');
      assert.equal(value({ launch: 'components: { documentation: done, supportTraining: done }' }), 'hold');
    });

    it('where there is no launch at all, from the beta stage on', () => {
      assert.equal(gate(bet({ launch: '' }), '2026-10-31')?.value, 'advance');
      assert.deepEqual(gate(bet({ launch: '' }), '2026-11-22'), holds(['id']));
    });

    it('where a stage of one’s own gives a share of users the feature, as beta does', () => {
      const own = stages.replace('stage: beta', 'stage: first tenth');
      assert.equal(value({ stages: own, launch: '' }), 'hold');
      assert.equal(value({ stages: own.replace('audience: 10%', 'audience: 5 friends'), launch: '' }), 'advance');
    });
  });

  describe('of a rollout that stands alone', () => {
    const rollout = (more = '') => `id: RO-001\nstages:${stages.replace(/^ {4}/gm, '  ')}${more}`;

    it('needs no bet', () => {
      assert.deepEqual(gate({ 'a.rollout.yaml': rollout() }, undefined, 'rollout'), {
        value: 'advance',
        stage: 'beta',
        at: ['exit', '2026-11-01'],
      });
    });

    it('takes the tick where no bet tells of readiness', () => {
      const auto = rollout().replace('{ text: Quick, done: true }', '{ text: Agreed, auto: criteria, done: true }');
      assert.equal(gate({ 'a.rollout.yaml': auto }, undefined, 'rollout')?.value, 'advance');
      assert.equal(
        gate(
          { 'a.rollout.yaml': auto.replace(', done: true }] }\n  - { stage: ga', ' }] }\n  - { stage: ga') },
          undefined,
          'rollout',
        )?.value,
        'hold',
      );
    });

    it('looks at all bets that it serves, and so does each of them', () => {
      const one = 'id: BET-001\nrollout: RO-001\nlaunch: { tier: 4 }\n';
      const files = {
        'a.bet.yaml': one,
        'b.bet.yaml': `id: BET-002\nrollout: RO-001\nlaunch: { tier: 4 }\nmetrics:\n  guardrails:\n    - ${guardrail.replace('1%', '5%')}\n`,
        'c.rollout.yaml': rollout(),
      };
      assert.deepEqual(gate(files, undefined, 'rollout'), holds(['5%']));
      assert.deepEqual(gate(files, undefined, 'bet'), holds(['5%']));
    });

    it('asks readiness of each of them', () => {
      const ready =
        'id: BET-001\nrollout: RO-001\nlaunch: { tier: 4 }\ncriteria: { scale: [a], iterate: [b], kill: [c] }\n';
      const auto = rollout().replace('{ text: Quick, done: true }', '{ text: Agreed, auto: criteria }');
      const files = (second: string) => ({ 'a.bet.yaml': ready, 'b.bet.yaml': second, 'c.rollout.yaml': auto });
      assert.equal(gate(files(ready.replace('001', '002')), undefined, 'rollout')?.value, 'advance');
      const open = files('id: BET-002\nrollout: RO-001\nlaunch: { tier: 4 }\n');
      assert.deepEqual(gate(open, undefined, 'rollout'), holds(['Agreed', 'id']));
    });

    it('looks at a guardrail elsewhere that a trigger names', () => {
      const files = {
        'a.rollout.yaml': rollout('rollback:\n  triggers:\n    - metric: error-rate\n'),
        'b.metrics.yaml': `id: MET-001\nguardrails:\n  - ${guardrail.replace('1%', '5%')}\n  - { name: Unrelated, threshold: < 1, current: 9 }\n`,
      };
      assert.deepEqual(gate(files, undefined, 'rollout'), {
        value: 'rollBack',
        stage: 'beta',
        at: ['5%', 'metric: error-rate'],
      });
    });

    it('does not guess which of several is meant, nor that another metric is a guardrail', () => {
      const triggered = rollout('rollback:\n  triggers:\n    - metric: error-rate\n');
      const elsewhere = (tier: string, metric: string) => `id: MET-${tier}\n${tier}:\n  - ${metric}\n`;
      const breached = guardrail.replace('1%', '5%');
      const two = {
        'a.rollout.yaml': triggered,
        'b.metrics.yaml': elsewhere('guardrails', breached),
        'c.metrics.yaml': elsewhere('guardrails', breached).replace('MET', 'MX'),
      };
      assert.equal(gate(two, undefined, 'rollout')?.value, 'advance');
      const core = { 'a.rollout.yaml': triggered, 'b.metrics.yaml': elsewhere('core', 'Error rate') };
      assert.equal(gate(core, undefined, 'rollout')?.value, 'advance');
    });
  });
});
