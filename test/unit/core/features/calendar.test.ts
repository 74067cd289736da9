import assert from 'node:assert/strict';
import { calendarEvents } from '../../../../src/core/features/calendar.ts';
import { day, judged } from '../../../support/workspace.ts';

const bet = `id: BET-1
title: Saved carts
owner: Maria Lind
status: rollingOut
timebox: { start: 2026-11-02, duration: 8w }
rollout:
  stages:
    - { stage: internal, started: 2026-11-02 }
    - { stage: alpha, started: 2026-11-10, duration: 1-2 weeks, exit: [No complaint] }
    - { stage: beta, duration: 2w }
    - { stage: ga, duration: ongoing }
  flag: { name: saved-carts, cleanupBy: 2027-01-31 }
retro: { scheduled: 2026-12-28, facilitator: Juno Park }
launch: { tier: 3, date: 2026-12-09 }
`;

function days(files: Readonly<Record<string, string>>, today = '2026-11-22'): readonly string[] {
  const judge = judged(files, { today: day(today) });
  return calendarEvents(judge, judge.workspace.files()).map(
    ({ uid, day: on, workedOut }) => `${on} ${uid.replace('@betwright', '')}${workedOut ? ' ~' : ''}`,
  );
}

describe('the days of a workspace', () => {
  it('are those of retro, gates, launch, timebox and flag, and those that follow are said to', () => {
    assert.deepEqual(days({ 'carts.bet.yaml': bet }), [
      '2026-11-10 gate.BET-1.internal',
      '2026-11-24 gate.BET-1.alpha ~',
      '2026-12-08 gate.BET-1.beta ~',
      '2026-12-09 launch.BET-1',
      '2026-12-28 retro.BET-1',
      '2026-12-28 timebox.BET-1 ~',
      '2027-01-31 flag.BET-1',
    ]);
  });

  it('do not go on from a stage that overruns', () => {
    const late = days({ 'carts.bet.yaml': bet }, '2026-11-25');
    assert.ok(late.includes('2026-11-24 gate.BET-1.alpha ~'));
    assert.ok(!late.some(line => line.includes('beta')));
  });

  it('name the facilitator, the owner and what is open', () => {
    const judge = judged({ 'carts.bet.yaml': bet });
    const events = calendarEvents(judge, ['carts.bet.yaml']);
    const retro = events.find(({ kind }) => kind === 'retro');
    assert.deepEqual(retro?.people, ['Maria Lind', 'Juno Park']);
    const gate = events.find(({ uid }) => uid.includes('alpha'));
    assert.ok(gate?.details.some(line => line.includes('No complaint')));
  });

  it('leave out what a decided bet no longer waits for, but not its flag', () => {
    const decided = bet.replace('status: rollingOut', 'status: concluded').replace('facilitator: Juno Park', 'held: 2026-11-20, decision: { outcome: kill }'); // prettier-ignore
    assert.deepEqual(days({ 'carts.bet.yaml': decided }), [
      '2026-11-10 gate.BET-1.internal',
      '2026-11-20 retro.BET-1',
      '2027-01-31 flag.BET-1',
    ]);
  });

  it('give a flag the days after GA where none is agreed, and none once it is gone', () => {
    const rollout = 'id: RO-1\nflag: { name: x }\nstages:\n  - { stage: beta, started: 2026-10-01 }\n  - { stage: ga, started: 2026-11-01 }\n'; // prettier-ignore
    assert.ok(days({ 'a.rollout.yaml': rollout }).includes('2026-12-01 flag.RO-1 ~'));
    const gone = rollout.replace('name: x', 'name: x, cleanedUp: 2026-11-20');
    assert.ok(!days({ 'a.rollout.yaml': gone }).some(line => line.includes('flag')));
  });

  it('stand once where bets share a part, and each where ids or stages are given twice', () => {
    const shared = {
      'a.bet.yaml': 'id: BET-1\nrollout: RO-1\n',
      'b.bet.yaml': 'id: BET-2\nrollout: RO-1\n',
      'c.rollout.yaml': 'id: RO-1\nstages:\n  - { stage: pilot, started: 2026-11-01, duration: 1w }\n  - { stage: Pilot, started: 2026-11-08, duration: 1w }\n', // prettier-ignore
    };
    assert.deepEqual(days(shared), ['2026-11-08 gate.RO-1.pilot', '2026-11-15 gate.RO-1.pilot.~2 ~']);
    const twice = { 'a.launch.yaml': 'id: L\ndate: 2026-12-01\n', 'b.launch.yaml': 'id: L\ndate: 2026-12-02\n' };
    assert.deepEqual(days(twice), ['2026-12-01 launch.L', '2026-12-02 launch.L.~2']);
  });
});
