import type { Tier } from '../../../../../src/core/model/tiers.ts';
import type { Verdict } from '../../../../../src/core/model/verdict.ts';
import type { Drive, HierarchyGraph, MetricCard } from '../../../../../src/core/views/hierarchy/graph.ts';

type Facts = Partial<Omit<MetricCard, 'key' | 'tier' | 'name'>>;

export function metric(tier: Tier, key: string, name: string, facts: Facts = {}): MetricCard {
  const place = [...key].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0);
  return {
    key,
    id: key,
    name,
    tier,
    primary: false,
    verdict: 'unknown',
    problems: [],
    span: { start: place, end: place + 30 },
    ...facts,
  };
}

/** The example every product manager knows: a bet on activation, without values yet. */
export function activationBet(): HierarchyGraph {
  return {
    title: 'Guided onboarding',
    metrics: [
      metric('lagging', 'revenue-growth', 'Revenue growth', { cadence: 'quarterly' }),
      metric('core', 'activation-rate', 'Activation rate', { cadence: 'weekly', primary: true }),
      metric('leading', 'onboarding-completion', 'Onboarding completion', { cadence: 'daily' }),
      metric('leading', 'first-value-action', 'First value action', { cadence: 'daily' }),
      metric('guardrails', 'support-tickets', 'Support tickets', { cadence: 'daily' }),
      metric('guardrails', 'error-rate', 'Error rate', { cadence: 'realTime' }),
    ],
    drives: [
      { from: 'activation-rate', to: 'revenue-growth' },
      { from: 'onboarding-completion', to: 'activation-rate' },
      { from: 'first-value-action', to: 'activation-rate' },
    ],
  };
}

/** Twelve metrics of a bet that runs: every verdict, a drive that skips a tier, two results. */
export function twelve(): HierarchyGraph {
  return {
    title: 'BET-012 Guided onboarding for new teams',
    subtitle: 'Building since 5 October · owner Maria Lindqvist · retro on 30 November',
    metrics: [
      metric('lagging', 'revenue', 'Recurring revenue', {
        cadence: 'monthly',
        baseline: '$4.2M',
        current: '$4.4M',
        target: '$5M',
        progress: 0.25,
        verdict: 'missed',
        owner: 'Ines',
        source: 'Ledger',
        history: [4.1, 4.15, 4.2, 4.2, 4.3, 4.4],
      }),
      metric('lagging', 'retention', 'Team retention after 90 days', {
        cadence: 'quarterly',
        baseline: '71%',
        current: '77.4%',
        target: '78%',
        progress: 0.91,
        verdict: 'close',
        owner: 'Ines',
        source: 'Warehouse',
        history: [71, 72, 71, 74, 76, 77.4],
      }),
      metric('core', 'activation', 'Activation rate', {
        cadence: 'weekly',
        primary: true,
        baseline: '38%',
        current: '46%',
        target: '45%',
        progress: 1,
        verdict: 'hit',
        owner: 'Maria',
        source: 'Amplitude',
        history: [38, 37, 39, 41, 40, 43, 44, 46],
      }),
      metric('core', 'conversion', 'Trial to paid conversion', {
        cadence: 'weekly',
        baseline: '9%',
        current: '10.1%',
        target: '12%',
        progress: 0.37,
        verdict: 'missed',
        owner: 'Jonas',
        source: 'Stripe',
        history: [9, 9.2, 8.8, 9.9, 10.1],
      }),
      metric('core', 'weekly-teams', 'Teams active every week', {
        cadence: 'weekly',
        baseline: '1,250',
        target: '1,600',
      }),
      metric('leading', 'onboarding', 'Onboarding completion', {
        cadence: 'daily',
        baseline: '52%',
        current: '69%',
        target: '70%',
        progress: 0.944,
        verdict: 'close',
        owner: 'Maria',
        source: 'Amplitude',
        history: [52, 53, 55, 60, 63, 66, 69],
      }),
      metric('leading', 'first-value', 'First value action within one day of signing up', {
        cadence: 'daily',
        baseline: '31%',
        current: '44%',
        target: '40%',
        progress: 1,
        verdict: 'hit',
        owner: 'Maria',
        source: 'Amplitude',
        history: [31, 33, 32, 36, 40, 44],
      }),
      metric('leading', 'invites', 'Invitations sent per team', {
        cadence: 'daily',
        baseline: '1.4',
        current: '1.2',
        target: '3',
        progress: 0,
        verdict: 'missed',
        owner: 'Jonas',
        history: [1.4, 1.5, 1.3, 1.2],
      }),
      metric('leading', 'pricing-views', 'Pricing page visits', {
        cadence: 'daily',
        problems: ['disconnected'],
        current: '2,310',
      }),
      metric('guardrails', 'tickets', 'Support tickets per new team', {
        cadence: 'daily',
        current: '0.8',
        threshold: '< 1.2',
        verdict: 'within',
        owner: 'Support',
        history: [0.7, 0.9, 0.8, 0.8],
      }),
      metric('guardrails', 'errors', 'Error rate', {
        cadence: 'realTime',
        current: '1.9%',
        threshold: '< 2%',
        verdict: 'alert',
        owner: 'Platform',
        source: 'Grafana',
        history: [0.4, 0.5, 0.7, 1.2, 1.9],
      }),
      metric('guardrails', 'latency', 'First page P95', {
        cadence: 'realTime',
        current: '340ms',
        threshold: 'P95 < 300ms',
        verdict: 'breached',
        owner: 'Platform',
        source: 'Grafana',
        history: [250, 270, 280, 310, 340],
      }),
    ],
    drives: [
      { from: 'activation', to: 'revenue' },
      { from: 'activation', to: 'retention' },
      { from: 'conversion', to: 'revenue' },
      { from: 'weekly-teams', to: 'retention' },
      { from: 'onboarding', to: 'activation' },
      { from: 'first-value', to: 'activation' },
      { from: 'invites', to: 'weekly-teams' },
      { from: 'invites', to: 'revenue' },
      { from: 'first-value', to: 'conversion' },
    ],
  };
}

