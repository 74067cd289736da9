import type { Gate } from '../../computed/gate.ts';
import type { RecommendedDecision } from '../../computed/recommended-decision.ts';
import type { PartKind } from '../../workspace/part.ts';
import { advanceStage, gateAt, type StageWishes } from './advance-stage.ts';
import { convert } from './convert.ts';
import { extract } from './extract.ts';
import { inlinePart } from './inline.ts';
import type { Pointer } from './place.ts';
import { planRollout, type RolloutWishes } from './plan-rollout.ts';
import { refused, type RefactorContext, type Refactored } from './plan.ts';
import { decisionAt, recordDecision, type DecisionWishes } from './record-decision.ts';
import { setLaunchTier, type TierWishes } from './set-launch-tier.ts';
import { startRetro, type RetroWishes } from './start-retro.ts';

/** A refactoring by its name, and what the person who asks for it wants. */
export type RefactorWishes =
  | { readonly name: 'startRetro'; readonly wishes?: RetroWishes }
  | { readonly name: 'advanceStage'; readonly wishes?: StageWishes }
  /** Without an outcome nothing is planned: the answer tells what is recommended. */
  | { readonly name: 'recordDecision'; readonly wishes?: Partial<DecisionWishes> }
  | { readonly name: 'planRollout'; readonly wishes?: RolloutWishes }
  | { readonly name: 'setLaunchTier'; readonly wishes?: Partial<TierWishes> }
  | { readonly name: 'extract' | 'inline'; readonly wishes?: { readonly part?: PartKind } }
  | { readonly name: 'convert'; readonly wishes?: object };

export interface RefactorResult {
  readonly answer: Refactored;
  /** What the results speak for; of a decision alone. */
  readonly recommended?: RecommendedDecision;
  /** Whether the stage may be left; of a stage alone. */
  readonly gate?: Gate;
}

export function refactor(context: RefactorContext, pointer: Pointer, asked: RefactorWishes): RefactorResult {
  switch (asked.name) {
    case 'startRetro':
      return { answer: startRetro(context, pointer, asked.wishes) };
    case 'advanceStage': {
      const gate = gateAt(context, pointer);
      return { answer: advanceStage(context, pointer, asked.wishes), ...(gate && { gate }) };
    }
    case 'recordDecision': {
      const recommended = decisionAt(context, pointer);
      const { outcome } = asked.wishes ?? {};
      const answer =
        outcome === undefined
          ? refused('Say what is decided: scale, iterate or kill.')
          : recordDecision(context, pointer, { ...asked.wishes, outcome });
      return { answer, ...(recommended && { recommended }) };
    }
    case 'planRollout':
      return { answer: planRollout(context, pointer, asked.wishes) };
    case 'setLaunchTier': {
      const { tier } = asked.wishes ?? {};
      if (tier === undefined) return { answer: refused('Say which tier: 1, 2, 3 or 4.') };
      return { answer: setLaunchTier(context, pointer, { ...asked.wishes, tier }) };
    }
    case 'extract': {
      const part = asked.wishes?.part;
      if (part === undefined) return { answer: refused('Say which part is to be taken out.') };
      return { answer: extract(context, pointer, part) };
    }
    case 'inline':
      return { answer: inlinePart(context, pointer, asked.wishes?.part) };
    case 'convert':
      return { answer: convert(context, pointer) };
  }
}
