import type { Kind } from '../../schema/kinds.ts';
import type { Severity } from '../../workspace/settings.ts';
import type { Day } from '../../model/values/date.ts';
import type { BoardData } from '../board/card.ts';
import type { CalendarEvent } from '../calendar/event.ts';
import type { LearningsData } from '../learning-repository/entry.ts';

/** A page of an artifact within the site. */
export interface SitePage {
  /** From the site's folder, with forward slashes; every character stands for itself in an address. */
  readonly path: string;
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
}

export interface SiteFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The page on which it is told too, and what that is called. */
  readonly page: Pick<SitePage, 'path' | 'title'> | undefined;
}

export interface SiteEvent extends CalendarEvent {
  /** The page of what is due. */
  readonly path: string | undefined;
}

/** Everything that the pages of a site tell besides the artifacts' own. */
export interface SiteSource {
  readonly title: string;
  readonly today: Day;
  readonly pages: readonly SitePage[];
  readonly board: BoardData;
  readonly learnings: LearningsData;
  /** In order of file and place. */
  readonly findings: readonly SiteFinding[];
  /** In order of day. */
  readonly events: readonly SiteEvent[];
  /** Files that can't be parsed: what stands in them is missing. */
  readonly broken: readonly string[];
}
