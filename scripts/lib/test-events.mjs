// @ts-check
// What a run of mocha reports, as data: the same for tests under Node, inside VS Code and inside its web worker.
// No import here: this file is also bundled for the browser.

/**
 * @typedef {{ type: 'pass', title: string, milliseconds: number }
 *   | { type: 'fail', title: string, message: string, stack: string }
 *   | { type: 'skip', title: string }
 *   | { type: 'end' }} TestEvent
 */

/** Environment variable: the file that a run adds its events to, one JSON object a line. */
export const eventsVariable = 'BETWRIGHT_TEST_EVENTS';

/** How a line of the console begins that is an event, where a run has no files. */
export const consoleMark = 'betwright-test-event ';

/**
 * @typedef {object} RunnerLike
 * @property {(event: string, listener: (test: TestLike, error: unknown) => void) => unknown} on
 */

/**
 * @typedef {object} TestLike
 * @property {() => string[]} titlePath
 * @property {number} [duration]
 */

/**
 * Hands on what a mocha runner reports.
 * @param {RunnerLike} runner
 * @param {(event: TestEvent) => void} emit is called while the run goes on, so that a run that crashes leaves what it got to
 */
export function forwardEvents(runner, emit) {
  runner.on('pass', test => emit({ type: 'pass', title: titleOf(test), milliseconds: test.duration ?? 0 }));
  runner.on('pending', test => emit({ type: 'skip', title: titleOf(test) }));
  runner.on('fail', (test, error) => {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    emit({ type: 'fail', title: titleOf(test), message, stack: stack ?? '' });
  });
  runner.on('end', () => emit({ type: 'end' }));
}

/** @param {TestLike} test */
const titleOf = test => test.titlePath().join(' › ');