/** Everything the picture must show as wrong: down, sideways, in a circle, loose, without a threshold. */
export function faulty(): HierarchyGraph {
  return {
    title: 'A hierarchy with every fault',
    subtitle: 'nothing here is as it should be',
    metrics: [
      metric('lagging', 'revenue', 'Revenue', { cadence: 'quarterly', problems: ['upsideDown'] }),
      metric('lagging', 'retention', 'Retention', { cadence: 'quarterly' }),
      metric('core', 'activation', 'Activation rate', { primary: true, problems: ['upsideDown', 'cycle'] }),
      metric('core', 'engagement', 'Engagement score', { problems: ['cycle'] }),
      metric('leading', 'setup', 'Setup finished', { problems: ['cycle'] }),
      metric('leading', 'likes', 'Likes on the launch post', { problems: ['vanity'], current: '12k' }),
      metric('leading', 'visits', 'Visits', { problems: ['disconnected'] }),
      metric('guardrails', 'errors', 'Error rate', { problems: ['noThreshold'], current: '1.9%' }),
    ],
    drives: [
      { from: 'revenue', to: 'setup', problem: 'upsideDown' },
      { from: 'activation', to: 'engagement', problem: 'upsideDown' },
      { from: 'activation', to: 'setup', problem: 'cycle' },
      { from: 'setup', to: 'activation' },
      { from: 'engagement', to: 'engagement', problem: 'cycle' },
      { from: 'activation', to: 'revenue' },
      { from: 'revenue', to: 'retention' },
      { from: 'engagement', to: 'retention' },
    ],
  };
}

const VERDICTS: readonly Verdict[] = ['hit', 'close', 'missed', 'unknown', 'hit'];
const GUARDED: readonly Verdict[] = ['within', 'within', 'alert', 'within', 'breached'];
const SUBJECTS = [
  'Sign-up',
  'Search',
  'Checkout',
  'Import',
  'Sharing',
  'Reports',
  'Billing',
  'Mobile',
  'Mail',
  'Help',
] as const;
const WHATS = [
  'adoption',
  'completion',
  'time to finish',
  'repeat use',
  'success rate',
  'drop-off',
  'weekly users',
] as const;

/** A small generator of equal numbers for equal seeds. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A hierarchy of a whole product: mostly a tree, with some metrics that drive two and some that skip a tier. */
export function large(size: number, seed = 7): HierarchyGraph {
  const next = numbers(seed);
  const counts: Readonly<Record<Tier, number>> = {
    lagging: Math.max(1, Math.round(size * 0.05)),
    core: Math.max(1, Math.round(size * 0.17)),
    leading: Math.max(1, Math.round(size * 0.62)),
    guardrails: Math.max(1, size - Math.round(size * 0.05) - Math.round(size * 0.17) - Math.round(size * 0.62)),
  };
  const metrics: MetricCard[] = [];
  const drives: Drive[] = [];
  for (const tier of ['lagging', 'core', 'leading', 'guardrails'] as const) {
    for (let index = 0; index < counts[tier]; index++) {
      const progress = next(101) / 100;
      const isGuardrail = tier === 'guardrails';
      metrics.push(
        metric(
          tier,
          `${tier}-${String(index)}`,
          `${SUBJECTS[next(10)] ?? ''} ${WHATS[next(7)] ?? ''} ${String(index + 1)}`,
          {
            current: `${String(next(90) + 1)}%`,
            verdict: (isGuardrail ? GUARDED : VERDICTS)[next(5)] ?? 'unknown',
            cadence: tier === 'lagging' ? 'monthly' : tier === 'core' ? 'weekly' : 'daily',
            owner: ['Maria', 'Jonas', 'Ines', 'Tariq'][next(4)] ?? '',
            ...(isGuardrail ? { threshold: '< 2%' } : { baseline: `${String(next(40))}%`, target: '90%', progress }),
            ...(next(3) === 0 ? { history: [next(9), next(9), next(9), next(9), next(9)] } : {}),
            ...(tier === 'leading' && index % 29 === 28 ? { problems: ['disconnected'] as const } : {}),
          },
        ),
      );
    }
  }
  for (let index = 0; index < counts.core; index++) {
    drives.push({ from: `core-${String(index)}`, to: `lagging-${String(next(counts.lagging))}` });
    if (next(5) === 0) drives.push({ from: `core-${String(index)}`, to: `lagging-${String(next(counts.lagging))}` });
  }
  for (let index = 0; index < counts.leading; index++) {
    if (index % 29 === 28) continue;
    drives.push({ from: `leading-${String(index)}`, to: `core-${String(next(counts.core))}` });
    if (next(10) === 0) drives.push({ from: `leading-${String(index)}`, to: `core-${String(next(counts.core))}` });
    if (next(20) === 0)
      drives.push({ from: `leading-${String(index)}`, to: `lagging-${String(next(counts.lagging))}` });
  }
  return { title: `A product with ${String(size)} metrics`, metrics, drives };
}
