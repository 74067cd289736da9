import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { format, type Options } from 'prettier';
import { judged } from '../support/workspace.ts';
import { jsonOf } from './core/markdown/support.ts';

const root = join(import.meta.dirname, '../..');

/** As teams have them; the first is what a formatter does that nobody has told anything. */
const styles: Readonly<Record<string, Options>> = {
  'as it comes': {},
  'with other quotes and wide lines': { singleQuote: true, printWidth: 120, bracketSpacing: false },
  'with four blanks and narrow lines': { tabWidth: 4, printWidth: 60 },
};

describe('a formatter that runs on save changes nothing of what is meant', () => {
  for (const folder of ['examples', 'test/fixtures/markdown/pairs']) {
    const texts = textsIn(folder);
    for (const [style, options] of Object.entries(styles)) {
      it(`in ${folder}, ${style}`, async () => {
        const formatted = Object.fromEntries(
          await Promise.all(
            Object.entries(texts).map(async ([file, text]) => {
              const parser = file.endsWith('.md') ? 'markdown' : 'yaml';
              return [file, await format(text, { ...options, parser })] as const;
            }),
          ),
        );
        assert.notDeepEqual(formatted, texts, 'the formatter has something to do');
        assert.deepEqual(meaningOf(formatted), meaningOf(texts));
      });
    }
  }
});

function textsIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(?:ya?ml|md)$/.test(file))
    .map(file => [file.split(sep).join('/'), readFileSync(join(root, folder, file), 'utf8')] as const);
  return Object.fromEntries(files);
}

/** By file what the model knows, and what is found. */
function meaningOf(texts: Readonly<Record<string, string>>): unknown {
  const judge = judged(texts);
  return judge.workspace.files().map(file => ({
    file,
    artifacts: judge.workspace.get(file)?.shown.map(({ artifact }) => jsonOf(artifact)),
    findings: judge.findings(file).map(({ rule, message }) => [rule, message]),
  }));
}
