import assert from 'node:assert/strict';
import {
  readinessOf,
  readinessCount,
  readinessPoints,
  type ReadinessPoint,
} from '../../../../src/core/computed/readiness.ts';
import { day } from '../../../support/workspace.ts';
import { quotes, theBet, type Files } from './support.ts';

function point(name: ReadinessPoint, files: Files | string, today = '2026-11-22') {
  const state = readinessOf(theBet(files, today), { today: day(today) })[name];
  assert.ok(state.reasons.length > 0, 'there is always a reason');
  const texts: Files = typeof files === 'string' ? { 'a.bet.yaml': files } : files;
  for (const { file, span, text } of state.reasons) {
    assert.ok(
      text.endsWith('.') && span.end > span.start && texts[file] !== undefined && span.end <= texts[file].length,
      'a reason has a place',
    );
  }
  return { value: state.value, at: quotes(files, state.reasons) };
}

const value = (...all: Parameters<typeof point>) => point(...all).value;
const id = 'id: BET-001\n';

describe('readiness', () => {
  describe('of what is missing altogether', () => {
    for (const name of readinessPoints) {
      it(`is not met: ${name}`, () => {
        assert.deepEqual(point(name, id), { value: 'notMet', at: ['id'] });
      });
    }

    it('stands at the reference where what the bet names can’t be found', () => {
      assert.deepEqual(point('staged', `${id}rollout: RO-404\n`), { value: 'notMet', at: ['RO-404'] });
      assert.deepEqual(point('retro', `${id}retro: RT-404\n`), { value: 'notMet', at: ['RT-404'] });
    });
  });

  describe('staged', () => {
    const rollout = (stages: string) => `${id}rollout:\n  stages:\n${stages}`;

    it('is met where a stage before GA reaches some customers', () => {
      const text = rollout('    - internal\n    - stage: beta\n      audience: 10%\n    - ga\n');
      assert.deepEqual(point('staged', text), { value: 'met', at: ['beta'] });
    });

    it('is not met where the first stage already reaches everyone', () => {
      assert.deepEqual(point('staged', rollout('    - stage: launch\n      audience: 100%\n    - beta\n')), {
        value: 'notMet',
        at: ['launch'],
      });
    });

    it('is not met where GA follows internal use directly', () => {
      assert.deepEqual(point('staged', rollout('    - internal\n    - ga\n    - beta\n')), {
        value: 'notMet',
        at: ['ga'],
      });
    });

    it('does not count a stage that reaches nobody, or only colleagues', () => {
      assert.equal(value('staged', rollout('    - stage: dark\n      audience: 0%\n    - ga\n')), 'notMet');
      assert.equal(value('staged', rollout('    - internal\n')), 'notMet');
    });

    it('takes the first stage that reaches everyone for GA', () => {
      assert.equal(
        value('staged', rollout('    - stage: some\n      audience: 20%\n    - stage: rest\n      audience: all\n')),
        'met',
      );
    });

    it('is not met without a stage', () => {
      assert.deepEqual(point('staged', `${id}rollout:\n  approach: percentage\n`), {
        value: 'notMet',
        at: ['rollout'],
      });
    });
  });

  describe('flagged', () => {
    const flag = (fields: string) => `${id}rollout:\n  flag: ${fields}\n`;

    it('is met while a flag stands', () => {
      assert.deepEqual(point('flagged', flag('new-search')), { value: 'met', at: ['new-search'] });
      assert.equal(value('flagged', flag('{ name: new-search, cleanedUp: 2026-11-23 }')), 'met');
    });

    it('is not met once the flag has been cleaned up', () => {
      assert.deepEqual(point('flagged', flag('{ name: new-search, cleanedUp: 2026-11-22 }')), {
        value: 'notMet',
        at: ['2026-11-22'],
      });
      assert.equal(value('flagged', flag('{ name: new-search, cleanedUp: true }')), 'notMet');
    });

    it('does not take what can’t be read for a flag that stands', () => {
      assert.deepEqual(point('flagged', flag('{ name: new-search, cleanedUp: in spring }')), {
        value: 'notMet',
        at: ['in spring'],
      });
    });

    it('is not met where no flag is named', () => {
      assert.equal(value('flagged', flag('{ cleanupBy: 2027-01-01 }')), 'notMet');
    });
  });

  describe('instrumented', () => {
    const metric = (name: string, more = 'source: Orders') => `    - name: ${name}\n      ${more}\n`;
    const metrics = (core: string, rest = `  leading:\n${metric('Clicks')}  lagging:\n${metric('Revenue')}`) =>
      `${id}metrics:\n  core:\n${core}${rest}`;

    it('is met where every leading, core and lagging metric has a source', () => {
      assert.equal(value('instrumented', metrics(metric('Success'))), 'met');
      assert.equal(value('instrumented', metrics(metric('Success', 'instrumented: true'))), 'met');
    });

    it('is not met where one can’t be measured', () => {
      assert.deepEqual(point('instrumented', metrics(metric('Success', 'owner: Ines'))), {
        value: 'notMet',
        at: ['Success'],
      });
      const said = metrics('    - name: Success\n      source: Orders\n      instrumented: false\n');
      assert.deepEqual(point('instrumented', said), { value: 'notMet', at: ['false'] });
    });

    it('is not met where a tier has no metric', () => {
      assert.deepEqual(point('instrumented', metrics(metric('Success'), `  leading:\n${metric('Clicks')}`)), {
        value: 'notMet',
        at: ['metrics'],
      });
    });

    it('asks nothing of guardrails', () => {
      assert.equal(value('instrumented', `${metrics(metric('Success'))}  guardrails:\n    - Error rate\n`), 'met');
    });
  });

  describe('guarded', () => {
    const guardrails = (fields: string, rollout = '') =>
      `${id}metrics:\n  guardrails:\n    - name: Error rate\n${fields}${rollout}`;
    const threshold = '      threshold: < 2%\n';
    const trigger = (text: string) => `rollout:\n  rollback:\n    triggers:\n      - ${text}\n`;

    it('is met by a threshold and an action of its own', () => {
      assert.equal(value('guarded', guardrails(`${threshold}      onBreach: pause\n`)), 'met');
    });

    it('is met by a threshold and a trigger that names it', () => {
      assert.equal(value('guarded', guardrails(threshold, trigger('metric: error-rate'))), 'met');
      assert.equal(value('guarded', guardrails(threshold, trigger('The error rate exceeds 2% for an hour'))), 'met');
    });

    it('is met by a trigger for all guardrails', () => {
      assert.equal(value('guarded', guardrails(threshold, trigger('Any guardrail is breached'))), 'met');
      assert.equal(value('guarded', guardrails(threshold, trigger('Guardrail metric breached'))), 'met');
    });

    it('is not met where nothing acts on it', () => {
      assert.deepEqual(point('guarded', guardrails(threshold, trigger('A customer calls'))), {
        value: 'notMet',
        at: ['Error rate'],
      });
    });

    it('is not met without a threshold, or with one that can’t be read', () => {
      assert.deepEqual(point('guarded', guardrails('      onBreach: pause\n')), {
        value: 'notMet',
        at: ['Error rate'],
      });
      assert.deepEqual(point('guarded', guardrails('      threshold: not too high\n      onBreach: pause\n')), {
        value: 'notMet',
        at: ['not too high'],
      });
    });

    it('is not met where one of several is not guarded', () => {
      const text = guardrails(`${threshold}      onBreach: pause\n    - name: Tickets\n      threshold: < 9\n`);
      assert.deepEqual(point('guarded', text), { value: 'notMet', at: ['Tickets'] });
    });

    it('is not met by metrics without a guardrail', () => {
      assert.deepEqual(point('guarded', `${id}metrics:\n  core:\n    - Success\n`), {
        value: 'notMet',
        at: ['metrics'],
      });
    });
  });

  describe('gtm', () => {
    const launch = (tier: string, components: Readonly<Record<string, string>>) =>
      `${id}launch:\n${tier}  components:\n${Object.entries(components)
        .map(([name, status]) => `    ${name}: ${status}\n`)
        .join('')}`;
    const all = {
      positioning: 'done',
      salesEnablement: 'done',
      documentation: 'done',
      supportTraining: 'done',
      successPlaybook: 'done',
    };

    it('is met when all that the tier needs but communications is done', () => {
      assert.equal(value('gtm', launch('  tier: 1\n', all)), 'met');
      assert.equal(value('gtm', launch('  tier: 3\n', { documentation: 'done', supportTraining: 'done' })), 'met');
    });

    it('takes what is not needed for settled', () => {
      assert.equal(value('gtm', launch('  tier: 2\n', { ...all, salesEnablement: 'notNeeded' })), 'met');
    });

    it('is not met while a component is open, being done, or absent', () => {
      assert.deepEqual(point('gtm', launch('  tier: 1\n', { ...all, documentation: 'open' })), {
        value: 'notMet',
        at: ['open'],
      });
      assert.deepEqual(point('gtm', launch('  tier: 3\n', { documentation: 'done', supportTraining: 'doing' })), {
        value: 'notMet',
        at: ['doing'],
      });
      assert.deepEqual(point('gtm', launch('  tier: 3\n', { documentation: 'done' })), {
        value: 'notMet',
        at: ['components'],
      });
    });

    it('needs all of them without a tier', () => {
      assert.equal(value('gtm', launch('', all)), 'met');
      assert.equal(value('gtm', launch('', { documentation: 'done', supportTraining: 'done' })), 'notMet');
    });

    it('does not apply to tier 4', () => {
      assert.deepEqual(point('gtm', `${id}launch:\n  tier: 4\n`), { value: 'notApplicable', at: ['4'] });
    });
  });

  describe('retro', () => {
    const bet = (retro: string, timebox = 'timebox: { end: 2026-11-01 }\n') => `${id}${timebox}retro:\n${retro}`;

    it('is met up to 14 days after the timebox’s end', () => {
      assert.deepEqual(point('retro', bet('  scheduled: 2026-11-15\n')), { value: 'met', at: ['2026-11-15'] });
      assert.deepEqual(point('retro', bet('  scheduled: 2026-11-16\n')), { value: 'notMet', at: ['2026-11-16'] });
    });

    it('is met by the day on which it was held', () => {
      assert.equal(value('retro', bet('  held: 2026-11-02\n')), 'met');
      assert.equal(value('retro', bet('  held: 2026-11-20\n')), 'notMet');
      assert.equal(value('retro', bet('  scheduled: 2026-11-01\n  held: 2026-11-20\n')), 'met');
    });

    it('is not met by a day of holding that is still to come', () => {
      assert.equal(value('retro', bet('  held: 2026-12-01\n', 'timebox: { end: 2026-12-01 }\n')), 'notMet');
    });

    it('is met when a decision says that it was held', () => {
      assert.equal(value('retro', bet('  decision: scale\n')), 'met');
    });

    it('is not met without a date, or with one that can’t be read', () => {
      assert.deepEqual(point('retro', bet('  facilitator: Tom\n')), { value: 'notMet', at: ['retro'] });
      assert.deepEqual(point('retro', bet('  scheduled: next week\n')), { value: 'notMet', at: ['next week'] });
    });

    it('takes any date where there is no timebox, and none where the timebox can’t be read', () => {
      assert.equal(value('retro', bet('  scheduled: 2027-06-01\n', '')), 'met');
      assert.deepEqual(point('retro', bet('  scheduled: 2026-11-01\n', 'timebox: { end: autumn }\n')), {
        value: 'notMet',
        at: ['autumn'],
      });
    });

    it('knows the end from start and duration', () => {
      assert.equal(
        value('retro', bet('  scheduled: 2026-11-16\n', 'timebox: { start: 2026-10-19, duration: 2w }\n')),
        'met',
      );
      assert.equal(
        value('retro', bet('  scheduled: 2026-11-17\n', 'timebox: { start: 2026-10-19, duration: 2w }\n')),
        'notMet',
      );
    });

    it('finds a retro that stands alone', () => {
      const files = {
        'a.bet.yaml': `${id}timebox: { end: 2026-11-30 }\n`,
        'b.retro.yaml': 'id: RT-1\nbet: BET-001\nscheduled: 2026-11-30\n',
      };
      assert.deepEqual(point('retro', files), { value: 'met', at: ['2026-11-30'] });
    });
  });

  describe('criteria', () => {
    it('is met when scale, iterate and kill are agreed', () => {
      assert.equal(value('criteria', `${id}criteria:\n  scale: [much]\n  iterate: [some]\n  kill: [none]\n`), 'met');
    });

    for (const left of ['scale', 'iterate', 'kill']) {
      it(`is not met without ${left}`, () => {
        const rest = ['scale', 'iterate', 'kill'].filter(name => name !== left).map(name => `  ${name}: [some]\n`);
        assert.deepEqual(point('criteria', `${id}criteria:\n${rest.join('')}`), { value: 'notMet', at: ['criteria'] });
      });
    }

    it('is not met by an empty list or a placeholder', () => {
      assert.deepEqual(point('criteria', `${id}criteria:\n  scale: [a]\n  iterate: []\n  kill: [TBD]\n`), {
        value: 'notMet',
        at: ['iterate', 'kill'],
      });
    });
  });

  it('counts the points that apply', () => {
    const bet = theBet(`${id}launch:\n  tier: 4\nrollout:\n  flag: new-search\n`);
    assert.deepEqual(readinessCount(readinessOf(bet, { today: day('2026-11-22') })), { met: 1, of: 6 });
  });
});
