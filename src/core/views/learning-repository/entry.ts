import type { Outcome, Status } from '../../model/status.ts';
import { metricKey, metricsOf } from '../../model/tiers.ts';
import { hypothesisParts } from '../../model/hypothesis.ts';
import type { Bet, HypothesisReview } from '../../model/types.gen.ts';
import type { Day } from '../../model/values/date.ts';
import type { Position } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { BetCase } from '../../workspace/bet-case.ts';
import { plainText } from '../markup/plain-text.ts';

/** A concluded bet: what was decided, on what evidence, and what it taught. What is not said is left out. */
export interface LearningEntry {
  readonly id: string;
  readonly title: string;
  readonly uri: string;
  readonly at: Position;
  /** Of a page without an editor behind it: where the bet is shown. */
  readonly href?: string;
  readonly outcome?: Outcome;
  readonly result?: NonNullable<HypothesisReview['result']>['word'];
  readonly owner?: string;
  /** The day of the retro, else the end of the timebox. */
  readonly day?: Day;
  readonly hypothesis?: string;
  readonly evidence?: PlacedText;
  readonly why?: PlacedText;
  readonly learnings?: readonly PlacedText[];
  /** Names of what it was to move; guardrails are not what a bet is about. */
  readonly metrics?: readonly string[];
  readonly block?: string;
  readonly category?: NonNullable<Bet['category']>['word'];
  /** All rounds of the idea, the first before, itself included; left out where there is but this one. */
  readonly rounds?: readonly Round[];
}

/** A text, and where it stands; without `uri` in the file of the bet. */
export interface PlacedText {
  readonly text: string;
  readonly uri?: string;
  readonly at: Position;
}

/** One bet of those that try the same idea one after the other. */
export interface Round {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  readonly outcome?: Outcome;
  readonly uri: string;
  readonly at: Position;
  readonly href?: string;
}

/** Everything that a page needs to show what was learned. */
export interface LearningsData {
  readonly entries: readonly LearningEntry[];
}

/** Where an offset into a file stands. */
export type PlaceOf = (file: string, offset: number) => Position;

export function learningEntry(bet: BetCase, rounds: readonly BetCase[], placeOf: PlaceOf): LearningEntry {
  const { artifact, decision, retro, timebox } = bet;
  const { owner, hypothesis, block, category } = bet.bet;
  const review = retro?.model.hypothesis;
  const day = retro?.model.held?.day ?? timebox.end;
  const placed = (written: { readonly text: string; readonly span: Span } | undefined): PlacedText | undefined => {
    const text = paragraph(written?.text ?? '');
    if (written === undefined || retro === undefined || text === '') return undefined;
    const uri = retro.file === artifact.file ? {} : { uri: retro.file };
    return { text, ...uri, at: placeOf(retro.file, written.span.start) };
  };
  const evidence = placed(review?.evidence);
  const why = placed(retro?.model.decision?.why);
  const learnings = (retro?.model.learnings?.items ?? []).flatMap(item => placed(item) ?? []);
  const metrics = metricNames(bet);
  const names = { owner: plainText(owner?.name?.text ?? ''), block: plainText(block?.text ?? '') };
  const said = hypothesis ? hypothesisText(hypothesis) : '';
  return {
    id: plainText(artifact.id),
    title: plainText(artifact.title),
    uri: artifact.file,
    at: placeOf(artifact.file, artifact.anchor.start),
    ...(decision && { outcome: decision }),
    ...(review?.result && { result: review.result.word }),
    ...(names.owner !== '' && { owner: names.owner }),
    ...(day !== undefined && { day }),
    ...(said !== '' && { hypothesis: said }),
    ...(evidence && { evidence }),
    ...(why && { why }),
    ...(learnings.length > 0 && { learnings }),
    ...(metrics.length > 0 && { metrics }),
    ...(names.block !== '' && { block: names.block }),
    ...(category && { category: category.word }),
    ...(rounds.length > 1 && { rounds: rounds.map(round => roundOf(round, placeOf)) }),
  };
}

function roundOf({ artifact, status, decision }: BetCase, placeOf: PlaceOf): Round {
  return {
    id: plainText(artifact.id),
    title: plainText(artifact.title),
    status,
    ...(decision && { outcome: decision }),
    uri: artifact.file,
    at: placeOf(artifact.file, artifact.anchor.start),
  };
}

function hypothesisText(hypothesis: NonNullable<Bet['hypothesis']>): string {
  const { text, believe, audience, outcome, because } = hypothesisParts(hypothesis);
  if (text !== undefined) return paragraph(text);
  return paragraph([believe, audience, outcome, because].filter(part => part !== undefined).join(' · '));
}

function metricNames({ metrics, retro }: BetCase): readonly string[] {
  const all = metrics ? metricsOf(metrics.model) : [];
  const byKey = new Map(
    all.flatMap(metric => [metric.id, metric.name].map(name => [metricKey(name), metric] as const)),
  );
  const measured = (retro?.model.metrics?.items ?? []).flatMap(({ role, metric }) => {
    if (metric === undefined || role?.word === 'guardrail') return [];
    const known = byKey.get(metricKey(metric.id));
    return known?.tier === 'guardrails' ? [] : [known?.name ?? metric.id];
  });
  const own = all.filter(({ tier }) => tier !== 'guardrails').map(({ name }) => name);
  return [...new Set([...own, ...measured].map(plainText))].filter(name => name !== '');
}

const longest = 4000;

/** All lines of a text as one, each made plain. */
function paragraph(written: string): string {
  return written
    .slice(0, longest)
    .split(/[\r\n]+/)
    .flatMap(line => pieces(line).map(plainText))
    .filter(line => line !== '')
    .join(' ');
}

/** No longer than what can be made plain at once, divided between words. */
function pieces(line: string): readonly string[] {
  return line.match(/.{1,380}(?:\s|$)|.{1,380}/gu) ?? [];
}
