import type { AnyArtifact, Artifact } from '../model/artifact.ts';
import type { TieredMetric } from '../model/tiers.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Part } from './part.ts';

/** What answers to an id: an artifact, an embedded one, or a document that can't be parsed at the moment. */
export type Target =
  | { readonly type: 'part'; readonly part: Part }
  | { readonly type: 'broken'; readonly file: string; readonly kind: Kind | undefined };

/** A metric somewhere in the workspace, with the hierarchy it belongs to. */
export interface MetricPlace {
  readonly metric: TieredMetric;
  readonly part: Part<'metrics'>;
}

/**
 * What a rule may see of the workspace. Every question can be recorded: the answers that a file's findings depend on
 * are what makes them stale when another file changes.
 */
export interface Lookup {
  /** Everything that has this id, in order of file and place. */
  withId(id: string): readonly Target[];
  /** The artifacts in which a reference to this artifact id stands. */
  referringTo(id: string): readonly AnyArtifact[];
  /** Metrics anywhere that go by this id or name. */
  metricsCalled(reference: string): readonly MetricPlace[];
  /** Whether any metric goes by this id or name. */
  hasMetric(reference: string): boolean;
  /** Bets of this priority, those left out that say themselves that they are concluded. */
  withPriority(priority: string): readonly Artifact<'bet'>[];
}
