import type { AnyArtifact } from '../model/artifact.ts';
import type { BrokenDocument } from '../model/file-model.ts';
import type { Day } from '../model/values/date.ts';
import type { Span } from '../text/span.ts';
import type { BetCase } from '../workspace/bet-case.ts';
import type { Lookup } from '../workspace/lookup.ts';
import type { Settings, Severity } from '../workspace/settings.ts';
import type { IgnoreComment } from '../parse/ignore-comments.ts';
import type { Fix } from './fix.ts';
import type { MetricsCase } from './metrics-case.ts';
import type { PartCase } from './part-case.ts';

/** What a rule can be about, and what it then gets to see. */
export interface Subjects {
  /** A document that is ours but can't be parsed. */
  readonly broken: BrokenDocument;
  /** Any artifact that stands in a document of its own. */
  readonly artifact: AnyArtifact;
  readonly bet: BetCase;
  /** The parts of a bet, embedded or alone. */
  readonly metrics: MetricsCase;
  readonly rollout: PartCase<'rollout'>;
  readonly retro: PartCase<'retro'>;
  readonly launch: PartCase<'launch'>;
  readonly tracks: PartCase<'tracks'>;
  /** A comment that excuses findings. */
  readonly ignore: IgnoreCase;
}

export interface IgnoreCase {
  readonly comment: IgnoreComment;
  /** Whether its day has passed. */
  readonly expired: boolean;
  /** How many findings it silenced. */
  readonly excused: number;
}

export type SubjectName = keyof Subjects;

/** One rule: everything that is known about it stands in its file, and everything else is derived from the table of rules. */
export interface Rule<About extends SubjectName = SubjectName> {
  /** `area/what`, public and never reused. */
  readonly id: string;
  readonly about: About;
  /** The severity in mode `scaling`. */
  readonly severity: Severity;
  /** Whether mode `zeroToOne` lowers it by one step (° in the specification). */
  readonly lowered?: true;
  /** Whether it also speaks of concluded bets and what they alone own. */
  readonly alsoConcluded?: true;
  /**
   * The field of the bet that it misses, by its path. It is silent where the form in which the bet is written has no
   * place for that field (SPEC 8, "Backlog").
   */
  readonly asksFor?: string;
  /** When it speaks, in one sentence. */
  readonly summary: string;
  /** Why it matters to a product team. */
  readonly why: string;
  readonly examples: readonly RuleExample[];
  check(
    subject: Subjects[About],
    context: About extends 'ignore' ? Pick<RuleContext, 'today'> : RuleContext,
  ): readonly Report[];
}

export interface RuleContext {
  readonly lookup: Lookup;
  readonly today: Day;
  readonly settings: Settings;
}

/** What a rule found. */
export interface Report {
  readonly span: Span;
  /** Where it stands, when that is not the file of the subject. */
  readonly file?: string;
  readonly message: string;
  /** In place of the rule's own severity. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  /** How it can be mended, the likeliest way first; what only people can know is in none of them. */
  readonly fixes?: readonly Fix[];
  /** A few words for a lens at the head of the artifact, where the finding deserves one. */
  readonly lens?: string;
  /** The moment of the bet that is due: a click on the lens leads to it, in place of a fix. */
  readonly moment?: 'startRetro';
}

export interface Related {
  readonly file: string;
  readonly span: Span;
  readonly message: string;
}

/**
 * An example that is executed. In a bad one every place that the rule must report stands between « and »;
 * a good one has no such mark, and the rule must be silent. The first file is the one that is shown.
 */
export interface RuleExample {
  readonly good: boolean;
  readonly files: Readonly<Record<string, string>>;
  /** The day on which it is judged; 2026-11-22 where it does not matter. */
  readonly today?: string;
}

/** Gives a rule its type without losing what it is about. */
export function defineRule<About extends SubjectName>(rule: Rule<About>): Rule<About> {
  return rule;
}
