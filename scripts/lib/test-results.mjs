// @ts-check
import fs from 'node:fs';
import { consoleMark } from './test-events.mjs';

/** @typedef {import('./test-events.mjs').TestEvent} TestEvent */

/**
 * @typedef {object} Result what came of one step
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} [note] what is worth saying beside the numbers
 * @property {readonly string[]} [failures] one text for each failed test
 * @property {string} [output] what the step printed, shown when it failed
 */

/**
 * The events of a run.
 * @param {string} text lines of JSON; a last line that was cut off is left out
 * @returns {TestEvent[]}
 */
export function parseEvents(text) {
  return text.split('\n').flatMap(line => {
    try {
      return line === '' ? [] : [/** @type {TestEvent} */ (JSON.parse(line))];
    } catch {
      return [];
    }
  });
}

/** @param {string} file @returns {TestEvent[]} */
export const readEvents = file => (fs.existsSync(file) ? parseEvents(fs.readFileSync(file, 'utf8')) : []);

/**
 * Takes the events out of what was printed to a console.
 * @param {string} output
 */
export function splitConsole(output) {
  const lines = output.split('\n');
  const events = lines.flatMap(line => {
    const at = line.indexOf(consoleMark);
    return at < 0 ? [] : parseEvents(line.slice(at + consoleMark.length));
  });
  return { events, rest: lines.filter(line => !line.includes(consoleMark)).join('\n') };
}

/**
 * Counts a run. One that broke off before its end has at least one failure: whoever counts must not take silence for success.
 * @param {readonly TestEvent[]} events
 * @param {{ code: number, output: string, timedOut?: boolean }} ending of the process that ran the tests
 * @returns {Result}
 */
export function countEvents(events, { code, output, timedOut = false }) {
  const count = (/** @type {TestEvent['type']} */ type) => events.filter(event => event.type === type).length;
  const failures = events.flatMap(event =>
    event.type === 'fail' ? [`${event.title}\n${event.stack || event.message}`] : [],
  );
  const complete = count('end') === 1;
  const crashed = !complete || (code !== 0 && failures.length === 0);
  if (crashed)
    failures.push(timedOut ? 'The run took too long and was ended' : `The run broke off (exit code ${String(code)})`);
  // A test that failed tells why itself; what else was printed helps only where the run as a whole went wrong.
  return {
    passed: count('pass'),
    failed: failures.length,
    skipped: count('skip'),
    failures,
    output: crashed ? lastLines(output) : '',
  };
}

/** @param {string} output */
const lastLines = output => output.trimEnd().split('\n').slice(-40).join('\n');
