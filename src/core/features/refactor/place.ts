import type { AnyArtifact, Artifact } from '../../model/artifact.ts';
import type { ObjectValue } from '../../model/located.ts';
import type { Bet } from '../../model/types.gen.ts';
import type { ParsedFile } from '../../parse/file.ts';
import type { MapNode } from '../../parse/tree.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import type { ObjectShape } from '../../schema/shape.ts';
import { touches, type Span } from '../../text/span.ts';
import { betCase, betsOf, type BetCase } from '../../workspace/bet-case.ts';
import { embeddedPart, standalonePart, type Part, type PartKind } from '../../workspace/part.ts';
import type { RefactorContext } from './plan.ts';

/** What a person points at: an artifact by its id, or the one that holds a place in the file. */
export interface Pointer {
  readonly file: string;
  readonly id?: string;
  readonly offset?: number;
}

/** The artifact that is meant, as the file says it now; undefined where there is none, or it can't be parsed. */
export function artifactAt(context: RefactorContext, { file, id, offset }: Pointer): AnyArtifact | undefined {
  const artifacts = context.workspace.get(file)?.model.artifacts ?? [];
  if (id !== undefined) return artifacts.find(artifact => artifact.id === id);
  const around = artifacts.filter(({ span }) => offset !== undefined && touches(span, offset));
  return around.at(-1) ?? (artifacts.length === 1 ? artifacts[0] : undefined);
}

/** The bet that is meant: itself, or the only one that a part belongs to. */
export function betAt(context: RefactorContext, pointer: Pointer): BetCase | undefined {
  const artifact = artifactAt(context, pointer);
  if (artifact === undefined || artifact.kind === 'tracks') return undefined;
  const { workspace, settings } = context;
  if (artifact.kind === 'bet') return betCase(artifact, workspace.lookup, settings);
  const bets = betsOf(standalonePart(artifact), workspace.lookup, settings);
  return bets.length === 1 ? bets[0] : undefined;
}

/** A set of fields in a file: an artifact, a part inside a bet, or a stage in a list; it need not be there yet. */
export interface Spot {
  readonly artifact: AnyArtifact;
  /** From the artifact's own fields: `['rollout', 'stages', 1]`. */
  readonly path: readonly (string | number)[];
  readonly shape: ObjectShape;
  /** What is written there now. */
  readonly model: ObjectValue | undefined;
}

export function spotOfArtifact(artifact: AnyArtifact): Spot {
  return { artifact, path: [], shape: documentShapes[artifact.kind], model: artifact.model };
}

export function spotOfPart(part: Part): Spot {
  const path = part.embedded ? [part.kind] : [];
  return { artifact: part.holder, path, shape: documentShapes[part.kind], model: part.model };
}

/** Where a part of a bet stands, or would stand if it were embedded. */
export function spotInBet(artifact: Artifact<'bet'>, kind: PartKind): Spot {
  const model = embeddedPart(artifact, kind)?.model;
  return { artifact, path: [kind], shape: documentShapes[kind], model };
}

/** A bet's model as it is when it says nothing of this any more. */
export function withoutField(model: Bet, field: PartKind | 'status'): Bet {
  return Object.fromEntries(Object.entries(model).filter(([name]) => name !== field)) as unknown as Bet;
}

/** The fields of an artifact that stand in YAML: its document, or the front matter of its file. */
export function yamlRoot(parsed: ParsedFile, artifact: AnyArtifact): MapNode | undefined {
  const documents = parsed.documents.filter(({ root }) => root?.type === 'map');
  const own =
    parsed.name.notation === 'markdown'
      ? documents[0]
      : documents.find(({ span }) => span.start === artifact.span.start && span.end === artifact.span.end);
  return own?.root?.type === 'map' ? own.root : undefined;
}

/** Whether something stands in the running text of a Markdown file. */
export function isInBody(parsed: ParsedFile, span: Span): boolean {
  return parsed.markdown !== undefined && parsed.body !== undefined && span.start >= parsed.body.start;
}

/** Fields that say what a document is, and nothing of what is in it. */
export const headFields: ReadonlySet<string> = new Set([
  'kind',
  'id',
  'title',
  'owner',
  'mode',
  'tags',
  'links',
  'bet',
]);
