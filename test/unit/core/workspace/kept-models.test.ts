import assert from 'node:assert/strict';
import type { AnyArtifact } from '../../../../src/core/model/artifact.ts';
import { buildFileModel, type FileModel } from '../../../../src/core/model/file-model.ts';
import { parseFile } from '../../../../src/core/parse/file.ts';
import { createKeptModels } from '../../../../src/core/workspace/kept-models.ts';
import { createWorkspace } from '../../../../src/core/workspace/workspace.ts';

const text = (number: number): string =>
  `id: BET-${String(number)}\ntitle: A title that is no short text, of bet ${String(number)}\nmetrics:\n  core:\n    - name: Metric ${String(number)} of all\n      target: much\n`;

function whole(number: number): FileModel {
  const file = `b${String(number)}.bet.yaml`;
  const parsed = parseFile(file, text(number));
  const model = parsed && buildFileModel(file, parsed);
  assert.ok(model);
  return model;
}

/** Eighty models, so heavy that few of them are held. */
function eighty(remake = whole as (number: number) => FileModel | undefined) {
  const models = createKeptModels();
  const remade: number[] = [];
  const kept = Array.from({ length: 80 }, (_, number) =>
    models.keep(whole(number), 100_000, () => {
      remade.push(number);
      return remake(number);
    }),
  );
  return { kept, remade };
}

function artifactOf(kept: readonly FileModel[], number: number): AnyArtifact {
  const artifact = kept[number]?.artifacts[0];
  assert.ok(artifact);
  return artifact;
}

describe('the models of many files', () => {
  it('say the same when they are read again', () => {
    const { kept, remade } = eighty();
    for (let number = 0; number < 80; number++) {
      const artifact = artifactOf(kept, number);
      const expected = artifactOf([whole(number)], 0);
      for (const field of ['kind', 'id', 'idSpan', 'title', 'file', 'span', 'anchor', 'model', 'problems'] as const)
        assert.deepEqual(artifact[field], expected[field]);
    }
    assert.ok(remade.length >= 64);
  });

  it('are read again only for what is not kept, and the latest not at all', () => {
    const { kept, remade } = eighty();
    assert.equal(artifactOf(kept, 0).id, 'BET-0');
    assert.equal(artifactOf(kept, 79).model.id?.text, 'BET-79');
    assert.deepEqual(remade, []);
    assert.equal(artifactOf(kept, 0).model.id?.text, 'BET-0');
    assert.equal(artifactOf(kept, 0).problems.length, 1);
    assert.deepEqual(remade, [0]);
  });

  it('are the same objects while they are asked for', () => {
    const { kept, remade } = eighty();
    const artifact = artifactOf(kept, 0);
    assert.equal(artifact.model, artifact.model);
    assert.deepEqual(remade, [0]);
  });

  it('are empty where the text can’t be had again', () => {
    const { kept } = eighty(() => undefined);
    const artifact = artifactOf(kept, 0);
    assert.deepEqual(artifact.model, { type: 'object', span: artifact.span });
    assert.deepEqual([artifact.id, artifact.problems, artifact.form], ['BET-0', [], undefined]);
  });
});

describe('a workspace that keeps few models', () => {
  it('answers with one and the same artifact', () => {
    const workspace = createWorkspace();
    workspace.set('a.bet.yaml', text(1));
    const [artifact] = workspace.get('a.bet.yaml')?.model.artifacts ?? [];
    const [target] = workspace.lookup.withId('BET-1');
    assert.ok(target?.type === 'part');
    assert.equal(target.part.holder, artifact);
    assert.equal(target.part.model, artifact?.model);
    assert.equal(workspace.lookup.metricsCalled('metric 1 of all')[0]?.metric.name, 'Metric 1 of all');
  });

  it('does not change what an earlier text said', () => {
    const workspace = createWorkspace();
    workspace.set('a.bet.yaml', text(1));
    const [before] = workspace.get('a.bet.yaml')?.model.artifacts ?? [];
    workspace.set('a.bet.yaml', 'id: BET-1\ntitle: Another\n');
    assert.match(before?.model.title?.text ?? '', /^A title/);
  });
});
