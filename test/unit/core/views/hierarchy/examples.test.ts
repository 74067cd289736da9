import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hierarchyFor } from '../../../../../src/core/features/hierarchy-graph.ts';
import { renderHierarchy } from '../../../../../src/core/views/hierarchy/svg.ts';
import { exampleFiles } from '../../../../support/examples.ts';
import { judged } from '../../../../support/workspace.ts';

const folder = join(import.meta.dirname, 'golden');

/** The picture of every bet and hierarchy of the example workspace that has one, by the name of its file. */
function pictures(): ReadonlyMap<string, string> {
  const files = exampleFiles();
  const judge = judged(Object.fromEntries(files.map(({ file, text }) => [file, text])));
  const found = new Map<string, string>();
  for (const { file } of files) {
    if (!/\.(?:bet|metrics)\.(?:ya?ml|md)$/.test(file)) continue;
    const answer = hierarchyFor(judge, file);
    if (answer.state === 'none') continue;
    const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.(?:ya?ml|md)$/, '');
    found.set(`${name}.svg`, apart(renderHierarchy(answer.graph, 'linked')));
  }
  return found;
}

/** One element a line, and without the places in the file, which move with every comment somebody writes above. */
function apart(svg: string): string {
  return `${svg.replaceAll('><', '>\n<').replace(/ data-(?:start|end)="\d+"/g, '')}\n`;
}

describe('hierarchies of the example workspace', () => {
  const drawn = pictures();

  // After a wanted change: BETWRIGHT_WRITE_GOLDEN=1 npx mocha --import=tsx test/unit/core/views/hierarchy/examples.test.ts, then look at what changed.
  if (process.env['BETWRIGHT_WRITE_GOLDEN'] === '1') {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const [name, svg] of drawn) writeFileSync(join(folder, name), svg);
  }

  it('are all known', () => {
    assert.deepEqual([...drawn.keys()].sort(), readdirSync(folder).sort());
  });

  for (const [name, svg] of drawn) {
    it(`are drawn as they were agreed: ${name}`, () => {
      assert.equal(svg, readFileSync(join(folder, name), 'utf8'));
    });
  }
});
