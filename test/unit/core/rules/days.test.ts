import assert from 'node:assert/strict';
import { rules, type AnyRule } from '../../../../src/core/rules/index.ts';
import { addDays, addMonths, type Day } from '../../../../src/core/model/values/date.ts';
import { day, judged } from '../../../support/workspace.ts';

/** On which days a rule speaks, counted from a day that is written: 0 is that day itself. */
interface Dated {
  readonly rule: string;
  readonly what: string;
  readonly text: (due: Day) => string;
  readonly file?: string;
  /** The first day, and the last; none is for ever. */
  readonly from?: number;
  readonly to?: number;
}

const long = 'timebox: { start: 2020-01-01, end: 2035-12-31 }';

/** What is due today is not overdue; what happens today has happened (SPEC 8, "Durations", "Status", "Retro"). */
const table: readonly Dated[] = [
  {
    rule: 'retro/overdue',
    what: 'the day of the retro',
    text: due => `id: A\nstatus: building\n${long}\nretro: { scheduled: ${due} }\n`,
    from: 1,
  },
  {
    rule: 'retro/overdue',
    what: 'the end of the timebox',
    text: due => `id: A\nstatus: building\ntimebox: { start: 2020-01-01, end: ${due} }\n`,
    from: 1,
    to: 14,
  },
  {
    rule: 'retro/overdue',
    what: 'the day on which it was held after all',
    text: due => `id: A\nstatus: building\n${long}\nretro: { scheduled: 2020-02-01, held: ${due} }\n`,
    to: -1,
  },
  {
    rule: 'retro/due-soon',
    what: 'the day of the retro',
    text: due => `id: A\nstatus: building\n${long}\nretro: { scheduled: ${due} }\n`,
    from: -7,
    to: 0,
  },
  {
    rule: 'retro/not-scheduled',
    what: 'the end of the timebox',
    text: due => `id: A\nstatus: building\ntimebox: { start: 2020-01-01, end: ${due} }\n`,
    to: 0,
  },
  {
    rule: 'retro/not-scheduled',
    what: 'the start of the timebox, where no status is written',
    text: due => `id: A\ntimebox: { start: ${due}, end: 2035-12-31 }\n`,
    from: 0,
  },
  {
    rule: 'retro/decision-missing',
    what: 'the day on which the retro was held',
    text: due => `id: A\nstatus: building\n${long}\nretro: { held: ${due} }\n`,
    from: 0,
  },
  {
    rule: 'bet/zombie',
    what: 'the end of the timebox',
    text: due => `id: A\nstatus: building\ntimebox: { start: 2020-01-01, end: ${due} }\n`,
    from: 15,
  },
  {
    rule: 'bet/zombie',
    what: 'the day of a retro after the timebox',
    text: due =>
      `id: A\nstatus: building\ntimebox: { start: 2020-01-01, end: 2020-02-01 }\nretro: { scheduled: ${due} }\n`,
    from: 1,
  },
  {
    rule: 'bet/ship-and-forget',
    what: 'the day on which it shipped',
    text: due => `id: A\nshipped: ${due}\nmetrics: { core: [Orders] }\n`,
    from: 0,
  },
  {
    rule: 'rollout/missing',
    what: 'the day on which it shipped, where no status is written',
    text: due => `id: A\nshipped: ${due}\n`,
    from: 0,
  },
  {
    rule: 'rollout/stage-overrun',
    what: 'the day on which the duration is over',
    text: due => `id: A\nstages:\n  - { stage: beta, started: ${addDays(due, -14)}, duration: 2 weeks }\n`,
    file: 'a.rollout.yaml',
    from: 1,
  },
  {
    rule: 'rollout/gate-skipped',
    what: 'the start of the stage behind the gate',
    text: due =>
      `id: A\nstages:\n  - { stage: alpha, started: 2020-01-01, exit: [Nothing is on fire] }\n  - { stage: beta, started: ${due} }\n`,
    file: 'a.rollout.yaml',
    from: 0,
  },
  {
    rule: 'rollout/flag-not-cleaned-up',
    what: 'the day agreed for it',
    text: due => `id: A\nflag: { name: f, cleanupBy: ${due} }\nstages: [ga]\n`,
    file: 'a.rollout.yaml',
    from: 1,
  },
  {
    rule: 'rollout/flag-not-cleaned-up',
    what: 'the start of GA',
    text: due => `id: A\nflag: f\nstages:\n  - { stage: ga, started: ${due} }\n`,
    file: 'a.rollout.yaml',
    from: 31,
  },
  {
    rule: 'rollout/flag-not-cleaned-up',
    what: 'the day on which it was removed',
    text: due => `id: A\nflag: { name: f, cleanupBy: 2020-01-01, cleanedUp: ${due} }\nstages: [ga]\n`,
    file: 'a.rollout.yaml',
    to: -1,
  },
  {
    rule: 'launch/component-late',
    what: 'the day of a component',
    text: due => `id: A\ntier: 4\ncomponents:\n  communications: { owner: Mo, status: open, due: ${due} }\n`,
    file: 'a.launch.yaml',
    from: 1,
  },
  {
    rule: 'launch/component-late',
    what: 'the launch, for communications',
    text: due => `id: A\ntier: 4\ndate: ${due}\ncomponents:\n  communications: { owner: Mo, status: open }\n`,
    file: 'a.launch.yaml',
    from: 1,
  },
  {
    rule: 'launch/checklist-open',
    what: 'the launch',
    text: due => `id: A\ntier: 4\ndate: ${due}\npreLaunch: [Tell sales]\n`,
    file: 'a.launch.yaml',
    from: 1,
  },
  {
    rule: 'launch/missing',
    what: 'the start of beta',
    text: due => `id: A\nstatus: rollingOut\nrollout:\n  stages:\n    - { stage: beta, started: ${due} }\n`,
    from: 0,
  },
  {
    rule: 'metrics/not-instrumented',
    what: 'the start of beta',
    text: due =>
      `id: A\nstatus: rollingOut\nmetrics: { core: [Orders] }\nrollout:\n  stages:\n    - { stage: beta, started: ${due} }\n`,
    from: 0,
  },
  {
    rule: 'ignore/unused',
    what: 'the day until which it counts',
    text: due => `kind: bet\n# betwright-ignore bet/owner-missing: not yet staffed (until ${due})\nid: A\n`,
    from: 1,
  },
  {
    rule: 'bet/owner-missing',
    what: 'the day until which it is excused',
    text: due => `kind: bet\n# betwright-ignore bet/owner-missing: not yet staffed (until ${due})\nid: A\n`,
    from: 1,
  },
];

