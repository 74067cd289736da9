import { randomFrom } from './random.ts';

/** Metrics of a product by tier, and what the file of a whole product says of its kind. */
interface Shape {
  readonly lagging: number;
  readonly core: number;
  readonly leading: number;
  readonly guardrails: number;
}

const shapes: Readonly<Record<number, Shape>> = {
  12: { lagging: 2, core: 3, leading: 4, guardrails: 3 },
  60: { lagging: 4, core: 12, leading: 34, guardrails: 10 },
  300: { lagging: 8, core: 44, leading: 206, guardrails: 42 },
};

/**
 * The hierarchy of a made-up product as a metrics file: areas with metrics of their own, some of which drive two or lead into another
 * area or skip a tier; long names, histories, guardrails that name what they guard, some faults. The same for the same size, always.
 */
export function hierarchyText(size: 12 | 60 | 300): string {
  const random = randomFrom(size * 31 + 7);
  const shape = shapes[size] ?? { lagging: 1, core: 1, leading: 1, guardrails: 1 };
  const chance = (percent: number): boolean => random.below(100) < percent;
  const perArea = Math.max(1, Math.round(shape.core / areas.length));
  const areaOf = (core: number): number => Math.min(areas.length - 1, Math.floor(core / perArea));
  const laggingOf = (core: number): number => Math.floor((areaOf(core) * shape.lagging) / areas.length);
  const lines = [
    'kind: metrics',
    `id: MX-${size}`,
    `title: Kontor on one page, ${size} metrics`,
    'owner: Ines Okafor',
    '',
  ];

  const metric = (id: string, name: string, tier: keyof Shape, drives: readonly string[]): void => {
    lines.push(`  - id: ${id}`, `    name: ${name}`);
    const from = 20 + random.below(40);
    const to = from + 5 + random.below(30);
    const now = Math.min(95, from + random.below(Math.round((to - from) * 1.3)));
    if (tier === 'guardrails') {
      const limit = 2 + random.below(6);
      if (!chance(4))
        lines.push(`    threshold: ${random.pick(['<', 'P95 <'])} ${limit}%`, `    alertAt: ${limit - 1}%`);
      lines.push(`    current: ${random.below(limit * 11) / 10}%`);
    } else {
      if (!chance(6)) lines.push(`    baseline: ${from}%`, `    target: ${to}%`);
      if (!chance(12)) lines.push(`    current: ${now}%`);
    }
    lines.push(`    cadence: ${cadences[tier]}`);
    if (!chance(10)) lines.push(`    owner: ${random.pick(people)}`);
    if (!chance(8)) lines.push(`    source: ${random.pick(sources)}`);
    if (drives.length > 0) lines.push(`    drives: [${[...new Set(drives)].join(', ')}]`);
    if (chance(45)) {
      lines.push('    history:');
      for (let month = 5; month < 11; month++) {
        const value = tier === 'guardrails' ? random.below(50) / 10 : from + random.below(now - from + 3);
        lines.push(`      - { date: 2026-${String(month).padStart(2, '0')}-01, value: ${value}% }`);
      }
    }
  };

  lines.push('lagging:');
  for (let index = 0; index < shape.lagging; index++) {
    const drives = index > 0 && index % 3 === 2 ? [`result-${index - 1}`] : [];
    metric(`result-${index}`, results[index % results.length] ?? '', 'lagging', drives);
  }
  lines.push('', 'core:');
  for (let index = 0; index < shape.core; index++) {
    const drives = [`result-${laggingOf(index)}`];
    if (chance(15)) drives.push(`result-${random.below(shape.lagging)}`);
    metric(`core-${index}`, nameOf(areaOf(index), index), 'core', drives);
    if (index === 0) lines.push('    primary: true');
  }
  lines.push('', 'leading:');
  for (let index = 0; index < shape.leading; index++) {
    const core = Math.floor((index * shape.core) / shape.leading);
    const near = Math.min(shape.core - 1, core - (core % perArea) + random.below(perArea));
    const drives = index % 37 === 36 ? [] : [`core-${core}`];
    if (drives.length > 0 && chance(18)) drives.push(`core-${near}`);
    if (drives.length > 0 && chance(6)) drives.push(`core-${random.below(shape.core)}`);
    if (drives.length > 0 && chance(4)) drives.push(`result-${laggingOf(core)}`);
    if (index % 71 === 70) drives.push(`lead-${index - 3}`);
    metric(`lead-${index}`, nameOf(areaOf(core), index + 3), 'leading', drives);
  }
  lines.push('', 'guardrails:');
  for (let index = 0; index < shape.guardrails; index++) {
    const guarded = Math.floor((index * shape.core) / shape.guardrails);
    const drives = index % 3 === 0 ? [`core-${guarded}`] : [];
    metric(
      `guard-${index}`,
      guards[index % guards.length]?.replace('%', areas[areaOf(guarded)] ?? '') ?? '',
      'guardrails',
      drives,
    );
  }
  return `${lines.join('\n')}\n`;

  function nameOf(area: number, index: number): string {
    const subject = areas[area] ?? '';
    return random.below(100) < 25
      ? (longNames[index % longNames.length] ?? '').replace('%', subject.toLowerCase())
      : `${subject} ${random.pick(whats)}`;
  }
}

const cadences = { lagging: 'quarterly', core: 'weekly', leading: 'daily', guardrails: 'realTime' } as const;
const people = ['Ines Okafor', 'Tomás Rey', 'Juno Park', 'Pim Verhoef', 'Aurelia Montgomery-Whitfield'];
const sources = ['Ledger', 'Warehouse', 'Product events', 'Gateway logs', 'warehouse.analytics.fct_daily_activity'];
const results = [
  'Recurring revenue',
  'Customer retention after a year',
  'Gross margin',
  'Cost to serve a customer',
  'Net revenue from customers that were there a year ago',
  'Market share',
  'New customers',
  'Expansion revenue',
];
const areas = [
  'Sign-up',
  'Onboarding',
  'Search',
  'Checkout',
  'Invoicing',
  'Reports',
  'Sharing',
  'Mobile',
  'Integrations',
  'Support',
  'Billing',
];
const whats = ['adoption', 'completion', 'repeat use', 'success rate', 'weekly users', 'time saved', 'first use'];
const longNames = [
  'Customers who finish % within one day of their first visit',
  'Share of teams with three people or more who use % every week',
  'Sessions in which % was reached without any help',
  'Accounts that come back to % after more than a month away',
];
const guards = [
  '% error rate',
  'Support tickets about % per thousand customers',
  '% latency',
  'Unsubscribes after % mails',
  'Refunds',
];
