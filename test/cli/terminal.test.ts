import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { wantsColor } from '../../src/cli/console.ts';
import { createProgress } from '../../src/cli/progress.ts';
import { aimlessBet, bareEnvironment, betwright, folderWith, program, removeFolders, soundBet } from './betwright.ts';

const escape = '\u001b';

describe('colours', () => {
  after(removeFolders);

  it('are for who watches, and for who asks', () => {
    const folder = folderWith({ 'a.bet.yaml': aimlessBet });
    const isColoured = (args: readonly string[], env: Record<string, string>): boolean =>
      betwright(['check', ...args], folder, env).stdout.includes(escape);
    assert.equal(isColoured([], {}), false);
    assert.equal(isColoured([], { FORCE_COLOR: '1' }), true);
    assert.equal(isColoured([], { FORCE_COLOR: '1', NO_COLOR: '1' }), false);
    assert.equal(isColoured(['--color', 'always'], { NO_COLOR: '1' }), true);
    assert.equal(isColoured(['--color=never'], { FORCE_COLOR: '1' }), false);
  });

  it('follow the terminal where nobody says anything', () => {
    assert.equal(wantsColor('auto', {}, true), true);
    assert.equal(wantsColor('auto', {}, false), false);
    assert.equal(wantsColor('auto', { TERM: 'dumb' }, true), false);
    assert.equal(wantsColor('auto', { FORCE_COLOR: '0' }, true), false);
    assert.equal(wantsColor('auto', { NO_COLOR: '' }, true), true);
  });
});

describe('a pipe', () => {
  after(removeFolders);

  const many = Array.from({ length: 450 }, (_, index) => `field${String(index)}: 1\n`).join('');
  const files = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `b${String(index)}.bet.yaml`,
      `${aimlessBet.replace('BET-001', `BET-${String(index)}`)}${many}`,
    ]),
  );

  it('gets everything, however much it is and however slowly it is read', async () => {
    const child = spawn(process.execPath, [program, 'check', '--format', 'json'], {
      cwd: folderWith(files),
      env: bareEnvironment(),
    });
    const chunks: Buffer[] = [];
    // Nothing is read before the program has stopped for a full pipe or has ended.
    await once(child.stdout, 'readable');
    for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
    const { findings } = JSON.parse(Buffer.concat(chunks).toString()) as { findings: unknown[] };
    assert.equal(findings.length, 20 * 451);
  });

  it('may be closed early', async () => {
    for (const args of [['check'], ['check', '--format', 'json'], ['check', '--help']]) {
      const child = spawn(process.execPath, [program, ...args], { cwd: folderWith(files), env: bareEnvironment() });
      let stderr = '';
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      child.stdout.once('data', () => child.stdout.destroy());
      const [code] = (await once(child, 'close')) as [number];
      assert.deepEqual([code <= 1, stderr], [true, '']);
    }
  });

  it('that takes nothing is an error, and no success', function () {
    if (!existsSync('/dev/full')) this.skip();
    const full = openSync('/dev/full', 'w');
    const folder = folderWith({ 'a.bet.yaml': soundBet });
    const { status, stderr } = spawnSync(process.execPath, [program, 'check'], {
      cwd: folder,
      env: bareEnvironment(),
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    assert.equal(status, 2);
    assert.match(stderr, /^betwright: .+\n$/);
  });

  it('is left without a trace by Ctrl-C', async function () {
    if (process.platform === 'win32') this.skip();
    const child = spawn(process.execPath, [program, 'check'], { cwd: folderWith(files), env: bareEnvironment() });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.kill('SIGINT');
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    // Before the program listens the system ends it: shells call both 130.
    assert.ok(code === 130 || signal === 'SIGINT', `${String(code)} ${String(signal)}`);
    assert.equal(stderr, '');
  });
});

describe('the progress bar', () => {
  function drawn(isTTY: boolean, times: readonly number[]): readonly string[] {
    let now = 0;
    const written: string[] = [];
    const progress = createProgress({ isTTY, columns: 60, write: text => written.push(text) }, () => now);
    for (const [index, time] of times.entries()) {
      now = time;
      progress.show('Reading', index, times.length);
    }
    progress.clear();
    return written;
  }

  it('waits a second, moves ten times a second at most, and leaves the line empty', () => {
    const written = drawn(true, [0, 500, 999, 1000, 1050, 1099, 1100]);
    assert.equal(written.length, 3);
    assert.match(written[0] ?? '', /3 of 7 files$/);
    assert.match(written[1] ?? '', /6 of 7 files$/);
    assert.equal(written[2], `\r${escape}[K`);
  });

  it('is not drawn for short runs, nor where nobody watches', () => {
    assert.deepEqual(drawn(true, [0, 300, 900]), []);
    assert.deepEqual(drawn(false, [0, 2000, 4000]), []);
  });

  it('stays in one line', () => {
    for (const text of drawn(true, [0, 2000])) assert.ok(text.replace(`\r${escape}[K`, '').length < 60);
  });
});
