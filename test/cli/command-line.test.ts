import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine } from '../../src/cli/command-line.ts';
import { helpText } from '../../src/cli/help.ts';
import { rules } from '../../src/core/rules/index.ts';
import { betwright, folderWith, removeFolders } from './betwright.ts';

describe('the command line', () => {
  after(removeFolders);

  const wrong: readonly (readonly string[])[] = [
    [],
    ['chek'],
    ['report'],
    ['--format', 'json', 'check'],
    ['help', 'mcp'],
    ['check', '--fromat', 'json'],
    ['check', '--format'],
    ['check', '--format', 'xml'],
    ['check', '--quiet=yes'],
    ['check', '-x'],
    ['check', '--fail-on', 'hint'],
    ['check', '--mode', 'fast'],
    ['check', '--color', 'sometimes'],
    ['check', '--today', '22.11.2026'],
    ['check', '--today', '2026-02-30'],
    ['check', '--today', ''],
    ['check', '--today', 'tomorrow'],
    ['list', '--rule', 'bet/zombie'],
    ['show'],
    ['show', 'BET-1', 'BET-2'],
    ['graph'],
    ['graph', 'BET-1', '--format', 'jpeg'],
    ['graph', 'BET-1', '--format', 'mermaid', '--theme', 'dark'],
    ['graph', 'BET-1', '--theme', 'blue'],
    ['calendar', '--format', 'text'],
    ['report'],
    ['report', '--out', ''],
    ['report', 'BET-1', '--format', 'html', '--out', 'site'],
    ['lsp', 'bets'],
    ['lsp', '--node-ipc'],
    ['lsp', '--today', '2026-11-22'],
  ];
  for (const args of wrong) {
    it(`takes "${args.join(' ')}" for wrong use`, () => {
      assert.equal(readCommandLine(args).type, 'wrong');
    });
  }

  it('says what is wrong on stderr alone, and ends with 2', () => {
    const folder = folderWith({});
    for (const args of [
      ['chek'],
      ['check', '--fromat'],
      ['check', '--rule', 'bet/zomby'],
      ['list', '--kind', 'bets'],
      ['list', '--status', 'done'],
      ['show', 'BET-1'],
      ['graph', 'BET-1'],
      ['calendar'],
      ['report', '--out', 'site'],
    ]) {
      const { code, stdout, stderr } = betwright(args, folder);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, /^betwright: ./);
      assert.doesNotMatch(stderr, /^ {4}at /m);
    }
  });

  it('reads options on either side of the paths, and paths behind "--"', () => {
    const read = readCommandLine([
      'check',
      'a',
      '--format=json',
      'b',
      '--rule',
      'x/y',
      '--rule=z/w',
      '-q',
      '--',
      '--c',
    ]);
    assert.ok(read.type === 'run' && read.command.name === 'check');
    const { paths, format, rules: chosen, quiet, failOn } = read.command;
    assert.deepEqual(
      { paths, format, chosen, quiet, failOn },
      { paths: ['a', 'b', '--c'], format: 'json', chosen: ['x/y', 'z/w'], quiet: true, failOn: 'error' },
    );
  });

  it('helps with everything it knows, in lines that fit', () => {
    const folder = folderWith({});
    assert.equal(betwright(['--help'], folder).stdout, helpText(undefined));
    assert.equal(betwright(['-h'], folder).code, 0);
    for (const name of ['check', 'list', 'show', 'graph', 'report', 'calendar', 'lsp'] as const) {
      assert.ok(helpText(undefined).includes(`  ${name} `));
      const { code, stdout } = betwright([name, '--help'], folder);
      assert.equal(code, 0);
      assert.ok(stdout.startsWith(helpText(name)));
      assert.equal(betwright(['help', name], folder).stdout, stdout);
      for (const line of helpText(name).split('\n')) assert.ok(line.length <= 140, line);
    }
    const { stdout } = betwright(['check', '--help'], folder);
    for (const { id } of rules) assert.ok(stdout.includes(`  ${id} `), id);
  });

  it('knows its version', () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
      version: string;
    };
    assert.equal(betwright(['--version'], folderWith({})).stdout, `${version}\n`);
  });
});
