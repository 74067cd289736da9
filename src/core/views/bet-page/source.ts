import type { Computed } from '../../computed/computed.ts';
import type { Learning } from '../../computed/learnings.ts';
import type { MetricState } from '../../computed/metric-states.ts';
import type { Readiness } from '../../computed/readiness.ts';
import type { Place } from '../../computed/reason.ts';
import type { RolloutCase } from '../../computed/rollout-case.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { Day } from '../../model/values/date.ts';
import type { BetCase } from '../../workspace/bet-case.ts';
import type { Part } from '../../workspace/part.ts';
import type { HierarchyGraph } from '../hierarchy/graph.ts';

/** All that a page shows: an artifact, with the bet that it is or that it belongs to, and what is computed of them. */
export interface PageSource {
  /** What was asked for: the page opens at it. */
  readonly subject: Part;
  /** The bet whose page it is; absent where the subject belongs to none, or serves several. */
  readonly bet: BetCase | undefined;
  /** The bets that the subject serves, where they are several. */
  readonly serves: readonly BetCase[];
  readonly metrics: { readonly part: Part<'metrics'>; readonly graph: HierarchyGraph } | undefined;
  readonly rollout: RolloutCase | undefined;
  readonly retro: Part<'retro'> | undefined;
  readonly launch: Part<'launch'> | undefined;
  readonly tracks: Part<'tracks'> | undefined;
  readonly computed: Computed;
  readonly states: readonly MetricState[];
  readonly readiness: Readiness | undefined;
  readonly learnings: readonly Learning[];
  /** Undefined where nothing could be judged, because the text is broken. */
  readonly findings: readonly PageFinding[] | undefined;
  /** Where the artifacts stand that the subject names, by id, for what it says of them. */
  readonly named: ReadonlyMap<string, NamedArtifact>;
  readonly today: Day;
}

export interface PageFinding extends Place {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
}

export interface NamedArtifact extends Place {
  readonly kind: Kind;
  readonly title: string;
}
