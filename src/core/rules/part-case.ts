import type { Models } from '../model/types.gen.ts';
import type { Kind } from '../schema/kinds.ts';
import type { BetCase } from '../workspace/bet-case.ts';
import type { Part } from '../workspace/part.ts';

/** A rollout, retro, launch, hierarchy or dual-track plan, embedded or alone, with the bets that it belongs to. */
export interface PartCase<K extends Kind> {
  readonly part: Part<K>;
  readonly model: Models[K];
  /** None where it stands alone: what needs a bet then stays silent. */
  readonly bets: readonly BetCase[];
}
