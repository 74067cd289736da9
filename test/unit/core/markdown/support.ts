import type { AnyArtifact } from '../../../../src/core/model/artifact.ts';
import { buildFileModel, type FileModel } from '../../../../src/core/model/file-model.ts';
import { metricsOf } from '../../../../src/core/model/tiers.ts';
import { parseFile } from '../../../../src/core/parse/file.ts';
import { artifactJson } from '../../../../src/core/report/artifact-json.ts';
import type { JsonObject } from '../../../../src/core/report/json.ts';

export function modelIn(file: string, text: string): FileModel | undefined {
  const parsed = parseFile(file, text);
  return parsed && buildFileModel(file, parsed);
}

export function artifactsIn(file: string, text: string): readonly AnyArtifact[] {
  return modelIn(file, text)?.artifacts ?? [];
}

/** What `show` prints of the model: without positions, as it was understood. */
export function jsonOf(artifact: AnyArtifact): JsonObject {
  const metrics = artifact.kind === 'metrics' ? metricsOf(artifact.model) : [];
  return artifactJson(artifact.kind, artifact.model as never, {
    id: artifact.id,
    metrics,
    status: undefined,
    readiness: undefined,
  });
}

/** The model of the only artifact of a Markdown text. */
export function readOne(file: string, text: string): JsonObject {
  const [artifact] = artifactsIn(file, text);
  if (artifact === undefined) throw new Error(`no artifact in ${file}`);
  return jsonOf(artifact);
}
