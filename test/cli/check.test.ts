import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import {
  aimlessBet,
  betwright,
  checked,
  examples,
  folderWith,
  onExampleDay,
  ownerlessBet,
  places,
  removeFolders,
  soundBet,
} from './betwright.ts';

const place = {
  type: 'object',
  required: ['line', 'character'],
  additionalProperties: false,
  properties: { line: { type: 'integer', minimum: 0 }, character: { type: 'integer', minimum: 0 } },
};

/** What `check --format json` promises. */
const checkSchema = {
  type: 'object',
  required: ['version', 'today', 'files', 'artifacts', 'findings'],
  additionalProperties: false,
  properties: {
    version: { const: 1 },
    today: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    files: { type: 'integer', minimum: 0 },
    artifacts: { type: 'integer', minimum: 0 },
    findings: {
      type: 'array',
      items: {
        type: 'object',
        required: ['rule', 'severity', 'message', 'file', 'range', 'artifact'],
        additionalProperties: false,
        properties: {
          rule: { type: 'string', pattern: '^[a-z]+/[a-z-]+[a-z0-9]$' },
          severity: { enum: ['error', 'warning', 'information'] },
          message: { type: 'string', minLength: 1 },
          file: { type: 'string', pattern: '^[^\\\\]+$' },
          range: {
            type: 'object',
            required: ['start', 'end'],
            additionalProperties: false,
            properties: { start: place, end: place },
          },
          artifact: { type: ['string', 'null'] },
        },
      },
    },
  },
};

