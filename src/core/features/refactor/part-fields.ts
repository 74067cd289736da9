import { interpretMarkdown } from '../../model/markdown/interpret.ts';
import { vocabulary } from '../../model/markdown/vocabulary.ts';
import type { AnyArtifact } from '../../model/artifact.ts';
import type { MapNode } from '../../parse/tree.ts';
import { entryOf } from '../../parse/tree.ts';
import type { ParsedFile } from '../../parse/file.ts';
import type { Part } from '../../workspace/part.ts';
import { yamlRoot } from './place.ts';
import type { RefactorContext } from './plan.ts';
import { fieldsOfEntries, type Fields } from './value.ts';

/** All that a part says, as it was written, front matter and running text together. */
export function partFields(context: RefactorContext, part: Part): Fields | undefined {
  const parsed = context.parsed(part.file);
  const root = parsed && wholeTree(parsed, part.holder);
  if (root === undefined) return undefined;
  if (!part.embedded) return fieldsOfEntries(root.entries);
  const value = entryOf(root, part.kind)?.value;
  return value?.type === 'map' ? fieldsOfEntries(value.entries) : undefined;
}

/** The tree from which an artifact's model was read. */
export function wholeTree(parsed: ParsedFile, artifact: AnyArtifact): MapNode | undefined {
  const front = yamlRoot(parsed, artifact);
  if (parsed.name.notation === 'yaml' || parsed.markdown === undefined) return front;
  const { artifacts } = interpretMarkdown(artifact.kind, parsed.markdown, front, vocabulary);
  return artifacts.find(({ span }) => span.start === artifact.span.start && span.end === artifact.span.end)?.root;
}
