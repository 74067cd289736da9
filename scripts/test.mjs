// @ts-check
// npm test: installs what the tests need, and runs everything. See `usage` below.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { describeFault, Fault } from './lib/fault.mjs';
import { installPackages, requireNode } from './lib/install.mjs';
import { onInterrupt, stopAll } from './lib/run.mjs';
import { bold, dim, green, indent, red, say, sayStep, seconds, withStep } from './lib/terminal.mjs';

const usage = `Runs the checks and the tests of Betwright.

  npm test -- [options]
    --only A,B     these steps alone
    --skip A,B     all but these
    --verbose      shows what the steps print, while they print it
    --list         names the steps
    --help         this text
`;

/** @typedef {import('./lib/test-steps.mjs').Step} Step */
/** @typedef {import('./lib/test-results.mjs').Result} Result */

onInterrupt(async () => {
  say(dim('\n  Stopping …'));
  await stopAll();
});

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) say(usage);
  else process.exitCode = await testAll(options);
} catch (error) {
  console.error(`\n${red(describeFault(error))}`);
  process.exitCode = 1;
}
await stopAll();
process.exit();

/** @typedef {{ only: string[] | undefined, skip: string[], verbose: boolean, list: boolean, help: boolean }} Options */

/**
 * @param {Options} options
 * @returns {Promise<number>} exit code
 */
async function testAll(options) {
  const started = performance.now();
  requireNode();
  say(`\n${bold('Betwright')}  ${dim('tests')}\n`);
  await withStep('packages', async note => note(await installPackages()));
  // Not before the packages are there: it uses some of them.
  const { steps, prepare } = await import('./lib/test-steps.mjs');
  if (options.list) {
    for (const { id, title } of steps) say(`    ${id.padEnd(16)} ${title}`);
    return 0;
  }
  const chosen = choose(steps, options);
  const prepared = settle(prepare(chosen));

  /** @type {Result[]} */
  const results = [];
  const perform = async (/** @type {Step} */ step) => void results.push(await performStep(step, options.verbose));
  await twoAtATime(
    chosen.filter(({ kind }) => kind === 'check'),
    perform,
  );
  const suites = chosen.filter(({ kind }) => kind === 'suite');
  if (suites.length > 0) {
    const { note, error } = await prepared;
    if (error !== undefined) sayStep('bad', 'VS Code and a browser', describeFault(error));
    else if (note !== undefined) sayStep('good', 'VS Code and a browser', note);
  }
  for (const step of suites) await perform(step);

  return summarise(results, performance.now() - started);
}

/**
 * Runs one step and says what came of it. Never throws: what breaks in a step is a failure of that step.
 * @param {Step} step
 * @param {boolean} verbose
 * @returns {Promise<Result>}
 */
async function performStep(step, verbose) {
  const started = performance.now();
  const onOutput = verbose ? (/** @type {string} */ text) => void process.stdout.write(dim(indent(text))) : undefined;
  const result = await step
    .work({ onOutput })
    .catch((/** @type {unknown} */ error) => failedWith(describeFault(error)));
  const note = [seconds(performance.now() - started), step.kind === 'suite' ? countsOf(result) : '', result.note ?? ''];
  const mark = result.failed > 0 ? 'bad' : result.passed + result.skipped === 0 ? 'note' : 'good';
  sayStep(mark, step.title, note.filter(Boolean).join('  '));
  if (result.failed > 0)
    sayFailure(
      step.id,
      [...(result.failures ?? []), verbose ? '' : (result.output ?? '').trim()].filter(Boolean).join('\n\n'),
    );
  return result;
}

/** @param {string} reason @returns {Result} */
function failedWith(reason) {
  return { passed: 0, failed: 1, skipped: 0, failures: [reason] };
}

/**
 * @param {string} id
 * @param {string} text
 */
function sayFailure(id, text) {
  say(`\n${indent(text, '      ')}\n`);
  say(dim(`      again, this alone: npm test -- --only ${id} --verbose\n`));
}

/** @param {Result} result */
function countsOf({ passed, failed, skipped }) {
  const counts = { passed, failed, skipped };
  const named = Object.entries(counts).flatMap(([word, count]) => (count > 0 ? [`${String(count)} ${word}`] : []));
  return named.join(', ');
}

/**
 * Prints the totals as the last line, by themselves.
 * @param {readonly Result[]} results
 * @param {number} milliseconds
 * @returns {number} exit code
 */
function summarise(results, milliseconds) {
  const total = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    results.reduce((sum, result) => sum + result[key], 0);
  const failed = total('failed');
  say(`\n  ${failed === 0 ? green('All is well') : red('Something fails')}  ${dim(seconds(milliseconds))}\n`);
  say(`${String(total('passed'))} passed, ${String(failed)} failed, ${String(total('skipped'))} skipped`);
  return failed === 0 ? 0 : 1;
}

/**
 * Checks are programs of one thread each, and the smallest machine we care for has two cores.
 * @param {readonly Step[]} steps
 * @param {(step: Step) => Promise<void>} perform
 */
async function twoAtATime(steps, perform) {
  const waiting = [...steps];
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await perform(step);
  };
  await Promise.all([worker(), worker()]);
}

/**
 * A promise that is looked at later; what it fails with is kept, not thrown meanwhile.
 * @param {Promise<string | undefined>} promise
 * @returns {Promise<{ note: string | undefined, error: unknown }>}
 */
async function settle(promise) {
  try {
    return { note: await promise, error: undefined };
  } catch (error) {
    return { note: undefined, error };
  }
}

/**
 * @param {readonly Step[]} steps
 * @param {Options} options
 */
function choose(steps, { only, skip }) {
  const unknown = [...(only ?? []), ...skip].filter(id => steps.every(step => step.id !== id));
  if (unknown.length > 0)
    throw new Fault(`There is no step ${unknown.join(', ')}`, `The steps: ${steps.map(({ id }) => id).join(', ')}`);
  return steps.filter(({ id }) => (only === undefined || only.includes(id)) && !skip.includes(id));
}

/**
 * @param {readonly string[]} args
 * @returns {Options}
 */
function readOptions(args) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string' },
        skip: { type: 'string' },
        verbose: { type: 'boolean' },
        list: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const { verbose = false, list = false, help = false } = values;
    return { only: values.only?.split(','), skip: values.skip?.split(',') ?? [], verbose, list, help };
  } catch (error) {
    throw new Fault(error instanceof Error ? error.message : String(error), usage);
  }
}
