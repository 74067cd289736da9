import assert from 'node:assert/strict';
import { judged } from '../../../support/workspace.ts';

/** The findings of one file that are left, as rule ids. */
function rulesOf(text: string): readonly string[] {
  return judged({ 'search.bet.md': text })
    .findings('search.bet.md')
    .map(({ rule }) => rule);
}

const title = '# BET-005: Search as you type\n\n';
const table =
  '## Guardrail metrics\n\n| Metric | Current | Threshold |\n|---|---|---|\n| Error rate | 3% | < 2% |\n| Crashes | 9% | < 1% |\n';
const steps = '## Retro\n\n**Held:** 2026-11-20\n\n### Next steps\n\n';

describe('an HTML comment that excuses', () => {
  it('a heading excuses what stands at it', () => {
    const comment = '<!-- betwright-ignore bet/owner-missing: the guild owns it -->\n';
    assert.ok(rulesOf(title).includes('bet/owner-missing'));
    assert.ok(!rulesOf(comment + title).includes('bet/owner-missing'));
    assert.ok(!rulesOf(comment + title).includes('ignore/unused'));
  });

  it('a table excuses all its rows', () => {
    const excused = table.replace(
      '| Metric',
      '<!-- betwright-ignore metrics/guardrail-breached: the meter is broken -->\n\n| Metric',
    );
    assert.equal(rulesOf(title + table).filter(rule => rule === 'metrics/guardrail-breached').length, 2);
    assert.ok(!rulesOf(title + excused).includes('metrics/guardrail-breached'));
  });

  it('a list item excuses that one alone', () => {
    const comment = '<!-- betwright-ignore retro/next-steps-unowned: whoever is there -->\n';
    const count = (text: string): number => rulesOf(text).filter(rule => rule === 'retro/next-steps-unowned').length;
    assert.equal(count(`${title}${steps}- Remove the flag\n- Tell the beta customers\n`), 2);
    assert.equal(count(`${title}${steps}${comment}- Remove the flag\n- Tell the beta customers\n`), 1);
    assert.equal(count(`${title}${steps}- Remove the flag\n${comment}- Tell the beta customers\n`), 1);
  });

  it('a field excuses it, with another comment between them', () => {
    const excused = `${title}<!-- betwright-ignore bet/hypothesis-form: being shaped -->\n<!-- ask sales -->\n**Hypothesis:** Results while typing\n`;
    assert.ok(!rulesOf(excused).includes('bet/hypothesis-form'));
  });

  it('the whole file stands at the top of it, or behind its front matter', () => {
    const comment = '<!-- betwright-ignore-file bet/owner-missing: the guild owns all of these -->\n';
    assert.ok(!rulesOf(comment + title + table).includes('bet/owner-missing'));
    assert.ok(!rulesOf(`---\nmode: scaling\n---\n\n${comment}${title}`).includes('bet/owner-missing'));
    assert.ok(rulesOf(title + comment).includes('bet/owner-missing'));
  });

  it('nothing, where nothing follows or a fence holds it', () => {
    const comment = '<!-- betwright-ignore bet/owner-missing: the guild owns it -->\n';
    assert.ok(rulesOf(title + comment).includes('ignore/unused'));
    const fenced = rulesOf(`\`\`\`\n${comment}\`\`\`\n\n${title}`);
    assert.ok(fenced.includes('bet/owner-missing') && !fenced.includes('ignore/unused'));
  });
});
