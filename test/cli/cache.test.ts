import assert from 'node:assert/strict';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { CheckResult } from '../../src/cli/cached-result.ts';
import { openCheckCache, usualCacheFolder, type CheckSubject } from '../../src/cli/check-cache.ts';
import { betwright, checked, folderWith, onExampleDay, ownerlessBet, removeFolders, soundBet } from './betwright.ts';

after(removeFolders);

const result: CheckResult = {
  files: 1,
  artifacts: 1,
  findings: [
    {
      rule: 'bet/owner-missing',
      severity: 'warning',
      message: 'Ünowned',
      file: 'a.bet.yaml',
      span: { start: 11, end: 13 },
    },
  ],
};

function setUp() {
  const folder = folderWith({ 'a.bet.yaml': ownerlessBet, 'b.bet.yaml': soundBet });
  const kept = join(folderWith({}), 'cache');
  const open = (changes: Partial<CheckSubject> = {}) =>
    openCheckCache(kept, {
      sources: ['a.bet.yaml', 'b.bet.yaml'].map(name => ({ name, path: join(folder, name) })),
      roots: [folder],
      place: [folder],
      conditions: ['1.0.0', '2026-11-22'],
      now: Date.now() + 60_000,
      ...changes,
    });
  const entry = (): string => join(kept, readdirSync(kept)[0] ?? '');
  return { folder, kept, open, entry };
}

describe('what a check remembers', () => {
  it('is what it found, for the same files and conditions alone', () => {
    const { open } = setUp();
    assert.equal(open().recall(), undefined);
    open().remember(result, []);
    assert.deepEqual(open().recall(), result);
    assert.equal(open({ conditions: ['1.0.0', '2026-11-23'] }).recall(), undefined);
    assert.equal(open({ conditions: ['1.0.1', '2026-11-22'] }).recall(), undefined);
    assert.equal(open({ place: ['elsewhere'] }).recall(), undefined);
    assert.equal(open({ sources: [] }).recall(), undefined);
  });

  it('is nothing once a file was edited, even to the same size and with its time set back', () => {
    const { folder, open } = setUp();
    open().remember(result, []);
    const file = join(folder, 'a.bet.yaml');
    const { atime, mtime, size } = statSync(file);
    writeFileSync(file, ownerlessBet.replace('BET-001', 'BET-002'));
    utimesSync(file, atime, mtime);
    assert.equal(statSync(file).size, size);
    assert.equal(open().recall(), undefined);
  });

  it('is nothing once a file is gone, or another has its name', () => {
    const { folder, open } = setUp();
    open().remember(result, []);
    renameSync(join(folder, 'b.bet.yaml'), join(folder, 'a.bet.yaml'));
    assert.equal(open().recall(), undefined);
  });

  it('is nothing where files changed a moment ago, or will by their clock', () => {
    const { kept, open } = setUp();
    open({ now: Date.now() - 1_000 }).remember(result, []);
    assert.ok(!existsSync(kept));
  });

  it('minds the tables that were looked for, there or not', () => {
    const { folder, open } = setUp();
    const table = join(folder, 'history.csv');
    open().remember(result, [table]);
    assert.deepEqual(open().recall(), result);
    writeFileSync(table, 'date,value\n');
    assert.equal(open().recall(), undefined);
    open().remember(result, [table]);
    assert.deepEqual(open().recall(), result);
    rmSync(table);
    assert.equal(open().recall(), undefined);
  });

  it('is nothing where it was cut off, damaged, or written by a stranger', () => {
    const { open, entry } = setUp();
    open().remember(result, []);
    const whole = readFileSync(entry(), 'utf8');
    for (const broken of [
      '',
      '{}',
      'null\nnull',
      whole.slice(0, whole.length / 2),
      whole.slice(0, -1),
      whole.replace('"format":1', '"format":2'),
      whole.replace('Ünowned', 'Änowned'),
    ]) {
      writeFileSync(entry(), broken);
      assert.equal(open().recall(), undefined, broken);
    }
    writeFileSync(entry(), whole);
    assert.deepEqual(open().recall(), result);
  });

  it('leads to no file that is not checked', () => {
    const { open } = setUp();
    const [finding] = result.findings;
    assert.ok(finding);
    const away = { file: '../secret', span: finding.span, message: '' };
    open().remember({ ...result, findings: [{ ...finding, file: '../secret' }] }, []);
    assert.equal(open().recall(), undefined);
    open().remember({ ...result, findings: [{ ...finding, related: [away] }] }, []);
    assert.equal(open().recall(), undefined);
    open().remember(result, ['/etc/history.csv']);
    assert.equal(open().recall(), undefined);
  });

  it('is left out where it can’t be written', () => {
    const { open, kept } = setUp();
    writeFileSync(kept, 'a file in its place');
    open().remember(result, []);
    assert.equal(open().recall(), undefined);
  });

  it('takes the place of the oldest, and leaves nothing unfinished', () => {
    const { open, kept } = setUp();
    for (let number = 0; number < 40; number++) open({ place: [String(number)] }).remember(result, []);
    assert.equal(readdirSync(kept).length, 32);
    assert.ok(readdirSync(kept).every(name => name.endsWith('.json')));
  });

  it('is kept where the system keeps such things', () => {
    assert.equal(usualCacheFolder({ XDG_CACHE_HOME: '/c', HOME: '/h' }, 'linux'), join('/c', 'betwright'));
    assert.equal(
      usualCacheFolder({ XDG_CACHE_HOME: 'not/absolute', HOME: '/h' }, 'linux'),
      join('/h/.cache', 'betwright'),
    );
    assert.equal(usualCacheFolder({ HOME: '/h' }, 'darwin'), join('/h/Library/Caches', 'betwright'));
    assert.equal(usualCacheFolder({}, 'linux'), undefined);
  });
});

describe('a check that is repeated', () => {
  it('says the same, and what is new once something changed', () => {
    const folder = folderWith({ 'a.bet.yaml': ownerlessBet });
    const cache = join(folderWith({}), 'cache');
    const run = (...args: readonly string[]) =>
      betwright(['check', ...onExampleDay, '--fail-on', 'warning', '--cache-dir', cache, ...args], folder);
    const first = run();
    assert.equal(readdirSync(cache).length, 1);
    assert.deepEqual(run(), first);
    assert.deepEqual(run('--format', 'sarif'), betwright(['check', ...onExampleDay, '--fail-on', 'warning', '--no-cache', '--format', 'sarif'], folder)); // prettier-ignore
    assert.match(first.stdout, /bet\/owner-missing/);
    writeFileSync(join(folder, 'a.bet.yaml'), soundBet);
    assert.doesNotMatch(run().stdout, /bet\/owner-missing/);
    assert.equal(checked(folder, '--cache-dir', cache, '--today', '2026-11-23').findings.length, 0);
  });

  it('remembers nothing where that is not wanted', () => {
    const folder = folderWith({ 'a.bet.yaml': soundBet });
    const home = folderWith({});
    betwright(['check', '--no-cache'], folder, { XDG_CACHE_HOME: home, LOCALAPPDATA: home, HOME: home });
    assert.deepEqual(readdirSync(home), []);
  });
});
