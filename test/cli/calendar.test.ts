import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { betwright, examples, folderWith, onExampleDay, removeFolders, soundBet } from './betwright.ts';

function uids(text: string): readonly string[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map(entry => String(entry.getFirstPropertyValue('uid')));
}

describe('betwright calendar', () => {
  after(removeFolders);

  it('writes what another program can read, the same every time, printed or to a file', () => {
    const printed = betwright(['calendar', ...onExampleDay], examples);
    assert.equal(printed.code, 0);
    assert.ok(uids(printed.stdout).includes('retro.BET-007@betwright'));
    assert.equal(new Set(uids(printed.stdout)).size, uids(printed.stdout).length);
    const file = join(folderWith({}), 'betwright.ics');
    const written = betwright(['calendar', ...onExampleDay, '--out', file], examples);
    assert.deepEqual([written.code, written.stdout], [0, '']);
    assert.equal(readFileSync(file, 'utf8'), printed.stdout);
  });

  it('chooses by what a day is for and by whom it concerns', () => {
    const chosen = ['--kind', 'retro,launch', '--owner', 'ines okafor', '--owner', 'Nobody, Jr.'];
    const { stdout, code } = betwright(['calendar', ...onExampleDay, ...chosen], examples);
    assert.equal(code, 0);
    const kinds = new Set(uids(stdout).map(uid => uid.split('.')[0]));
    assert.deepEqual([...kinds].sort(), ['launch', 'retro']);
    assert.ok(uids(stdout).includes('launch.BET-007@betwright'));
    assert.ok(!uids(stdout).includes('launch.BET-009@betwright'));
    const wrong = betwright(['calendar', '--kind', 'retros'], examples);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /Did you mean "retro"\?/);
  });

  it('says what is missing, and is no calendar of nothing unless that is allowed', () => {
    const folder = folderWith({ 'sound.bet.yaml': soundBet, 'broken.bet.yaml': 'id: [' });
    const broken = betwright(['calendar'], folder);
    assert.equal(broken.code, 0);
    assert.match(broken.stderr, /broken\.bet\.yaml/);
    const empty = folderWith({ 'notes.md': '# Notes\n' });
    assert.equal(betwright(['calendar'], empty).code, 2);
    assert.equal(betwright(['calendar', '--allow-empty'], empty).code, 0);
    assert.equal(betwright(['calendar', 'gone'], empty).code, 2);
    assert.equal(betwright(['calendar', '--out', join(empty, 'no', 'where.ics')], folder).code, 2);
  });
});
