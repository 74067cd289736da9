import { computedOfBet } from '../../computed/computed.ts';
import type { RecommendedDecision } from '../../computed/recommended-decision.ts';
import { isHeld } from '../../model/retro-state.ts';
import type { BetCase } from '../../workspace/bet-case.ts';
import { finished, newDesk, write } from './desk.ts';
import { createPart, standsInFiles } from './new-part.ts';
import { createIteration } from './next-iteration.ts';
import { betAt, spotInBet, spotOfArtifact, spotOfPart, type Pointer } from './place.ts';
import { refused, wish, type RefactorContext, type Refactored } from './plan.ts';
import { fieldsOf, hole } from './value.ts';

export interface DecisionWishes {
  readonly outcome: 'scale' | 'iterate' | 'kill';
  readonly why?: string;
  readonly by?: string;
  readonly dissent?: string;
  /** What is believed now: of `iterate` alone. */
  readonly newHypothesis?: string;
  /** The title of the next bet, where it is not that of this one. */
  readonly title?: string;
  /** Why there is a fourth round all the same: written into `why` where nothing else is. */
  readonly override?: string;
}

/** After so many rounds an idea is scaled or killed (SPEC 5, `bet/iteration-limit`). */
const mostRounds = 3;

/**
 * Writes what was decided, and with what reason, and concludes the bet. To iterate makes the next bet as well, with
 * its hypothesis left to be written unless it is given.
 */
export function recordDecision(context: RefactorContext, pointer: Pointer, wishes: DecisionWishes): Refactored {
  const bet = betAt(context, pointer);
  if (bet === undefined) return refused('Here is no bet that could be decided.');
  if (bet.decision !== undefined) {
    const { retro, artifact } = bet;
    const place = retro?.model.decision?.span ?? artifact.anchor;
    const file = retro?.model.decision ? retro.file : artifact.file;
    return refused(`It was decided already: ${bet.decision}.`, [{ text: 'It stands here.', file, span: place }]);
  }
  const round = bet.bet.iteration?.number;
  const override = wish(wishes.override);
  if (wishes.outcome === 'iterate' && (round?.number ?? 1) >= mostRounds && override === undefined) {
    const span = round?.span ?? bet.artifact.anchor;
    return refused(
      `This was round ${round?.number ?? 1}. After ${mostRounds}, scale or kill.`,
      [{ text: `This is iteration ${round?.number ?? 1}.`, file: bet.artifact.file, span }],
      true,
    );
  }
  const desk = newDesk(context);
  warnOfEvidence(desk.warnings, recommendedFor(context, bet), wishes.outcome);
  const { retro } = bet;
  const { today } = context.settings;
  const held = retro && (retro.model.held?.day ?? '') !== '' && isHeld(retro.model, today);
  const fields = fieldsOf([
    ['held', held ? undefined : today],
    [
      'decision',
      fieldsOf([
        ['outcome', wishes.outcome],
        ['why', wish(wishes.why) ?? override ?? hole],
        ['by', wish(wishes.by)],
        ['dissent', wish(wishes.dissent)],
      ]),
    ],
    ['newHypothesis', wishes.outcome === 'iterate' ? wish(wishes.newHypothesis) : undefined],
  ]);
  if (retro) write(desk, spotOfPart(retro), fields);
  else if (bet.bet.retro?.type === 'reference')
    return refused(`The bet names a retro "${bet.bet.retro.id}" that is nowhere: mend the reference, or remove it.`);
  else if (standsInFiles(bet)) createPart(desk, bet, 'retro', fields);
  else write(desk, spotInBet(bet.artifact, 'retro'), fields);
  const { status } = bet.bet;
  if (status !== undefined && status.word !== 'concluded')
    write(desk, spotOfArtifact(bet.artifact), new Map([['status', 'concluded']]));
  if (wishes.outcome === 'iterate') createIteration(desk, bet, (round?.number ?? 1) + 1, wishes);
  return finished(desk);
}

/** What the results speak for, for whoever asks before deciding. */
export function decisionAt(context: RefactorContext, pointer: Pointer): RecommendedDecision | undefined {
  const bet = betAt(context, pointer);
  return bet && recommendedFor(context, bet);
}

function recommendedFor({ workspace, settings }: RefactorContext, bet: BetCase): RecommendedDecision | undefined {
  return computedOfBet(bet, workspace.lookup, settings).decision;
}

function warnOfEvidence(warnings: string[], recommended: RecommendedDecision | undefined, outcome: string): void {
  if (recommended === undefined)
    warnings.push('The bet has not shipped: there are no results that speak for any decision.');
  else if (recommended.value === 'inconclusive')
    warnings.push(`The results say nothing yet. ${recommended.missing[0]?.text ?? ''}`.trim());
  else if (recommended.value !== outcome)
    warnings.push(`The results speak for "${recommended.value}". ${recommended.reasons[0]?.text ?? ''}`.trim());
}
