import type { Span } from '../text/span.ts';

/** What was found while a document was read. A rule of the same name in `rules/document` or `rules/value` reports it. */
export interface ReadingProblem {
  readonly code: 'schema' | 'unknownField' | 'unreadable' | 'placeholder' | 'conflict' | 'missing';
  readonly message: string;
  readonly span: Span;
  /** For a field or word that nobody knows: the nearest one that is known. For a conflict: the value that holds. */
  readonly nearest?: string;
}
