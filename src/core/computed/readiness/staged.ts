import { gaIndex, reachesEveryone, reachesSomeCustomers, stageTitle } from '../../model/stages.ts';
import { quoted } from '../reason.ts';
import { fieldPlace, met, notMet, partMissing, type PointCheck } from './point.ts';

/** The rollout does not go to everyone first: some stage before GA reaches some customers and not all. */
export const staged: PointCheck = bet => {
  const { rollout } = bet;
  if (rollout === undefined) return partMissing(bet, 'rollout', 'There is no rollout plan.');
  const { stages } = rollout.model;
  if (stages === undefined || stages.items.length === 0) {
    return notMet({ text: 'The rollout has no stages.', ...fieldPlace(rollout, stages) });
  }
  const ga = gaIndex(rollout.model);
  const before = stages.items.slice(0, ga ?? stages.items.length);
  const index = before.findIndex(reachesSomeCustomers);
  const first = before[index];
  if (first) {
    const text = `Some customers get it before all do, in stage ${quoted(stageTitle(first, index))}.`;
    return met({ text, file: rollout.file, span: (first.stage ?? first).span });
  }
  const last = stages.items[ga ?? stages.items.length - 1];
  const text =
    ga === undefined
      ? 'No stage reaches customers yet.'
      : last && before.length === 0 && reachesEveryone(last)
        ? 'The first stage already reaches everyone.'
        : 'No stage before GA reaches customers: everyone gets it at once.';
  return notMet({ text, file: rollout.file, span: (last?.stage ?? last ?? stages).span });
};
