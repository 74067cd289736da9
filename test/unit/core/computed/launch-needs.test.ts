import assert from 'node:assert/strict';
import { gaDay, momentReached, neededComponents, neededUntil } from '../../../../src/core/computed/launch-needs.ts';
import { componentStatus } from '../../../../src/core/computed/launch-state.ts';
import { day } from '../../../support/workspace.ts';
import { theBet } from './support.ts';

describe('what a launch needs', () => {
  it('is all six components in tiers 1 and 2, and without a tier', () => {
    for (const tier of [1, 2, undefined]) assert.equal(neededComponents(tier).length, 6);
  });

  it('is less in tiers 3 and 4', () => {
    assert.deepEqual([...neededComponents(3)].sort(), ['communications', 'documentation', 'supportTraining']);
    assert.deepEqual(neededComponents(4), ['communications']);
  });

  it('grows from moment to moment', () => {
    assert.deepEqual(neededUntil(1, 'shapingOver'), ['positioning']);
    assert.deepEqual(neededUntil(1, 'beta'), ['positioning', 'salesEnablement', 'documentation']);
    assert.deepEqual(neededUntil(1, 'ga'), [
      'positioning',
      'salesEnablement',
      'documentation',
      'supportTraining',
      'successPlaybook',
    ]);
    assert.equal(neededUntil(1, 'afterGa').length, 6);
    assert.deepEqual(neededUntil(3, 'beta'), ['documentation']);
    assert.deepEqual(neededUntil(4, 'ga'), []);
  });
});

describe('the moment of a launch', () => {
  function moment(text: string, today: string) {
    const bet = theBet(`id: B\n${text}`, today);
    const { status, shipped } = bet;
    return momentReached({
      rollout: bet.rollout?.model,
      launch: bet.launch?.model,
      status,
      shipped,
      today: day(today),
    });
  }
  const rollout =
    'rollout: { stages: [{ stage: alpha, started: 2026-10-01 }, { stage: beta, started: 2026-10-10 }, { stage: ga, started: 2026-11-01 }] }\n';

  it('comes with the status and the stages', () => {
    assert.equal(moment('status: shaping\n', '2026-11-22'), undefined);
    assert.equal(moment('status: building\n', '2026-11-22'), 'shapingOver');
    assert.equal(moment(`status: shaping\n${rollout}`, '2026-10-01'), 'shapingOver');
    assert.equal(moment(rollout, '2026-09-30'), undefined);
    assert.equal(moment(rollout, '2026-10-01'), 'shapingOver');
    assert.equal(moment(rollout, '2026-10-10'), 'beta');
    assert.equal(moment(rollout, '2026-11-01'), 'ga');
    assert.equal(moment(rollout, '2026-11-02'), 'afterGa');
    assert.equal(moment('shipped: 2026-11-22\n', '2026-11-22'), 'beta');
  });

  it('takes GA from the rollout, else from the launch’s date', () => {
    const launch = 'launch: { date: 2026-11-20 }\n';
    assert.equal(moment(launch, '2026-11-20'), 'ga');
    assert.equal(moment(launch, '2026-11-21'), 'afterGa');
    assert.equal(moment(`${rollout.replace(', started: 2026-11-01', '')}${launch}`, '2026-11-21'), 'beta');
    assert.equal(gaDay({ rollout: theBet(`id: B\n${rollout}${launch}`).rollout?.model }), '2026-11-01');
  });
});

describe('a component of a launch', () => {
  it('is open when it is absent or says nothing', () => {
    const launch = theBet('id: B\nlaunch: { components: { documentation: { owner: Ines }, positioning: doing } }\n')
      .launch?.model;
    assert.ok(launch);
    assert.deepEqual(
      [
        componentStatus(launch, 'documentation'),
        componentStatus(launch, 'positioning'),
        componentStatus(launch, 'communications'),
      ],
      ['open', 'doing', 'open'],
    );
  });
});
