import type { Tier } from '../../model/tiers.ts';
import type { Verdict } from '../../model/verdict.ts';

export type MetricProblem = 'disconnected' | 'upsideDown' | 'cycle' | 'vanity' | 'noThreshold';
export type DriveProblem = 'upsideDown' | 'cycle';

/** A metric as the picture shows it; every text is shown as it was written. */
export interface MetricCard {
  /** Unique within the picture; of two with one key the first is drawn. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly tier: Tier;
  readonly primary: boolean;
  readonly baseline?: string;
  readonly current?: string;
  readonly target?: string;
  readonly threshold?: string;
  /** 0 to 1, of the way from baseline to target; absent when unknown. What lies outside is drawn at the end it passed. */
  readonly progress?: number;
  readonly verdict: Verdict;
  readonly cadence?: string;
  readonly owner?: string;
  readonly source?: string;
  /** For the sparkline, oldest first. */
  readonly history?: readonly number[];
  readonly problems: readonly MetricProblem[];
  /** Place in the file, in UTF-16 offsets, so that a click finds its line. */
  readonly span: { readonly start: number; readonly end: number };
  /** What drives it, where that can be folded or is: `foldBranches` says so. */
  readonly branch?: Branch;
}

/** The metrics below one that drive it, directly or through others. */
export interface Branch {
  readonly isCollapsed: boolean;
  /** How many of them are hidden while it is collapsed, else how many drive it directly. */
  readonly size: number;
  /** Of the hidden ones, how many missed their target or broke their limit. */
  readonly troubled: number;
}

/** `from` drives `to`; both are keys of metrics. A drive with an unknown key is not drawn. */
export interface Drive {
  readonly from: string;
  readonly to: string;
  readonly problem?: DriveProblem;
}

export interface HierarchyGraph {
  readonly title: string;
  readonly subtitle?: string;
  readonly metrics: readonly MetricCard[];
  readonly drives: readonly Drive[];
}
