import type { AnyArtifact } from '../model/artifact.ts';

import { metricsOf, type TieredMetric } from '../model/tiers.ts';
import type { Models } from '../model/types.gen.ts';
import type { Kind } from '../schema/kinds.ts';
import { ownText } from '../text/own-text.ts';
import type { Span } from '../text/span.ts';
import type { MetricPlace } from './lookup.ts';
import type { Part, PartKind } from './part.ts';

/** A part as the index keeps it: what identifies it is known, its model is asked of its artifact (see `keepModels`). */
export class KeptPart implements Part {
  readonly kind: Kind;
  readonly holder: AnyArtifact;
  readonly embedded: boolean;
  readonly id: string | undefined;
  readonly idSpan: Span | undefined;
  readonly anchor: Span;

  constructor({ kind, holder, embedded, id, idSpan, anchor }: Part) {
    this.kind = kind;
    this.holder = holder;
    this.embedded = embedded;
    this.id = id === undefined || id === holder.id ? id : ownText(id);
    this.idSpan = idSpan;
    this.anchor = anchor;
  }

  get file(): string {
    return this.holder.file;
  }

  get model(): Models[Kind] {
    const { model } = this.holder;
    const inner = this.embedded ? (model as Partial<Record<PartKind, unknown>>)[this.kind as PartKind] : model;
    return (inner ?? { type: 'object', span: this.holder.span }) as Models[Kind];
  }
}

/** A metric as the index keeps it. */
export class KeptMetricPlace implements MetricPlace {
  readonly part: Part<'metrics'>;
  readonly #index: number;

  constructor(part: Part<'metrics'>, index: number) {
    this.part = part;
    this.#index = index;
  }

  get metric(): TieredMetric {
    return (
      metricsOf(this.part.model)[this.#index] ?? { ...unknown, metric: { type: 'object', span: this.part.anchor } }
    );
  }
}

const unknown = { tier: 'core', id: '', name: '' } as const;
