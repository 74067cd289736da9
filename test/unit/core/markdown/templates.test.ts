import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judged } from '../../../support/workspace.ts';
import { artifactsIn, modelIn } from './support.ts';

const folder = join(import.meta.dirname, '../../../fixtures/markdown-empty');
const templates = readdirSync(folder).map(file => ({ file, text: readFileSync(join(folder, file), 'utf8') }));

describe('a template that nobody filled in', () => {
  for (const { file, text } of templates) {
    it(`is no artifact and one finding at its title: ${file}`, () => {
      assert.deepEqual(artifactsIn(file, text), []);
      const findings = judged({ [file]: text }).findings(file);
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        ['document/placeholder'],
      );
      const [finding] = findings;
      assert.match(text.slice(finding?.span.start, finding?.span.end), /^\[[A-Z/ ]+\]$/);
    });

    it(`is an artifact once it has an owner: ${file}`, () => {
      const filled = text.replace(
        /(\*\*(?:PM |Backlog )?Owner:\*\*) \[[^\]]*\]|(\*\*Facilitator:\*\*) \[[^\]]*\]/,
        '$1$2 Maria Lind',
      );
      assert.notEqual(filled, text);
      const model = modelIn(file, filled);
      // A backlog's owner is no bet's own value.
      assert.equal(model?.artifacts.length, file.startsWith('backlog') ? 0 : 1);
    });
  }
});
