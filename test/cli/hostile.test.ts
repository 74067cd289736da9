import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aimlessBet, betwright, checked, folderWith, places, removeFolders, soundBet } from './betwright.ts';

/** Not everybody has it. */
const makePipe = ['mk', 'fifo'].join('');
const posix = process.platform !== 'win32';
/** Whatever could move a cursor, hide or reorder text, or begin a line of its own. */
const raw = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

describe('hostile input', () => {
  after(removeFolders);

  it('never reaches the terminal raw, from values, names or syntax errors', function () {
    if (!posix) this.skip();
    const payload = '\u001b]0;owned\u0007\u001b[2K\u001b[1AOK: 0 errors\u009b31m\u202egnp.\u2066\u200b';
    const inYaml = JSON.stringify(payload).replace(
      /[\u007f-\uffff]/g,
      unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    const folder = folderWith({
      'values.bet.yaml': `kind: bet\nid: ${inYaml}\ntitle: ${inYaml}\nstatus: ${inYaml}\nmetrics: ${inYaml}\n? ${inYaml}\n: 1\n`,
      'raw.bet.yaml': `kind: bet\nid: BET-9\ntitle: a ${payload.replaceAll('\u0007', '')} b\nstatus: x${payload}\n`,
      'syntax.bet.yaml': `id: [${payload}\n  - "${payload}\n`,
      [`n${payload.replaceAll('/', '')}\n::error::x.bet.yaml`]: aimlessBet.replace('BET-001', 'BET-002'),
    });
    const gone = betwright(['check', payload], folder);
    for (const args of [
      ['check'],
      ['check', '--quiet'],
      ['list'],
      ['show', payload],
      ['show', 'BET-9'],
      ['graph', payload],
      [payload],
      ['check', `--${payload}`],
    ]) {
      const { code, stdout, stderr } = betwright(args, folder);
      assert.ok(code === 0 || code === 1 || code === 2, `${args.join(' ')}: ${stderr}`);
      for (const line of `${stdout}${stderr}${gone.stderr}`.split('\n')) assert.doesNotMatch(line, raw);
    }
    const { findings } = checked(folder);
    assert.ok(
      findings.some(({ file }) => file.includes('\u001b')),
      'JSON carries names as they are',
    );
  });

  it('is no command to a build server', function () {
    if (!posix) this.skip();
    const folder = folderWith({
      '::error::boo.bet.yaml': `id: "::set-output name=x::y"\ntitle: "##vso[task.setvariable variable=x]y"\nstatus: "##teamcity[x]"\nowner: "##[command]x"\n`,
      'b.bet.yaml': 'id: BET-2\nmetrics: "::warning::x"\nmode: "##vso[x]"\n',
    });
    for (const args of [['check'], ['list'], ['show', 'BET-2']]) {
      const { stdout, stderr } = betwright(args, folder);
      for (const line of `${stdout}${stderr}`.split('\n')) assert.doesNotMatch(line, /^\s*::|##\w*\[/);
    }
  });

  it('is a name like any other when it looks like an option', () => {
    const folder = folderWith({
      '-rf.bet.yaml': aimlessBet,
      '--help.bet.yaml': aimlessBet.replace('BET-001', 'BET-002'),
    });
    assert.deepEqual(places(checked(folder)), [
      'bet/hypothesis-missing --help.bet.yaml:2',
      'bet/hypothesis-missing -rf.bet.yaml:2',
    ]);
    assert.deepEqual(places(checked(folder, '--', '-rf.bet.yaml')), ['bet/hypothesis-missing -rf.bet.yaml:2']);
    assert.match(betwright(['check', '--', '-rf.bet.yaml'], folder).stdout, /^\.\/-rf\.bet\.yaml$/m);
  });

  it('is found under a name that is no UTF-8', function () {
    if (process.platform !== 'linux') this.skip();
    const folder = folderWith({ 'z.bet.yaml': soundBet });
    const odd = Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9])]);
    mkdirSync(odd);
    writeFileSync(
      Buffer.concat([odd, Buffer.from('/b'), Buffer.from([0xff]), Buffer.from('.bet.yaml')]),
      aimlessBet.replace('BET-001', 'BET-002'),
    );
    assert.deepEqual(places(checked(folder)), ['bet/hypothesis-missing caf\\xe9/b\\xff.bet.yaml:2']);
    assert.match(betwright(['check'], folder).stdout, /\| id: BET-002/);
  });

  it('leads nowhere through links', function () {
    if (!posix) this.skip();
    const outside = folderWith({
      'secret.bet.yaml': 'kind: bet\nid: SECRET-OUTSIDE\n',
      'm.metrics.yaml': 'id: MET-OUT\n',
    });
    const folder = folderWith({ 'inside/a.bet.yaml': `${soundBet}metrics: MET-OUT\n` });
    symlinkSync(join(outside, 'secret.bet.yaml'), join(folder, 'escape.bet.yaml'));
    symlinkSync(outside, join(folder, 'escape'));
    symlinkSync('/', join(folder, 'root-link'));
    symlinkSync('.', join(folder, 'loop'));
    symlinkSync('../inside', join(folder, 'inside/again'));
    symlinkSync('inside/a.bet.yaml', join(folder, 'alias.bet.yaml'));
    symlinkSync('nowhere', join(folder, 'dangling.bet.yaml'));
    const report = checked(folder);
    assert.deepEqual([report.files, places(report)], [1, ['reference/unknown inside/a.bet.yaml:11']]);
    for (const name of ['escape.bet.yaml', 'escape', 'root-link', 'escape/secret.bet.yaml']) {
      const { code, stdout, stderr } = betwright(['check', name], folder);
      assert.equal(code, 2, name);
      assert.doesNotMatch(stdout + stderr, /SECRET-OUTSIDE/);
    }
    // A link that stays inside may be named.
    assert.equal(checked(folder, 'alias.bet.yaml').files, 1);
  });

  it('is never waited for: pipes, devices and folders that are called like files', function () {
    if (!posix || spawnSync(makePipe, ['--version']).error !== undefined) this.skip();
    const folder = folderWith({
      'a.bet.yaml': aimlessBet,
      'folder.bet.yaml/b.bet.yaml': soundBet.replace('BET-001', 'BET-002'),
    });
    spawnSync(makePipe, [join(folder, 'pipe.bet.yaml')]);
    assert.deepEqual([checked(folder).files, places(checked(folder))], [2, ['bet/hypothesis-missing a.bet.yaml:2']]);
    for (const name of ['pipe.bet.yaml', '/dev/zero']) assert.equal(betwright(['check', name], folder).code, 2);
  });

  it('stays itself as the name of a field', () => {
    const folder = folderWith({
      'a.bet.yaml': `${soundBet}links:\n  __proto__: https://a.example\n  constructor: https://b.example\n__proto__: 1\n`,
    });
    const { artifact } = JSON.parse(betwright(['show', 'BET-001', '--format', 'json'], folder).stdout) as {
      artifact: { links: object };
    };
    assert.deepEqual(Object.keys(artifact.links), ['__proto__', 'constructor']);
    assert.equal(betwright(['show', '__proto__'], folder).code, 2);
  });
});
