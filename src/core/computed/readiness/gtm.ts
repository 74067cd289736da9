import { componentPlace, componentStatus, componentTitles, isSettled } from '../launch-state.ts';
import { neededUntil } from '../launch-needs.ts';
import { fieldPlace, metUnless, partMissing, type PointCheck } from './point.ts';

/** The launch components that the tier needs by GA are done: all but communications; tier 4 needs none (SPEC 8). */
export const gtm: PointCheck = bet => {
  const { launch } = bet;
  if (launch === undefined) return partMissing(bet, 'launch', 'There is no launch.');
  const tier = launch.model.tier?.number;
  const needed = neededUntil(tier, 'ga');
  if (needed.length === 0) {
    const text = `A launch of tier ${String(tier)} needs nothing before GA.`;
    return {
      value: 'notApplicable',
      reasons: [{ text, file: launch.file, span: launch.model.tier?.span ?? launch.anchor }],
    };
  }
  const against = needed
    .filter(name => !isSettled(componentStatus(launch.model, name)))
    .map(name => {
      const state =
        componentStatus(launch.model, name) === 'doing' ? 'is being worked on, and not done' : 'is not done';
      return { text: `${componentTitles[name]} ${state}.`, ...componentPlace(launch, name) };
    });
  const text = 'Every component that the launch needs by GA is done.';
  return metUnless(against, () => ({ text, ...fieldPlace(launch, launch.model.components) }));
};
