import assert from 'node:assert/strict';
import { betaIndex, currentStage, gaIndex, isFromBetaOn, stageEnd } from '../../../../src/core/model/stages.ts';
import { stageDecisions } from '../../../../src/core/model/stage-decisions.ts';
import type { Rollout } from '../../../../src/core/model/types.gen.ts';
import { day } from '../../../support/workspace.ts';
import { artifactsOf, workspace } from './support.ts';

function rollout(text: string): Rollout {
  const artifact = artifactsOf(workspace({ 'a.rollout.yaml': `id: RO-1\n${text}` }))[0];
  if (artifact?.kind !== 'rollout') throw new Error('there is no rollout');
  return artifact.model;
}

const stages = (...lines: readonly string[]) => rollout(`stages:\n${lines.map(line => `  - { ${line} }\n`).join('')}`);

describe('stages', () => {
  it('the current one is the last of the list that has started', () => {
    const plan = stages('stage: internal, started: 2026-11-01', 'stage: alpha, started: 2026-11-10', 'stage: ga');
    const at = (date: string) => currentStage(plan, day(date))?.index;
    assert.deepEqual(['2026-10-31', '2026-11-01', '2026-11-09', '2026-11-10', '2027-01-01'].map(at), [
      undefined,
      0,
      0,
      1,
      1,
    ]);
  });

  it('end when they are ended, else when the next one starts', () => {
    const plan = stages(
      'stage: internal, started: 2026-11-01, ended: 2026-11-03',
      'stage: alpha, started: 2026-11-10',
      'stage: beta',
      'stage: ga, started: 2026-11-20',
    );
    assert.deepEqual(
      [0, 1, 2, 3].map(index => stageEnd(plan, index)),
      ['2026-11-03', '2026-11-20', '2026-11-20', undefined],
    );
  });

  it('have GA by name before GA by audience', () => {
    assert.equal(gaIndex(stages('stage: first', 'stage: everyone, audience: 100%', 'stage: GA')), 2);
    assert.equal(gaIndex(stages('stage: first', 'stage: everyone, audience: 100%')), 1);
    assert.equal(gaIndex(stages('stage: first')), undefined);
  });

  it('have beta by name, else by a share of all users, else at GA', () => {
    assert.equal(betaIndex(stages('stage: some, audience: 5%', 'stage: Beta', 'stage: ga')), 1);
    assert.equal(betaIndex(stages('stage: alpha, audience: 5%', 'stage: some, audience: 10%', 'stage: ga')), 1);
    assert.equal(betaIndex(stages('stage: internal', 'stage: friends, audience: 5 customers', 'stage: ga')), 2);
    assert.equal(betaIndex(stages('stage: internal', 'stage: friends')), undefined);
    assert.equal(betaIndex(stages('stage: "Stage 2: Beta (10%)"')), 0);
  });

  it('are from beta on when beta or a later one has started, or the bet has shipped', () => {
    const plan = stages('stage: alpha, started: 2026-11-01', 'stage: beta, started: 2026-11-10', 'stage: ga');
    assert.equal(isFromBetaOn(plan, false, day('2026-11-09')), false);
    assert.equal(isFromBetaOn(plan, false, day('2026-11-10')), true);
    assert.equal(isFromBetaOn(plan, true, day('2026-11-09')), true);
    assert.equal(isFromBetaOn(undefined, true, day('2026-11-09')), true);
    assert.equal(isFromBetaOn(stages('stage: beta', 'stage: ga, started: 2026-11-10'), false, day('2026-11-10')), true);
  });
});

describe('decisions at stages', () => {
  const usual = '  - internal\n  - { stage: alpha, decision: { outcome: hold, why: own } }\n  - beta\n  - ga\n';
  const decided = (log: string, plan = usual) =>
    stageDecisions(rollout(`stages:\n${plan}decisions:\n${log}`)).map(each => each?.outcome?.word);

  it('are those of the stages themselves', () => {
    assert.deepEqual(
      stageDecisions(rollout(`stages:\n${usual}`)).map(each => each?.outcome?.word),
      [undefined, 'hold', undefined, undefined],
    );
  });

  for (const name of [
    'beta',
    'Beta',
    '2',
    'Stage 2',
    '2→3',
    '2 -> GA',
    '2-3',
    'beta → ga',
    'Beta to GA',
    'stage 2 to stage 3',
    'limited release',
  ]) {
    it(`are found by the name ${name}`, () => {
      assert.deepEqual(decided(`  - { stage: "${name}", outcome: proceed }\n`), [
        undefined,
        'hold',
        'proceed',
        undefined,
      ]);
    });
  }

  it('are 0→1 for internal use, the first stage', () => {
    assert.deepEqual(decided('  - { stage: 0→1, outcome: proceed }\n'), ['proceed', 'hold', undefined, undefined]);
  });

  it('count from 1 where the plan begins with customers, unless the log says 0', () => {
    const plan = '  - Norway\n  - Sweden\n  - ga\n';
    assert.deepEqual(decided('  - { stage: 1→2, outcome: proceed }\n', plan), ['proceed', undefined, undefined]);
    assert.deepEqual(decided('  - { stage: 0→1, outcome: proceed }\n  - { stage: 1→2, outcome: hold }\n', plan), [
      'proceed',
      'hold',
      undefined,
    ]);
  });

  it('are not found by a number that no stage has', () => {
    assert.deepEqual(decided('  - { stage: 9, outcome: proceed }\n  - { stage: gamma, outcome: proceed }\n'), [
      undefined,
      'hold',
      undefined,
      undefined,
    ]);
  });

  it('are completed from the last entry, field by field', () => {
    const log =
      '  - { stage: alpha, outcome: rollback, by: Tom }\n  - { stage: alpha, outcome: proceed, by: Ines, why: logged }\n';
    const alpha = stageDecisions(rollout(`stages:\n${usual}decisions:\n${log}`))[1];
    assert.deepEqual([alpha?.outcome?.word, alpha?.why?.text, alpha?.by?.text], ['hold', 'own', 'Ines']);
  });
});
