import { readinessCount, readinessPoints, type ReadinessPoint } from '../../computed/readiness.ts';
import { isFrom } from '../../model/status.ts';
import { icon } from './icons.ts';
import type { Pen } from './pen.ts';
import { reasonList } from './reasons.ts';
import { section, type PageSection } from './section.ts';
import type { PageSource } from './source.ts';

const titles: Readonly<Record<ReadinessPoint, string>> = {
  staged: 'Staged',
  flagged: 'Behind a flag',
  instrumented: 'Instrumented',
  guarded: 'Guarded',
  gtm: 'Go-to-market',
  retro: 'Retro planned',
  criteria: 'Criteria agreed',
};

const lights = {
  met: { sign: icon('yes', 'good'), words: 'met' },
  notMet: { sign: icon('no', 'bad'), words: 'not met' },
  notApplicable: { sign: icon('none', 'quiet'), words: 'does not apply' },
} as const;

/** The seven points before GA as lights, each with its reasons. It waits while the bet is an idea, and once it is over. */
export function readiness(pen: Pen, { readiness: points, bet }: PageSource): PageSection | undefined {
  if (points === undefined || bet === undefined) return undefined;
  const { met, of } = readinessCount(points);
  const rows = readinessPoints.map(point => {
    const { value, reasons } = points[point];
    const { sign, words } = lights[value];
    return [
      `<li class="light ${value}">${sign}<div><p class="point">${titles[point]} <span class="state">${words}</span></p>`,
      `${reasonList(pen, reasons)}</div></li>`,
    ].join('');
  });
  const small = readinessPoints.map(point => lights[points[point].value].sign).join('');
  const aside = `<span class="lamps">${small}</span><span>${String(met)} of ${String(of)} met</span>`;
  const isUnderWay = isFrom(bet.status, 'building') && bet.status !== 'concluded';
  return section({
    name: 'readiness',
    title: 'Ready for everyone',
    aside,
    body: `<ul class="lights">${rows.join('')}</ul>`,
    ...(!isUnderWay && { closed: true }),
  });
}
