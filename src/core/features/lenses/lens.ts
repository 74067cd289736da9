import type { Reason } from '../../computed/reason.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Span } from '../../text/span.ts';

/** What lenses tell, each of which a user can switch off alone. */
export const lensSorts = ['findings', 'readiness', 'gate', 'decision', 'learnings', 'metrics', 'stages'] as const;

export type LensSort = (typeof lensSorts)[number];

/** A line over a place that says how things stand there. */
export interface Lens {
  readonly sort: LensSort;
  /** Over which it stands: the head of an artifact, a metric's or a stage's name. */
  readonly span: Span;
  readonly title: string;
  readonly click: LensClick;
}

/** What a click on a lens does. */
export type LensClick =
  /** Mends the finding where it has a fix, else leads to its place. */
  | { readonly type: 'finding'; readonly finding: Finding }
  /** Lists the reasons, each of which leads to its place. */
  | { readonly type: 'reasons'; readonly reasons: readonly Reason[] }
  /** Leads through a moment of a bet: its dialogue shows the reasons first, and nothing is written before it is answered. */
  | { readonly type: 'moment'; readonly moment: Moment; readonly file: string; readonly id: string };

export type Moment = 'startRetro' | 'advanceStage' | 'recordDecision';
