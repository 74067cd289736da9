import type { Day } from '../model/values/date.ts';

export type Mode = 'zeroToOne' | 'scaling';

export type Severity = 'error' | 'warning' | 'information';

/** What the surroundings decide: the core itself knows no clock and no settings. */
export interface Settings {
  /** The local calendar day, or the one that was fixed. */
  readonly today: Day;
  /** How formal delivery is where neither the artifact nor its bet says. */
  readonly mode: Mode;
  /** Severity by rule id where it differs from the rule's own. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
}
