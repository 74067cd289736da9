import { leanRolloutPlan, rolloutPlan } from '../../templates/rollout.ts';
import { finished, newDesk, write } from './desk.ts';
import { createPart, standsInFiles } from './new-part.ts';
import { betAt, spotInBet, type Pointer } from './place.ts';
import { refused, wish, type RefactorContext, type Refactored } from './plan.ts';
import { templateFields } from './template-fields.ts';
import { fieldsOf } from './value.ts';

export interface RolloutWishes {
  /** Who turns it back. */
  readonly owner?: string;
  /** Where it is to stand; without a wish, where the bet's other parts do. */
  readonly place?: 'embedded' | 'file';
}

/** The usual stages for the bet's mode, to be made one's own: four with gates when scaling, three short ones from zero to one. */
export function planRollout(context: RefactorContext, pointer: Pointer, wishes: RolloutWishes = {}): Refactored {
  const bet = betAt(context, pointer);
  if (bet === undefined) return refused('Here is no bet that could be rolled out.');
  const { rollout } = bet;
  if (rollout)
    return refused('The bet has a rollout already.', [
      { text: 'It stands here.', file: rollout.file, span: rollout.anchor },
    ]);
  if (bet.bet.rollout?.type === 'reference')
    return refused(
      `The bet names a rollout "${bet.bet.rollout.id}" that is nowhere: mend the reference, or remove it.`,
    );
  const owner = wish(wishes.owner) ?? bet.bet.owner?.name?.text;
  const fields = templateFields(bet.mode === 'zeroToOne' ? leanRolloutPlan : rolloutPlan, {
    today: context.settings.today,
    ...(owner !== undefined && { owner }),
  });
  const desk = newDesk(context);
  const isFile = wishes.place === undefined ? standsInFiles(bet) : wishes.place === 'file';
  if (isFile) createPart(desk, bet, 'rollout', fields);
  else write(desk, spotInBet(bet.artifact, 'rollout'), fieldsOf(fields));
  return finished(desk);
}
