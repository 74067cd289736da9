import assert from 'node:assert/strict';
import { judged, settle, testSettings } from '../../../support/workspace.ts';

const plan =
  '# Rollout: New tills\n\n**Owner:** Jo Park\n\n## Stage 1: Internal\n\n**Audience:** Staff\n\n## Stage 2: Beta (10%)\n\n### Exit criteria\n\n- [ ] No open fault\n\n## Rollback plan\n\n**Rollback owner:** Jo Park\n';
const files = { 'docs/tills.md': plan, 'docs/deep/more.md': plan, 'docs2/tills.md': plan, 'tills.md': plan };

describe('the folders whose Markdown is ours', () => {
  it('are those of the settings, and of no other', () => {
    assert.deepEqual(judged(files).workspace.files(), []);
    const judge = judged(files, { include: [['docs']] });
    assert.deepEqual(judge.workspace.files(), ['docs/deep/more.md', 'docs/tills.md']);
    assert.equal(judge.workspace.get('docs/tills.md')?.model.artifacts[0]?.kind, 'rollout');
  });

  it('are also those of a configuration, below its own folder', () => {
    const config = { 'docs/betwright.config.yaml': 'include: deep\n' };
    assert.deepEqual(judged({ ...files, ...config }).workspace.files(), ['docs/deep/more.md']);
    assert.deepEqual(judged({ ...files, ...config }, { include: [['docs2']] }).workspace.files(), [
      'docs/deep/more.md',
      'docs2/tills.md',
    ]);
  });

  it('are looked for in each folder of the workspace', () => {
    const judge = judged(
      { 'file:///a/docs/x.md': plan, 'file:///b/docs/y.md': plan, 'file:///c/docs/z.md': plan },
      { include: [['docs']], folders: ['file:///a', 'file:///b'] },
    );
    assert.deepEqual(judge.workspace.files(), ['file:///a/docs/x.md', 'file:///b/docs/y.md']);
  });

  it('may change: the host is told once which files to take in again', () => {
    const texts = new Map(Object.entries(files));
    const judge = judged(files);
    judge.configure(testSettings({ include: [['docs', 'deep']] }));
    assert.deepEqual(judge.takeRereads(), ['docs/deep/']);
    assert.deepEqual(judge.takeRereads(), []);
    judge.configure(testSettings({ include: [['docs']] }));
    settle(judge, texts);
    assert.deepEqual(judge.workspace.files(), ['docs/deep/more.md', 'docs/tills.md']);
    judge.configure(testSettings());
    settle(judge, texts);
    assert.deepEqual(judge.workspace.files(), []);
    judge.set('betwright.config.yaml', 'include: [docs2]\n');
    settle(judge, texts);
    assert.deepEqual(judge.workspace.files(), ['docs2/tills.md']);
    judge.set('betwright.config.yaml', 'include: [docs2]\nmode: zeroToOne\n');
    assert.deepEqual(judge.takeRereads(), [], 'nothing is read otherwise');
    judge.set('betwright.config.yaml', undefined);
    settle(judge, texts);
    assert.deepEqual(judge.workspace.files(), []);
  });
});
