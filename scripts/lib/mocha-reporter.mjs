// @ts-check
// A mocha reporter for scripts/test.mjs: adds each result to a file, and with BETWRIGHT_TEST_VERBOSE prints it too.
import fs from 'node:fs';
import { eventsVariable, forwardEvents } from './test-events.mjs';

/** @typedef {import('./test-events.mjs').TestEvent} TestEvent */

const marks = { pass: '✓', fail: '✗', skip: '–' };

/**
 * Mocha calls this with `new`, the tests inside VS Code as a function.
 * @param {import('./test-events.mjs').RunnerLike} runner
 */
export default function recordRun(runner) {
  const file = process.env[eventsVariable];
  const verbose = Boolean(process.env['BETWRIGHT_TEST_VERBOSE']);
  forwardEvents(runner, event => {
    if (file !== undefined) fs.appendFileSync(file, `${JSON.stringify(event)}\n`);
    if (verbose && event.type !== 'end') console.log(lineFor(event));
  });
}

/** @param {Exclude<TestEvent, { type: 'end' }>} event */
function lineFor(event) {
  const time = event.type === 'pass' && event.milliseconds > 75 ? ` (${String(event.milliseconds)} ms)` : '';
  return `${marks[event.type]} ${event.title}${time}`;
}
