import type { Span } from '../text/span.ts';
import type { Severity } from '../workspace/settings.ts';
import type { Fix } from './fix.ts';
import type { Related, Report } from './rule.ts';

/** What a rule says about a place. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly span: Span;
  /** The id of the artifact it is about; absent for a document that can't be parsed. */
  readonly artifact?: string;
  readonly related?: readonly Related[];
  /** See `Report.fixes`. */
  readonly fixes?: readonly Fix[];
  /** See `Report.lens`. */
  readonly lens?: string;
  /** See `Report.moment`. */
  readonly moment?: Report['moment'];
}

/** Findings in the order in which they are read: by file, place and rule. */
export function compareFindings(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compareTexts(a.rule, b.rule) ||
    // Two of one rule at one place: no order of reading the files may show.
    compareTexts(a.message, b.message) ||
    compareTexts(a.artifact ?? '', b.artifact ?? '')
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
