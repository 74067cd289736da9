import { nextDate } from '../../computed/next-date.ts';
import { readinessCount, readinessOf } from '../../computed/readiness.ts';
import { isFrom, type Outcome, type Status } from '../../model/status.ts';
import type { Bet } from '../../model/types.gen.ts';
import type { Day } from '../../model/values/date.ts';
import type { Position } from '../../text/lines.ts';
import type { BetCase } from '../../workspace/bet-case.ts';
import { plainText } from '../markup/plain-text.ts';

/** What makes a bet one that can't wait. */
export type BoardFlag = 'zombie' | 'retroOverdue' | 'guardrailBreached';

/** A bet as the board shows it. What is not said of it is left out, so that ten thousand of them stay small. */
export interface BoardCard {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  readonly owner?: string;
  readonly priority?: NonNullable<Bet['priority']>['word'];
  readonly portfolio?: NonNullable<Bet['portfolio']>['word'];
  readonly category?: NonNullable<Bet['category']>['word'];
  readonly block?: string;
  readonly tags?: readonly string[];
  /** Left out of a bet that is scaling. */
  readonly mode?: 'zeroToOne';
  readonly decision?: Outcome;
  /** The next day on which something is due; before today it is late. */
  readonly next?: { readonly what: string; readonly day: Day };
  /** Points of the seven-point list that are met, of those that apply; from building until the bet is concluded. */
  readonly ready?: { readonly met: number; readonly of: number };
  readonly errors?: number;
  readonly warnings?: number;
  readonly worst?: WorstFinding;
  readonly flags?: readonly BoardFlag[];
  /** The file can't be parsed at the moment: this is its last good state. */
  readonly stale?: true;
}

/** The gravest of what was found, in its own words, and where it stands. */
export interface WorstFinding {
  readonly text: string;
  /** Left out where it stands in the file of the bet. */
  readonly uri?: string;
  readonly at: Position;
}

/** A card, and where its bet stands in its file. */
export interface PlacedCard extends BoardCard {
  readonly at: Position;
  /** Of a board without an editor behind it: what the card leads to. */
  readonly href?: string;
}

/** The bets of one file, in their order. */
export interface BoardFile {
  readonly uri: string;
  readonly cards: readonly PlacedCard[];
}

/** Everything that a page needs to show a board. */
export interface BoardData {
  readonly today: Day;
  /** So many open bets may be P0 at once. */
  readonly mostP0: number;
  readonly files: readonly BoardFile[];
}

/** What was found in a bet and in what belongs to it. */
export interface Trouble {
  readonly errors: number;
  readonly warnings: number;
  readonly worst: WorstFinding | undefined;
  readonly flags: readonly BoardFlag[];
}

/** @param trouble what was found in the bet, in the same words as everywhere */
export function boardCard(bet: BetCase, today: Day, trouble: Trouble): BoardCard {
  const { artifact, status, decision, mode } = bet;
  const { owner, priority, portfolio, category, block, tags } = bet.bet;
  const next = nextDate(bet, today);
  const { errors, warnings, worst, flags } = trouble;
  const names = { owner: plainText(owner?.name?.text ?? ''), block: plainText(block?.text ?? '') };
  const words = (tags?.items ?? []).map(({ text }) => plainText(text)).filter(text => text !== '');
  return {
    id: plainText(artifact.id),
    title: plainText(artifact.title),
    status,
    ...(names.owner !== '' && { owner: names.owner }),
    ...(priority && { priority: priority.word }),
    ...(portfolio && { portfolio: portfolio.word }),
    ...(category && { category: category.word }),
    ...(names.block !== '' && { block: names.block }),
    ...(words.length > 0 && { tags: [...new Set(words)] }),
    ...(mode === 'zeroToOne' && { mode }),
    ...(decision && { decision }),
    ...(next && { next: { what: plainText(next.what), day: next.day } }),
    ...readyOf(bet, today),
    ...(errors > 0 && { errors }),
    ...(warnings > 0 && { warnings }),
    ...(worst && { worst }),
    ...(flags.length > 0 && { flags }),
  };
}

function readyOf(bet: BetCase, today: Day): Pick<BoardCard, 'ready'> {
  if (!isFrom(bet.status, 'building') || bet.status === 'concluded') return {};
  return { ready: readinessCount(readinessOf(bet, { today })) };
}
