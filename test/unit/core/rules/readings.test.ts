import assert from 'node:assert/strict';
import { judged } from '../../../support/workspace.ts';

/** What one rule says of a file: the texts it marks. */
function marked(rule: string, file: string, files: Readonly<Record<string, string>>): readonly string[] {
  const text = files[file] ?? '';
  return judged(files)
    .findings(file)
    .filter(finding => finding.rule === rule)
    .map(({ span }) => text.slice(span.start, span.end));
}

describe('readings of the specification', () => {
  it('have a concluded bet without a decision overdue, however long ago', () => {
    const concluded = 'id: BET-1\nstatus: concluded\ntimebox:\n  start: 2026-05-04\n  end: 2026-07-03\n';
    assert.deepEqual(marked('retro/overdue', 'a.bet.yaml', { 'a.bet.yaml': concluded }), ['2026-07-03']);
    assert.deepEqual(marked('bet/zombie', 'a.bet.yaml', { 'a.bet.yaml': concluded }), []);
  });

  it('judge a hierarchy that is shared with a concluded bet for the bets that are open', () => {
    const metrics = 'id: MX-1\ncore:\n  - name: Riders\n    target: 9\n';
    const severities = (rule: string, status: string): readonly string[] =>
      judged({
        'm.metrics.yaml': metrics,
        'a.bet.yaml': 'id: BET-1\nstatus: Scaled\nmetrics: MX-1\n',
        'b.bet.yaml': `id: BET-2\nstatus: ${status}\nmetrics: MX-1\n`,
      })
        .findings('m.metrics.yaml')
        .filter(finding => finding.rule === rule)
        .map(({ severity }) => severity);
    assert.deepEqual(severities('metrics/guardrail-missing', 'shaping'), ['warning']);
    assert.deepEqual(severities('metrics/guardrail-missing', 'rollingOut'), ['error']);
    assert.deepEqual(severities('metrics/guardrail-missing', 'Killed'), []);
    assert.deepEqual(severities('metrics/not-instrumented', 'shaping'), []);
    assert.deepEqual(severities('metrics/not-instrumented', 'measuring'), ['warning']);
  });

  describe('take two links that disagree for a conflict, where the part names its bet', () => {
    const part = (bet: string): string => `id: RO-1\nbet: ${bet}\n`;
    const conflicts = (bets: Readonly<Record<string, string>>, rollout: string): readonly string[] =>
      marked('document/conflict', 'r.rollout.yaml', { ...bets, 'r.rollout.yaml': rollout });

    it('of which another bet says that it is its', () => {
      const bets = { 'a.bet.yaml': 'id: BET-1\nrollout: RO-1\n', 'b.bet.yaml': 'id: BET-2\n' };
      assert.deepEqual(conflicts(bets, part('BET-2')), ['BET-2']);
    });

    it('which has another', () => {
      assert.deepEqual(conflicts({ 'a.bet.yaml': 'id: BET-1\nrollout: RO-2\n' }, part('BET-1')), ['BET-1']);
      assert.deepEqual(conflicts({ 'a.bet.yaml': 'id: BET-1\nrollout:\n  flag: x\n' }, part('BET-1')), ['BET-1']);
    });

    it('and not one link alone, two that agree, or a part that bets share', () => {
      assert.deepEqual(conflicts({ 'a.bet.yaml': 'id: BET-1\n' }, part('BET-1')), []);
      assert.deepEqual(conflicts({ 'a.bet.yaml': 'id: BET-1\nrollout: RO-1\n' }, 'id: RO-1\n'), []);
      const shared = { 'a.bet.yaml': 'id: BET-1\nrollout: RO-1\n', 'b.bet.yaml': 'id: BET-2\nrollout: RO-1\n' };
      assert.deepEqual(conflicts(shared, part('BET-1')), []);
    });
  });

  describe('give what has no weeks the whole plan', () => {
    const gaps = (text: string): readonly string[] =>
      marked('tracks/no-discovery', 'a.tracks.yaml', { 'a.tracks.yaml': `id: TR-1\n${text}` });

    it('so that discovery without weeks leaves no gap', () => {
      assert.deepEqual(gaps('discovery:\n  - bet: BET-1\ndelivery:\n  - bet: BET-2\n    weeks: 1-4\n'), []);
    });

    it('so that delivery without weeks needs discovery to the end', () => {
      const text = 'discovery:\n  - bet: BET-1\n    weeks: 1-2\ndelivery:\n  - bet: BET-2\n';
      assert.deepEqual(gaps(`weeks: 6\n${text}`), ['BET-2']);
      assert.deepEqual(gaps(text), []);
    });

    it('so that a bet without weeks is on both tracks at once', () => {
      const text = 'id: TR-1\ndiscovery:\n  - bet: BET-1\ndelivery:\n  - bet: bet-1\n    weeks: 3\n';
      assert.deepEqual(marked('tracks/overlap', 'a.tracks.yaml', { 'a.tracks.yaml': text }), ['bet-1']);
    });
  });
});
