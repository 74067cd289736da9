import type { AnyArtifact } from '../model/artifact.ts';
import { anchorOf, type ReferenceValue } from '../model/located.ts';
import type { Models } from '../model/types.gen.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Span } from '../text/span.ts';

/** A rollout, retro, launch or metrics hierarchy wherever it stands: embedded in a bet, or in a document of its own. */
export interface Part<K extends Kind = Kind> {
  readonly kind: K;
  readonly model: Models[K];
  readonly file: string;
  /** The document it stands in. */
  readonly holder: AnyArtifact;
  readonly embedded: boolean;
  /** Its own id; an embedded one mostly has none. */
  readonly id: string | undefined;
  /** Where that is written. */
  readonly idSpan: Span | undefined;
  /** Where a finding about something absent in it stands. */
  readonly anchor: Span;
}

export const partKinds = ['metrics', 'rollout', 'retro', 'launch'] as const;

export type PartKind = (typeof partKinds)[number];

export function standalonePart<K extends Kind>(artifact: AnyArtifact & { readonly kind: K }): Part<K> {
  return {
    kind: artifact.kind,
    model: artifact.model as Models[K],
    file: artifact.file,
    holder: artifact,
    embedded: false,
    id: artifact.id,
    idSpan: artifact.idSpan,
    anchor: artifact.anchor,
  };
}

/** The parts that are written inside a bet. */
export function embeddedParts(artifact: AnyArtifact): readonly Part<PartKind>[] {
  if (artifact.kind !== 'bet') return [];
  return partKinds.flatMap(kind => embeddedPart(artifact, kind) ?? []);
}

export function embeddedPart<K extends PartKind>(
  artifact: AnyArtifact & { readonly kind: 'bet' },
  kind: K,
): Part<K> | undefined {
  const value: ReferenceValue | Models[PartKind] | undefined = artifact.model[kind];
  if (value?.type !== 'object') return undefined;
  const id = value.id?.text.trim();
  return {
    kind,
    model: value as Models[K],
    file: artifact.file,
    holder: artifact,
    embedded: true,
    id: id === '' ? undefined : id,
    idSpan: value.id?.span,
    anchor: anchorOf(value),
  };
}
