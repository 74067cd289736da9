import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import { addDays } from '../../src/core/model/values/date.ts';
import { day } from '../support/workspace.ts';
import { instantOf, zones } from '../support/zones.ts';
import type { Answer, Question } from './clock-in-zone.ts';

/** One file, so that six processes start at once and quickly. */
const program = join(tmpdir(), `betwright-clock-${process.pid}.cjs`);

/** Days on which clocks change somewhere, the leap day, and the last of a year. */
const days = ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01', '2028-02-29', '2026-12-31'].map(day);
const times = ['00:00:00', '00:30:00', '12:00:00', '23:59:59'];

async function answersIn(zone: string, questions: readonly Question[]): Promise<readonly Answer[]> {
  const env = { ...process.env, TZ: zone };
  const { stdout } = await promisify(execFile)(process.execPath, [program, JSON.stringify(questions)], { env });
  return JSON.parse(stdout) as readonly Answer[];
}

describe('the day of the clock', () => {
  before(() => {
    const entryPoints = [join(import.meta.dirname, 'clock-in-zone.ts')];
    buildSync({ entryPoints, outfile: program, bundle: true, platform: 'node', format: 'cjs' });
  });
  after(() => {
    rmSync(program, { force: true });
  });

  for (const zone of zones) {
    it(`turns at midnight in ${zone}, whatever day it is, and what is due on it is not overdue`, async () => {
      const moments = days.flatMap(date => times.map(time => ({ date, time })));
      const answers = await answersIn(
        zone,
        moments.map(({ date, time }) => ({
          instant: instantOf({ zone, day: date, time }),
          due: [addDays(date, -1), date, addDays(date, 1)],
        })),
      );
      assert.deepEqual(
        answers.map(({ day, overdue }) => ({ day, overdue })),
        moments.map(({ date }) => ({ day: date, overdue: [true, false, false] })),
      );
      for (const [index, { date }] of moments.entries()) {
        const { nextDaySeen, looks } = answers[index] ?? assert.fail('no answer');
        const late = nextDaySeen - instantOf({ zone, day: addDays(date, 1), time: '00:00:00' });
        assert.ok(late >= 0 && late <= 1000, `the day after ${date} is seen ${late} ms late`);
        // A day of 25 hours is looked at 25 times.
        assert.ok(looks >= 1 && looks <= 25, `${looks} looks`);
      }
    }).timeout(20_000);
  }
});
