import assert from 'node:assert/strict';
import { defaultSettings, readSettings } from '../../src/server/settings.ts';
import { orphanBet } from './cases.ts';
import { startClient, type TestClient } from './client.ts';

describe('settings', () => {
  it('are read as they are meant', () => {
    const { settings, problems } = readSettings({
      today: '2026-11-22',
      mode: 'zeroToOne',
      include: ['docs/bets', 'plans/**'],
      codeLens: false,
      inlayHints: { values: false },
      rules: { 'bet/zombie': 'off', 'metrics/missing': 'information' },
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(settings, {
      today: '2026-11-22',
      mode: 'zeroToOne',
      include: [['docs', 'bets'], ['plans']],
      lenses: new Set(),
      hints: new Set(['dates']),
      severities: { 'bet/zombie': 'off', 'metrics/missing': 'information' },
      othersCheckSchemas: false,
    });
  });

  for (const sent of [undefined, null, 3, 'x', [], true, {}]) {
    it(`are the defaults for ${sent === undefined ? 'nothing' : JSON.stringify(sent)}`, () => {
      assert.deepEqual(readSettings(sent).settings, defaultSettings);
    });
  }

  it('fall back one by one where they are wrong, and each is named', () => {
    const { settings, problems } = readSettings({
      today: '2026-02-30',
      mode: 'fast',
      codeLens: 'yes',
      include: ['docs', '../docs', 3],
      rules: { 'bet/zombie': 'loud', 'bet/nonsense': 'error', 'metrics/missing': 'warning', __proto__: 'error' },
    });
    assert.deepEqual(settings, {
      ...defaultSettings,
      include: [['docs']],
      severities: { 'metrics/missing': 'warning' },
    });
    assert.equal(problems.length, 7);
    for (const name of ['today', 'mode', 'codeLens', 'bet/zombie', 'bet/nonsense'])
      assert.equal(problems.filter(problem => problem.includes(name)).length, 1, name);
  });

  it('survive a hostile map of rules', () => {
    const rules = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": "off", "toString": "error"}') as unknown;
    assert.deepEqual(readSettings({ rules }).settings.severities, {});
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });
});

describe('settings of a running server', () => {
  const uri = 'file:///nowhere/a.bet.yaml';
  let client: TestClient;
  afterEach(() => client.stop());

  it('change what is found, and a wrong one is told once', async () => {
    client = await startClient({ settings: { rules: { 'bet/owner-missing': 'error' } } });
    client.open(uri, orphanBet('BET-1'));
    await client.untilRules(uri, ['bet/owner-missing']);
    assert.equal(client.shown(uri)?.[0]?.severity, 1);
    const tell = (settings: object): void =>
      void client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    tell({ rules: { 'bet/owner-missing': 'off' }, mode: 'nonsense' });
    await client.untilRules(uri, []);
    tell({ betwright: { rules: { 'bet/owner-missing': 'warning' }, mode: 'nonsense' } });
    await client.untilRules(uri, ['bet/owner-missing']);
    assert.equal(client.shown(uri)?.[0]?.severity, 2);
    assert.equal(client.logs.filter(line => line.includes('betwright.mode')).length, 1);
  });

  it('fix the day, and another day is judged anew', async () => {
    client = await startClient({ settings: { today: '2026-11-22' } });
    const text =
      'id: BET-1\nowner: x\nhypothesis: y\nstatus: building\ntimebox: { start: 2026-10-01, end: 2026-11-20 }\nmetrics: MET-1\n';
    client.open(uri, text);
    await client.until('the retro is overdue', () => client.rules(uri)?.includes('retro/overdue') === true);
    void client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { today: '2026-12-24' } });
    await client.until('it is a zombie', () => client.rules(uri)?.includes('bet/zombie') === true);
  });
});
