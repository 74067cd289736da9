import type { Kind } from '../schema/kinds.ts';
import type { Span } from '../text/span.ts';
import type { MarkdownForm } from './markdown/interpret.ts';
import type { ReadingProblem } from './problem.ts';
import type { Models, RolloutRollback } from './types.gen.ts';

/** One artifact as it stands in its file: its model, and what identifies it. */
export interface Artifact<K extends Kind = Kind> {
  readonly kind: K;
  /** Its own id, else the file's name without suffix. */
  readonly id: string;
  /** Whether the id is written in the document, and where. */
  readonly idSpan: Span | undefined;
  /** Its title, else its id. */
  readonly title: string;
  readonly file: string;
  readonly model: Models[K];
  /** The whole document. */
  readonly span: Span;
  /** Where a finding about something absent stands: at its `id`, else `title`, else `kind`, else its first line. */
  readonly anchor: Span;
  readonly problems: readonly ReadingProblem[];
  /** How it is written, where that is a Markdown body: some rules excuse what the form can't say. */
  readonly form?: MarkdownForm;
  /** The way back of which a launch in Markdown speaks: the rollout's, where that says nothing of it. */
  readonly rollback?: RolloutRollback;
}

/** Each kind's artifacts told apart by `kind`. */
export type AnyArtifact = { readonly [K in Kind]: Artifact<K> }[Kind];
