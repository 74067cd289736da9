import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { rules } from '../../../../src/core/rules/index.ts';
import { expectationsIn } from '../../../support/expectations.ts';
import { judged } from '../../../support/workspace.ts';

const folder = join(import.meta.dirname, '../../../fixtures/rules');

const files = Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.[a-z]+\.(?:yaml|md)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(path => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
);

describe('whole documents that carry their expectations', () => {
  const judge = judged(files);

  for (const [file, text] of Object.entries(files))
    it(`${file}: what it lists, and nothing else`, () => {
      const found = judge.findings(file).map(({ rule, severity, span }) => ({ rule, severity, ...span }));
      assert.deepEqual(told(text, found), told(text, expectationsIn(file, text)));
    });

  for (const rule of rules)
    it(`${rule.id} is expected in both notations`, () => {
      for (const ending of ['yaml', 'md']) {
        const own = Object.keys(files).filter(file => file.startsWith(`${rule.id}.`) && file.endsWith(`.${ending}`));
        assert.ok(
          own.some(file => expectationsIn(file, files[file] ?? '').some(expected => expected.rule === rule.id)),
          `${rule.id} in .${ending}`,
        );
      }
    });
});

interface Place {
  readonly severity: string;
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

function told(text: string, places: readonly Place[]): readonly string[] {
  return places
    .map(({ severity, rule, start, end }) => `${severity} ${rule} ${start}-${end} "${text.slice(start, end)}"`)
    .sort();
}
