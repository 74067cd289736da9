import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentOf } from '../../src/core/model/current.ts';
import { metricsOf } from '../../src/core/model/tiers.ts';
import { judged } from '../support/workspace.ts';

/** The examples of a page that say in which file they stand. */
function filesIn(page: string): Readonly<Record<string, string>> {
  const text = readFileSync(join(import.meta.dirname, '../../docs/guide', page), 'utf8');
  const blocks = text.matchAll(/^(?:<!-- file: (\S+) -->\n\n)?```\w+(?: (\S+))?\n([^]*?)^```$/gm);
  return Object.fromEntries([...blocks].map(([, before, behind, content = '']) => [before ?? behind ?? '', content]));
}

describe('what the guide says of how a workspace is read', () => {
  it('holds for a folder of Markdown that is included', () => {
    const files = filesIn('settings.md');
    const plan = 'docs/plans/evening-pickup.md';
    assert.equal(judged(files).workspace.get(plan)?.model.artifacts[0]?.kind, 'bet');
    assert.equal(judged({ ...files, 'betwright.config.yaml': '' }).workspace.get(plan), undefined);
  });

  it('holds for a team’s words', () => {
    const files = filesIn('settings.md');
    const bet = (texts: typeof files) => {
      const artifact = judged(texts).workspace.get('werkstatt/abholung.bet.md')?.model.artifacts[0];
      assert.ok(artifact?.kind === 'bet');
      const { title, owner, status, hypothesis, criteria } = artifact.model;
      return [title?.text, owner?.name?.text, status?.word, hypothesis !== undefined, criteria?.kill?.items.length];
    };
    assert.deepEqual(bet(files), ['Abholung nach sechs', 'Maria Lind', 'shaping', true, 1]);
    assert.deepEqual(bet({ ...files, 'werkstatt/betwright.config.yaml': '' }).slice(1), [
      undefined,
      undefined,
      false,
      undefined,
    ]);
  });

  it('holds for readings in a file', () => {
    const judge = judged(filesIn('metrics-hierarchy.md'));
    const artifact = judge.workspace.get('metrics/search.metrics.yaml')?.model.artifacts[0];
    assert.ok(artifact?.kind === 'metrics');
    const core = metricsOf(artifact.model).find(({ tier }) => tier === 'core');
    assert.equal(core && currentOf(core.metric)?.text, '44%');
  });
});
