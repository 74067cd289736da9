import assert from 'node:assert/strict';
import { judged } from '../../../support/workspace.ts';

describe('a retro in Markdown', () => {
  it('may write its decision below the numbers, without a heading of its own', () => {
    const text =
      '# Retro: Search as you type\n\n**Held:** 2026-11-20\n\n## Results\n\n' +
      '| Metric | Baseline | Target | Actual |\n|---|---|---|---|\n| Search success | 38% | 45% | 46% |\n\n' +
      '**Decision:** [x] SCALE  [ ] ITERATE  [ ] KILL\n\n**Decided by:** Maria Lind\n';
    const artifact = judged({ 'a.retro.md': text }).workspace.get('a.retro.md')?.model.artifacts[0];
    assert.ok(artifact?.kind === 'retro');
    const { decision, metrics } = artifact.model;
    assert.deepEqual([decision?.outcome?.word, decision?.by?.text], ['scale', 'Maria Lind']);
    assert.equal(metrics?.items.length, 1);
  });
});
