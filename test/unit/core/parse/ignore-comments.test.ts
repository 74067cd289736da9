import assert from 'node:assert/strict';
import { ignoreComments } from '../../../../src/core/parse/ignore-comments.ts';
import { parseFile } from '../../../../src/core/parse/file.ts';
import { judged } from '../../../support/workspace.ts';

/** What each comment of a text excuses, as it is written there. */
function excusedIn(text: string): readonly (string | undefined)[] {
  const parsed = parseFile('a.metrics.md', text);
  assert.ok(parsed);
  return ignoreComments(parsed).map(({ excuses }) => excuses && text.slice(excuses.start, excuses.end).trim());
}

const note = '<!-- betwright-ignore metrics/cadence: looked at by hand -->';

describe('ignore comments in Markdown', () => {
  it('excuse the block behind them', () => {
    assert.deepEqual(excusedIn(`${note}\n\n**Owner:** Ada\nand Tom\n\nMore.\n`), ['**Owner:** Ada\nand Tom']);
    const table = '| Metric | Target |\n|---|---|\n| Calls | 4 |';
    assert.deepEqual(excusedIn(`# A\n${note}\n${table}\n\nMore.\n`), [table]);
  });

  it('excuse the list item behind them, and not the list', () => {
    assert.deepEqual(excusedIn(`${note}\n- one\n  more of it\n- two\n`), ['- one\n  more of it']);
    assert.deepEqual(excusedIn(`- one\n  ${note}\n  - inside\n  - other\n- two\n`), ['- inside']);
  });

  it('excuse the section whose heading is behind them', () => {
    const text = `# A\n\n${note}\n## B\n\ntext\n\n### C\n\ntext\n\n## D\n\ntext\n`;
    assert.deepEqual(excusedIn(text), ['## B\n\ntext\n\n### C\n\ntext']);
  });

  it('look past blank lines and other comments, of one line or several', () => {
    const text = `${note}\n\n<!-- a\n\nb -->\n<!-- c --> <!-- d -->\n${note}\n\n## B\n`;
    assert.deepEqual(excusedIn(text), ['## B', '## B']);
  });

  it('excuse nothing at the end, and are none in a fence or in code', () => {
    assert.deepEqual(excusedIn(`# A\n\n${note}\n\n`), [undefined]);
    assert.deepEqual(excusedIn(`# A\n\n\`\`\`\n${note}\n\`\`\`\n\n\`${note}\`\n\n    ${note}\n`), []);
  });

  it('of the front matter excuse the field behind them, else what the body begins with', () => {
    const fields = '---\n# betwright-ignore bet/owner-missing: nobody yet\nid: M-1\n---\n# A\n';
    assert.deepEqual(excusedIn(fields), ['id: M-1']);
    const last = '---\nid: M-1\n# betwright-ignore bet/owner-missing: nobody yet\n---\n\n# A\n\ntext\n';
    assert.deepEqual(excusedIn(last), ['# A\n\ntext']);
  });

  it('for the file stand above the first block, or in the front matter', () => {
    const file = '<!-- betwright-ignore-file: a draft -->';
    const whole = (text: string): readonly boolean[] =>
      excusedIn(text).map(excused => excused !== undefined && excused === text.trim());
    assert.deepEqual(whole(`${file}\n# A\n\ntext\n`), [true]);
    assert.deepEqual(whole(`---\nid: M-1\n---\n\n<!-- x -->\n${file}\n# A\n`), [true]);
    assert.deepEqual(whole(`---\nid: M-1\n# betwright-ignore-file: a draft\n---\n# A\n`), [true]);
    assert.deepEqual(whole(`# A\n${file}\n\ntext\n`), [false]);
  });

  it('silence findings, and are found out where they silence nothing', () => {
    const bet = (comment: string): string =>
      `---\nowner: Ada\n---\n\n${comment}\n# Bet: Search\n\n**Status:** Shaping\n`;
    const rules = (text: string): readonly string[] =>
      judged({ 'a.bet.md': text })
        .findings('a.bet.md')
        .map(({ rule }) => rule)
        .sort();
    assert.deepEqual(rules(bet('')), ['bet/hypothesis-missing']);
    assert.deepEqual(rules(bet('<!-- betwright-ignore bet/hypothesis-missing: being written -->')), []);
    assert.deepEqual(rules(bet('<!-- betwright-ignore bet/hypothesis-missing: soon (until 2026-11-22) -->')), []);
    assert.deepEqual(rules(bet('<!-- betwright-ignore bet/hypothesis-missing: soon (until 2026-11-21) -->')), [
      'bet/hypothesis-missing',
      'ignore/unused',
    ]);
    assert.deepEqual(rules(bet('<!-- betwright-ignore bet/hypothesis-missing -->')), [
      'bet/hypothesis-missing',
      'ignore/no-reason',
    ]);
    assert.deepEqual(rules(bet('<!-- betwright-ignore bet/owner-missing: nobody -->')), [
      'bet/hypothesis-missing',
      'ignore/unused',
    ]);
    assert.deepEqual(rules(bet('<!-- betwright-ignore-file: a draft -->')), []);
  });
});