/** Where clocks change, a leap day, and the ends of a month and of a year. */
const dues = ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01', '2028-02-29', '2026-12-31', '2027-01-31'];

describe('days in rules', () => {
  for (const { rule, what, text, file = 'a.bet.yaml', from, to } of table) {
    it(`${rule} counts from ${what}`, () => {
      const edges = [from, to].flatMap(edge => (edge === undefined ? [] : [edge - 1, edge, edge + 1]));
      const offsets = [...new Set([-1, 0, 1, ...edges])].sort((a, b) => a - b);
      for (const due of dues.map(day)) {
        const spoke = offsets.filter(offset =>
          judged({ [file]: text(due) }, { today: addDays(due, offset) })
            .findings(file)
            .some(finding => finding.rule === rule),
        );
        const wanted = offsets.filter(offset => (from ?? offset) <= offset && offset <= (to ?? offset));
        assert.deepEqual(spoke, wanted, `${due}: ${text(due)}`);
      }
    });
  }

  it('count as the table says for every rule that judges by its day', () => {
    const told = new Set(table.map(({ rule }) => rule));
    const others = new Set(['retro/contradicts-evidence', 'retro/hypothesis-unresolved', 'retro/learnings-missing']);
    // These ask whether the retro was held, as `retro/decision-missing` does.
    others.add('retro/next-steps-unowned');
    // The day decides what these offer to write, and not whether they speak.
    for (const rule of [
      'bet/timebox-missing',
      'rollout/exit-criteria-missing',
      'rollout/flag-missing',
      'rollout/trigger-unknown-metric',
    ])
      others.add(rule);
    const judgesByDay = (rule: AnyRule): boolean => /\btoday\b/.test(rule.check.toString());
    const untold = rules.filter(rule => !told.has(rule.id) && !others.has(rule.id) && judgesByDay(rule));
    assert.deepEqual(untold.map(({ id }) => id), []); // prettier-ignore
  });
});

describe('lengths of time in rules', () => {
  const overrunFrom = (started: string, duration: string): string => {
    let today = day(started);
    const file = 'a.rollout.yaml';
    const text = `id: A\nstages:\n  - { stage: beta, started: ${started}, duration: ${duration} }\n`;
    for (let days = 0; days < 800; days++) {
      const found = judged({ [file]: text }, { today }).findings(file);
      if (found.some(({ rule }) => rule === 'rollout/stage-overrun')) return today;
      today = addDays(today, 1);
    }
    return 'never';
  };

  it('end on the last day of a month that is too short, and never in the one after', () => {
    assert.deepEqual(
      ['2027-01-31', '2028-01-31', '2026-08-31'].map(start => addMonths(day(start), 1)),
      ['2027-02-28', '2028-02-29', '2026-09-30'],
    );
    assert.deepEqual(addMonths(day('2028-02-29'), 12), '2029-02-28');
    assert.equal(overrunFrom('2027-01-31', '1 month'), '2027-03-01');
    assert.equal(overrunFrom('2028-01-31', '1 month'), '2028-03-01');
    assert.equal(overrunFrom('2028-02-29', '12 mo'), '2029-03-01');
    assert.equal(overrunFrom('2028-02-29', '1q'), '2028-05-30');
  });

  it('are as many days where the clocks change', () => {
    assert.equal(overrunFrom('2026-03-07', '1d'), '2026-03-09');
    assert.equal(overrunFrom('2026-10-25', '2d'), '2026-10-28');
    assert.equal(overrunFrom('2026-10-19', '1 week'), '2026-10-27');
  });
});
