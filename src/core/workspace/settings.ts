import type { Day } from '../model/values/date.ts';
import type { IncludedFolder } from './include.ts';

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
  /** Folders, by the way to them from each workspace folder, whose Markdown is read for its headings alone; none where absent. */
  readonly include?: readonly IncludedFolder[];
  /** The workspace folders by name, out of which no path leads; where absent it is one, whose name is empty. */
  readonly folders?: readonly string[];
}
