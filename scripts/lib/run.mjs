// @ts-check
// Starting other programs, and ending them with everything they started themselves.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const isWindows = process.platform === 'win32';

/** Children that still run. They are ended when this process ends, whatever the reason. @type {Set<ChildProcess>} */
const running = new Set();

process.once('exit', () => {
  for (const child of running) killTree(child, 'SIGKILL');
});

/**
 * Starts a program of which this process is in charge.
 * On Linux and macOS it leads a process group of its own: a Ctrl-C reaches this process alone, which then ends the whole group.
 * Windows knows no groups; there `taskkill /T` walks the tree of parents.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {ChildProcess}
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { windowsHide: true, ...options, detached: !isWindows });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Sends a signal to a child and all that it started.
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function killTree(child, signal) {
  if (child.pid === undefined) return;
  if (isWindows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

/** Children that were ended on purpose. @type {WeakSet<ChildProcess>} */
const stopped = new WeakSet();

/** Whether a child ended, or will end, because we wanted it to. @param {ChildProcess} child */
export const wasStopped = child => stopped.has(child);

/**
 * Ends a child and all that it started: politely first, after `patience` milliseconds by force.
 * @param {ChildProcess} child
 * @param {number} [patience]
 */
export async function stop(child, patience = 3000) {
  stopped.add(child);
  const ended = child.exitCode !== null || child.signalCode !== null;
  const exit = ended ? Promise.resolve() : new Promise(resolve => child.once('exit', resolve));
  killTree(child, 'SIGTERM');
  await Promise.race([exit, new Promise(resolve => setTimeout(resolve, patience).unref())]);
  // What the child left behind in its group does not outlive it either.
  killTree(child, 'SIGKILL');
}

/** Ends everything that `start` and `run` started and that still runs. */
export async function stopAll() {
  await Promise.all([...running].map(child => stop(child)));
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] further environment variables
 * @property {(text: string) => void} [onOutput] gets what the program prints while it prints it
 * @property {number} [timeout] in milliseconds; the program is ended then and `timedOut` is true
 */

/**
 * Runs a program to its end and gathers what it prints (both streams, in the order of arrival).
 * A program that cannot be started gives code 127 and the reason as output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>}
 */
export function run(command, args, { cwd, env, onOutput, timeout } = {}) {
  return new Promise(resolve => {
    const child = start(command, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let timedOut = false;
    const timer =
      timeout === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            void stop(child);
          }, timeout);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text;
        onOutput?.(text);
      });
    }
    child.once('error', error => {
      clearTimeout(timer);
      resolve({ code: 127, output: error.message, timedOut });
    });
    child.once('close', code => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output, timedOut });
    });
  });
}

/**
 * Calls `cleanUp` and leaves when the user presses Ctrl-C, when the terminal is closed, or when another program asks us to end.
 * A second Ctrl-C leaves at once.
 * @param {() => Promise<void>} cleanUp
 */
export function onInterrupt(cleanUp) {
  let asked = false;
  /** @type {Record<string, number>} */
  const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  for (const signal of Object.keys(exitCodes)) {
    process.on(signal, () => {
      const code = exitCodes[signal] ?? 1;
      if (asked && signal === 'SIGINT') process.exit(code);
      if (asked) return;
      asked = true;
      void cleanUp().finally(() => process.exit(code));
    });
  }
  endWithNpm();
  // A closed terminal makes writing to it fail; that must not keep us from cleaning up.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/**
 * npm starts a script by way of a shell, and neither of the two hands on every signal it gets. When one of them is gone, we are not
 * wanted any more.
 */
function endWithNpm() {
  if (process.env['npm_lifecycle_event'] === undefined || isWindows) return;
  const shell = process.ppid;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid !== shell || parentOf(shell) !== npm) process.kill(process.pid, 'SIGHUP');
  }, 1000);
  timer.unref();
}

/**
 * @param {number} processId
 * @returns {string} the id of its parent, or nothing where that is not told; Linux has a file for it, other systems have `ps`
 */
function parentOf(processId) {
  try {
    return /^PPid:\s*(\d+)/m.exec(fs.readFileSync(`/proc/${String(processId)}/status`, 'utf8'))?.[1] ?? '';
  } catch {
    if (process.platform === 'linux') return '';
    return spawnSync('ps', ['-o', 'ppid=', '-p', String(processId)], { encoding: 'utf8' }).stdout.trim();
  }
}
