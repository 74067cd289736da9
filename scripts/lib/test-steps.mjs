// @ts-check
// The steps of `npm test`, in their order.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { build, formatMessages } from 'esbuild';
import { optionsForTests, testFiles } from './bundles.mjs';
import { ensureChromium } from './chromium.mjs';
import { Fault } from './fault.mjs';
import { outHome, root } from './paths.mjs';
import { run } from './run.mjs';
import { eventsVariable } from './test-events.mjs';
import { chooseTestHost } from './test-host.mjs';
import { countEvents, readEvents, splitConsole } from './test-results.mjs';
import { toolScript } from './tools.mjs';
import { ensureServer } from './vscode-server.mjs';

/** @typedef {import('./test-results.mjs').Result} Result */

/**
 * @typedef {object} Step
 * @property {string} id for --only and --skip
 * @property {string} title
 * @property {'check' | 'suite'} kind checks run two at a time, suites one after the other when the checks are done
 * @property {(context: Context) => Promise<Result>} work
 */

/** @typedef {{ onOutput: ((text: string) => void) | undefined }} Context where the output goes while it comes, when it is wanted */

/** So long may one suite take, in milliseconds; they need a fraction of it. */
const patience = 1_200_000;

/** What is opened by the tests inside VS Code. */
const examples = path.join(root, 'examples');

/** @type {readonly Step[]} */
export const steps = [
  check('format', 'format', () => [toolScript('prettier'), '--check', '--log-level', 'warn', '.']),
  check('types', 'types', () => [toolScript('typescript', 'tsc'), '-p', '.']),
  check('types-core', 'types of the core', () => [toolScript('typescript', 'tsc'), '-p', 'src/core']),
  check('types-webview', 'types of the webview', () => [toolScript('typescript', 'tsc'), '-p', 'src/webview']),
  check('lint', 'lint', () => [toolScript('eslint'), '.', '--max-warnings', '0']),
  check('imports', 'import rules', () => [
    toolScript('dependency-cruiser', 'depcruise'),
    '--output-type',
    'err',
    'src',
  ]),
  check('dead-code', 'dead code', () => [toolScript('knip')]),
  check('generated', 'generated files', () => ['scripts/generate.mjs', '--check']),
  check('build', 'build', () => ['scripts/build.mjs']),
  mochaSuite('unit', 'unit', 10_000),
  mochaSuite('conformance', 'reader against ajv', 20_000),
  mochaSuite('hostile', 'hostile inputs', 20_000),
  mochaSuite('server', 'language server', 20_000),
  mochaSuite('cli', 'command line', 20_000),
  { id: 'extension', title: 'inside VS Code', kind: 'suite', work: ifAny('extension', insideVsCode) },
  { id: 'web', title: 'web worker host', kind: 'suite', work: ifAny('web', insideWebWorker) },
  mochaSuite('ui', "a person's clicks", 240_000, ['--retries', '1']),
];

/**
 * Installs what the chosen steps will need, while the first of them run already.
 * @param {readonly Step[]} chosen
 * @returns {Promise<string | undefined>} what there was to do, if anything
 */
export async function prepare(chosen) {
  const needs = chosen.filter(
    ({ id }) => ['extension', 'web', 'ui'].includes(id) && testFiles(path.join(root, 'test', id)).length > 0,
  );
  if (needs.length === 0) return undefined;
  const [chromium, server] = await Promise.all([ensureChromium(), ensureServer()]);
  return `${server.fresh ? 'VS Code installed' : 'up to date'}, ${chromium}`;
}

/**
 * A tool that is content or not: one test.
 * @param {string} id
 * @param {string} title
 * @param {() => readonly string[]} args for Node
 * @returns {Step}
 */
function check(id, title, args) {
  return {
    id,
    title,
    kind: 'check',
    work: async ({ onOutput }) => {
      const { code, output } = await run(process.execPath, args(), { cwd: root, ...(onOutput && { onOutput }) });
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
    },
  };
}

