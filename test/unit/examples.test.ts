import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { readinessOf, readinessPoints } from '../../src/core/computed/readiness.ts';
import { kinds } from '../../src/core/schema/kinds.ts';
import { lineStartsOf, positionAt } from '../../src/core/text/lines.ts';
import { judged } from '../support/workspace.ts';
import { artifactsOf, betsIn, workspace } from './core/computed/support.ts';

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
  const reading = workspace(files);

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

  it('have each kind of artifact in Markdown', () => {
    const inMarkdown = artifactsOf(reading).filter(({ file }) => file.endsWith('.md'));
    assert.deepEqual([...new Set(inMarkdown.map(({ kind }) => kind))].sort(), [...kinds].sort());
  });

  for (const point of readinessPoints)
    it(`show "${point}" of the quality checklist met and not met, each time with the reason and its place`, () => {
      const states = betsIn(reading).map(bet => readinessOf(bet, reading.settings)[point]);
      for (const value of ['met', 'notMet']) assert.ok(states.some(state => state.value === value));
      for (const { reasons } of states)
        assert.ok(reasons.length > 0 && reasons.every(({ file, span }) => span.end <= (files[file]?.length ?? 0)));
    });

  it('leave alone what is somebody else’s', () => {
    assert.equal(judged(files).workspace.get('deploy/web.yaml'), undefined);
  });
});
