import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageFor } from '../../../../../src/core/features/bet-page.ts';
import { betPage } from '../../../../../src/core/views/bet-page/bet-page.ts';
import { exampleFiles } from '../../../../support/examples.ts';
import { judged } from '../../../../support/workspace.ts';

const folder = join(import.meta.dirname, '../../../../fixtures/pages');
/** One of each sort: under way, with a guardrail broken, over, an idea, a hierarchy of its own, a plan of weeks. */
const shown = ['BET-001', 'BET-004', 'BET-007', 'BET-009', 'BET-012', 'counter-tablet', 'winter'];

function pages(): ReadonlyMap<string, string> {
  const files = exampleFiles();
  const judge = judged(Object.fromEntries(files.map(({ file, text }) => [file, text])));
  const found = new Map<string, string>();
  for (const { file } of files) {
    const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.(?:ya?ml|md)$/, '');
    if (!shown.some(start => name.startsWith(start)) || !/\.(?:bet|metrics|tracks)$/.test(name)) continue;
    const answer = pageFor(judge, file);
    if (answer.state !== 'none') found.set(`${name}.html`, apart(betPage(answer.source, { mode: 'editor' }).html));
  }
  return found;
}

/** One element a line, without the places in the files, which move, and without the hierarchy, which is compared for itself. */
function apart(html: string): string {
  const start = html.indexOf('<svg xmlns="http://www.w3.org/2000/svg" class="betwright-hierarchy"');
  const end = html.indexOf('</div>', start);
  const rest = start === -1 ? html : `${html.slice(0, start)}${html.slice(end)}`;
  return `${rest.replaceAll('><', '>\n<').replace(/ data-(?:start|end)="\d+"/g, '')}\n`;
}

describe('pages of the example workspace', () => {
  const drawn = pages();

  // After a wanted change: BETWRIGHT_WRITE_GOLDEN=1 npx mocha --import=tsx test/unit/core/views/bet-page/examples.test.ts, then look at what changed.
  if (process.env['BETWRIGHT_WRITE_GOLDEN'] === '1') {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const [name, html] of drawn) writeFileSync(join(folder, name), html);
  }

  it('are all known', () => {
    assert.deepEqual([...drawn.keys()].sort(), readdirSync(folder).sort());
  });

  for (const [name, html] of drawn) {
    it(`are drawn as they were agreed: ${name}`, () => {
      assert.equal(html, readFileSync(join(folder, name), 'utf8'));
    });
  }
});