/**
 * A folder of tests that mocha runs under Node.
 * @param {string} folder
 * @param {string} title
 * @param {number} timeout of one test, in milliseconds
 * @param {readonly string[]} [more] options: clicks are tried once more, because on a busy machine one may get lost, as a person's may
 * @returns {Step}
 */
function mochaSuite(folder, title, timeout, more = []) {
  return {
    id: folder,
    title,
    kind: 'suite',
    work: ifAny(folder, async ({ onOutput }) => {
      const events = eventsFile(folder);
      const ending = await run(
        process.execPath,
        [
          ...[
            '--import',
            'tsx',
            toolScript('mocha'),
            '--no-config',
            '--forbid-only',
            '--exit',
            '--timeout',
            String(timeout),
          ],
          ...more,
          ...hooksOf(folder),
          ...['--reporter', 'scripts/lib/mocha-reporter.mjs', `test/${folder}/**/*.test.ts`],
        ],
        {
          cwd: root,
          timeout: patience,
          env: { [eventsVariable]: events, ...verboseIf(onOutput) },
          ...(onOutput && { onOutput }),
        },
      );
      return countEvents(readEvents(events), ending);
    }),
  };
}

/** What a suite wants done around each of its tests. @param {string} folder */
function hooksOf(folder) {
  const file = `test/${folder}/hooks.ts`;
  return fs.existsSync(path.join(root, file)) ? ['--require', `./${file}`] : [];
}

/** @param {Context} context @returns {Promise<Result>} */
async function insideVsCode({ onOutput }) {
  const [host, tests] = await Promise.all([chooseTestHost(), bundleTests('extension')]);
  const events = eventsFile('extension');
  const ending = await run(
    process.execPath,
    ['scripts/lib/run-in-vscode.mjs', host.executable, root, tests, examples],
    {
      cwd: root,
      timeout: patience,
      env: { [eventsVariable]: events, ...verboseIf(onOutput) },
      ...(onOutput && { onOutput }),
    },
  );
  return { ...countEvents(readEvents(events), ending), note: host.description };
}

/** @param {Context} context @returns {Promise<Result>} */
async function insideWebWorker({ onOutput }) {
  const tests = await bundleTests('web');
  const ending = await run(process.execPath, ['scripts/lib/run-in-vscode.mjs', 'web', root, tests, examples], {
    cwd: root,
    timeout: patience,
    ...(onOutput && { onOutput }),
  });
  const { events, rest } = splitConsole(ending.output);
  return countEvents(events, { ...ending, output: rest });
}

/**
 * @param {string} folder
 * @param {Step['work']} work
 * @returns {Step['work']}
 */
function ifAny(folder, work) {
  return async context => {
    if (testFiles(path.join(root, 'test', folder)).length > 0) return work(context);
    return { passed: 0, failed: 0, skipped: 0, note: 'no tests yet' };
  };
}

/**
 * @param {import('./bundles.mjs').HostedSuite} suite
 * @returns {Promise<string>} the script for extensionTestsPath
 */
async function bundleTests(suite) {
  const options = optionsForTests(suite);
  try {
    await build(options);
  } catch (error) {
    if (!(error instanceof Error && 'errors' in error)) throw error;
    const { errors } = /** @type {import('esbuild').BuildFailure} */ (error);
    throw new Fault('The tests cannot be bundled', (await formatMessages(errors, { kind: 'error' })).join('\n'));
  }
  return options.outfile;
}

/** An empty file for the events of a suite. @param {string} suite */
function eventsFile(suite) {
  const file = path.join(outHome, 'test-results', `${suite}.jsonl`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, '');
  return file;
}

/** @param {Context['onOutput']} onOutput */
const verboseIf = onOutput => (onOutput ? { BETWRIGHT_TEST_VERBOSE: '1' } : {});