describe('betwright check', () => {
  after(removeFolders);

  it('finds in the examples what they are there to show, as JSON that keeps its promise', () => {
    const { code, stdout, stderr } = betwright(['check', '--format', 'json', ...onExampleDay], examples);
    assert.deepEqual([code, stderr], [1, '']);
    const ajv = new Ajv();
    assert.ok(ajv.validate(checkSchema, JSON.parse(stdout)), ajv.errorsText());
    const report = checked(examples);
    const expected = JSON.parse(
      readFileSync(join(import.meta.dirname, '../fixtures/examples/expected.json'), 'utf8'),
    ) as unknown;
    assert.deepEqual(
      report.findings.map(({ rule, file, range }) => ({ rule, file, line: range.start.line })),
      expected,
    );
    assert.deepEqual([report.version, report.today, report.files, report.artifacts], [1, '2026-11-22', 19, 23]);
  });

  it('says the same the second time, byte for byte', () => {
    for (const format of ['json', 'text']) {
      const [first, second] = [0, 1].map(
        () => betwright(['check', '--format', format, ...onExampleDay], examples).stdout,
      );
      assert.equal(first, second);
    }
  });

  it('tells people file, line and column from 1, rule and place, and sums up', () => {
    const folder = folderWith({
      'bets/a.bet.yaml': aimlessBet,
      'bets/b.bet.yaml': soundBet.replace('BET-001', 'BET-002'),
    });
    const { code, stdout } = betwright(['check'], folder);
    assert.equal(code, 1);
    const [file, head, line, mark, blank, summary] = stdout.split('\n');
    assert.equal(file, 'bets/a.bet.yaml');
    assert.match(head ?? '', /^ {2}2:1 {2}error {2}.* {2}bet\/hypothesis-missing$/);
    assert.deepEqual([line?.trim(), mark?.trim(), blank], ['| id: BET-001', '| ^^', '']);
    assert.match(summary ?? '', /^1 error in 2 files /);
  });

  it('says so when nothing is wrong', () => {
    const { code, stdout } = betwright(['check', ...onExampleDay], folderWith({ 'a.bet.yaml': soundBet }));
    assert.deepEqual([code, stdout], [0, 'No findings in 1 file with 1 artifact (2026-11-22)\n']);
  });

  it('fails from the severity on that it is told', () => {
    const warned = folderWith({ 'a.bet.yaml': ownerlessBet });
    const wrong = folderWith({ 'a.bet.yaml': aimlessBet });
    const codes = (folder: string): readonly (number | null)[] =>
      ['error', 'warning', 'information', 'never'].map(
        severity => betwright(['check', '--fail-on', severity], folder).code,
      );
    assert.deepEqual(codes(warned), [0, 1, 1, 0]);
    assert.deepEqual(codes(wrong), [1, 1, 1, 0]);
    assert.equal(betwright(['check'], warned).code, 0);
  });

  it('judges as of the day that is named', () => {
    const folder = folderWith({
      'a.bet.yaml':
        `${soundBet}retro:\n  scheduled: 2026-11-30\ntimebox: { start: 2026-10-01, end: 2026-11-30 }\n`.replace(
          'proposed',
          'building',
        ),
    });
    const overdue = (today: string): boolean =>
      checked(folder, '--today', today).findings.some(({ rule }) => rule === 'retro/overdue');
    assert.deepEqual([overdue('2026-11-30'), overdue('2026-12-01')], [false, true]);
    assert.equal(checked(folder, '--today', '2026-12-01').today, '2026-12-01');
  });

  it('takes today from the clock of the place', () => {
    const { stdout } = betwright(['check', '--format', 'json'], folderWith({ 'a.bet.yaml': soundBet }), {
      TZ: 'Pacific/Kiritimati',
    });
    const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Kiritimati' });
    const { today } = JSON.parse(stdout) as { today: string };
    // The day may turn between the run and this line.
    assert.ok([Date.now(), Date.now() - 60_000].map(time => local.format(time)).includes(today), today);
  });

  it('takes the mode where artifacts have none', () => {
    const folder = folderWith({
      'a.metrics.yaml':
        'id: MET-1\ncore:\n  - { name: A, target: 3% }\nguardrails:\n  - { name: B, threshold: < 2% }\n',
    });
    const severity = (...args: string[]): string | undefined =>
      checked(folder, ...args).findings.find(({ rule }) => rule === 'metrics/tier-missing')?.severity;
    assert.deepEqual([severity(), severity('--mode', 'zeroToOne')], ['warning', 'information']);
  });

  it('speaks of the chosen rules only, and fails for them only', () => {
    const folder = folderWith({ 'a.bet.yaml': aimlessBet.replace('owner: Maria Lind\n', '') });
    assert.deepEqual(places(checked(folder, '--rule', 'bet/owner-missing')), ['bet/owner-missing a.bet.yaml:2']);
    assert.equal(betwright(['check', '--rule', 'bet/owner-missing'], folder).code, 0);
    assert.equal(checked(folder, '--rule', 'bet/owner-missing', '--rule', 'bet/hypothesis-missing').findings.length, 2);
    assert.equal(checked(folder, '--rule', 'bet/owner-missing,bet/hypothesis-missing').findings.length, 2);
  });

  it('is brief when it is asked to be', () => {
    const { stdout } = betwright(['check', '--quiet'], folderWith({ 'a.bet.yaml': aimlessBet }));
    assert.deepEqual(stdout.split('\n').length, 3);
  });

  it('takes nothing found for a mistake unless it is told otherwise, and prints its JSON all the same', () => {
    const folder = folderWith({
      'readme.md': '# Nothing of ours\n',
      'web.yaml': 'apiVersion: v1\nkind: Deployment\n',
      'zero.bet.yaml': '',
    });
    assert.equal(betwright(['check'], folder).code, 2);
    assert.match(betwright(['check'], folder).stderr, /--allow-empty/);
    assert.deepEqual(
      [checked(folder).files, checked(folder).findings.filter(({ file }) => file !== 'zero.bet.yaml')],
      [0, []],
    );
    assert.equal(betwright(['check', '--allow-empty', '--fail-on', 'never'], folder).code, 0);
  });

  it('reports what it can read and ends with 2 where something is missing', () => {
    const folder = folderWith({ 'a.bet.yaml': aimlessBet });
    const { code, stdout, stderr } = betwright(['check', 'gone.bet.yaml', 'a.bet.yaml'], folder);
    assert.equal(code, 2);
    assert.match(stdout, /bet\/hypothesis-missing/);
    assert.match(stderr, /gone\.bet\.yaml: no such file or folder/);
  });

  it('reports what it can read and ends with 2 where it may not look', function () {
    if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
    const folder = folderWith({ 'a.bet.yaml': aimlessBet, 'closed.bet.yaml': soundBet, 'closed/b.bet.yaml': soundBet });
    for (const name of ['closed.bet.yaml', 'closed']) chmodSync(join(folder, name), 0);
    const { code, stdout, stderr } = betwright(['check'], folder);
    chmodSync(join(folder, 'closed'), 0o700);
    assert.equal(code, 2);
    assert.match(stdout, /bet\/hypothesis-missing/);
    assert.equal(stderr.match(/permission denied/g)?.length, 2);
  });

  it('looks ids of a file up in the working directory, and reports of the file alone', () => {
    const folder = folderWith({
      'bets/a.bet.yaml': `${soundBet}metrics: MET-1\n`,
      'metrics/m.metrics.yaml': 'id: MET-1\ncore:\n  - { name: A, target: 3% }\n',
      'other.bet.yaml': aimlessBet.replace('BET-001', 'BET-002'),
    });
    const report = checked(folder, 'bets/a.bet.yaml');
    assert.deepEqual([places(report), report.files, report.artifacts], [[], 1, 1]);
  });

  it('takes folders that are named for one workspace, and leaves out what stands beside them', () => {
    const folder = folderWith({
      'one/a.bet.yaml': `${soundBet}metrics: MET-1\n`,
      'two/a.bet.yaml': soundBet,
      'three/m.metrics.yaml': 'id: MET-1\ncore:\n  - { name: A }\n',
    });
    assert.deepEqual(places(checked(folder, '--rule', 'reference/duplicate,reference/unknown', 'one')), [
      'reference/unknown one/a.bet.yaml:11',
    ]);
    assert.deepEqual(places(checked(folder, '--rule', 'reference/duplicate,reference/unknown', 'one', 'three')), []);
    assert.equal(checked(folder, '--rule', 'reference/duplicate').findings.length, 2);
  });

  it('finds a file once, however often and in whatever way it is named', () => {
    const folder = folderWith({ 'bets/a.bet.yaml': aimlessBet });
    const report = checked(folder, 'bets/a.bet.yaml', './bets/../bets/a.bet.yaml', 'bets', join(folder, 'bets'));
    assert.deepEqual([report.files, places(report)], [1, ['bet/hypothesis-missing bets/a.bet.yaml:2']]);
  });

  it('names files above the working directory from there', () => {
    const folder = folderWith({ 'bets/a.bet.yaml': aimlessBet, 'here/b.bet.yaml': soundBet });
    assert.deepEqual(places(checked(join(folder, 'here'), '../bets')), ['bet/hypothesis-missing ../bets/a.bet.yaml:2']);
  });

  it('leaves out folders that hold what others made, unless they are named', () => {
    const files = Object.fromEntries(
      ['node_modules', '.git', 'dist', 'out', '.hg', '.svn'].map(name => [`sub/${name}/x/decoy.bet.yaml`, aimlessBet]),
    );
    const folder = folderWith({ ...files, '.plans/a.bet.yaml': soundBet });
    assert.deepEqual([checked(folder).files, places(checked(folder))], [1, []]);
    assert.equal(checked(folder, 'sub/node_modules').files, 1);
  });

  it('leaves files as they are', () => {
    const folder = folderWith({ 'a.bet.yaml': '\ufeff' + aimlessBet.replaceAll('\n', '\r\n') });
    const before = readFileSync(join(folder, 'a.bet.yaml'));
    betwright(['check'], folder);
    assert.deepEqual(readFileSync(join(folder, 'a.bet.yaml')), before);
  });

  it('runs as a program of its own', function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({ 'a.bet.yaml': soundBet });
    const program = join(import.meta.dirname, '../../dist/cli.js');
    assert.equal(spawnSync(program, ['check'], { cwd: folder }).status, 0);
  });
});
