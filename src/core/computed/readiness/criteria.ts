import { hasPlaceFor } from '../../model/form.ts';
import { anchorOf } from '../../model/located.ts';
import { met, notMet, type PointCheck } from './point.ts';

const outcomes = ['scale', 'iterate', 'kill'] as const;

/** Scale, iterate and kill are agreed: each has at least one criterion. */
export const criteria: PointCheck = ({ artifact, bet }) => {
  const written = bet.criteria;
  const { file } = artifact;
  const span = written ? anchorOf(written) : artifact.anchor;
  if (written === undefined) return notMet({ text: 'No criteria for scale, iterate and kill are agreed.', file, span });
  const missing = outcomes.filter(outcome => (written[outcome]?.items.length ?? 0) === 0);
  // Of a bet in a backlog, criteria to scale and to kill suffice (SPEC 8, "Backlog").
  if (missing.every(outcome => outcome === 'iterate' && !hasPlaceFor(artifact.form, 'criteria.iterate'))) {
    const agreed = outcomes.filter(outcome => !missing.includes(outcome)).join(', ');
    return met({ text: `It is agreed what makes the team ${agreed}.`, file, span });
  }
  const reasons = missing.map(outcome => {
    const list = written[outcome];
    return { text: `It is not agreed what makes the team ${outcome}.`, file, span: list ? anchorOf(list) : span };
  });
  return notMet(...reasons);
};
