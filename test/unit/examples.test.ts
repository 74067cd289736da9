import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { lineStartsOf, positionAt } from '../../src/core/text/lines.ts';
import { judged } from '../support/workspace.ts';

const folder = join(import.meta.dirname, '../../examples');

/** The examples as a workspace: paths from its root, with forward slashes. */
const files = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(file => file.split(sep).join('/'))
    .filter(file => /\.(?:ya?ml|md)$/.test(file))
    .sort()
    .map(file => [file, readFileSync(join(folder, file), 'utf8')]),
);

describe('examples', () => {
  it('show exactly what they are there to show', () => {
    const judge = judged(files);
    const found = judge.workspace.files().flatMap(file => {
      const lines = lineStartsOf(files[file] ?? '');
      return judge.findings(file).map(({ rule, span }) => ({ rule, file, line: positionAt(lines, span.start).line }));
    });
    const expected = JSON.parse(
      readFileSync(join(import.meta.dirname, '../fixtures/examples/expected.json'), 'utf8'),
    ) as unknown;
    assert.deepEqual(found, expected);
  });

  it('leave alone what is somebody else’s', () => {
    assert.equal(judged(files).workspace.get('deploy/web.yaml'), undefined);
  });
});
