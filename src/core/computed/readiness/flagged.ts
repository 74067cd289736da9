import { isCleanedUp, isCleanedUpReadable } from '../../model/flag.ts';
import { quoted, short } from '../reason.ts';
import { fieldPlace, met, notMet, partMissing, type PointCheck } from './point.ts';

/** It can be rolled back at once: a flag that still stands (SPEC 8). */
export const flagged: PointCheck = (bet, today) => {
  const { rollout } = bet;
  if (rollout === undefined) return partMissing(bet, 'rollout', 'There is no rollout plan, and so no feature flag.');
  const { flag } = rollout.model;
  const name = flag?.name ?? flag?.url;
  if (flag === undefined || name === undefined) {
    return notMet({
      text: 'No feature flag is named, so that it can’t be switched off at once.',
      ...fieldPlace(rollout, flag),
    });
  }
  const { cleanedUp } = flag;
  const span = cleanedUp?.span ?? name.span;
  if (isCleanedUp(flag, today)) {
    return notMet({
      text: 'The feature flag has been removed, so that it can’t be switched off at once.',
      file: rollout.file,
      span,
    });
  }
  if (cleanedUp && !isCleanedUpReadable(cleanedUp)) {
    return notMet({
      text: `Whether the feature flag still stands can't be read: ${short(cleanedUp.text)}.`,
      file: rollout.file,
      span,
    });
  }
  return met({ text: `The feature flag ${quoted(name.text)} still stands.`, file: rollout.file, span: name.span });
};
