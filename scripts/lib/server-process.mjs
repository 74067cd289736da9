// @ts-check
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Fault } from './fault.mjs';
import { start, stop, wasStopped } from './run.mjs';

const guard = pathToFileURL(fileURLToPath(new URL('guard.mjs', import.meta.url))).href;

/** Everything stays on this address. */
export const host = '127.0.0.1';

/**
 * @typedef {object} ServerOptions
 * @property {import('./vscode-server.mjs').InstalledServer} server
 * @property {string} profile folder for everything the server keeps
 * @property {string} userDataDir
 * @property {string} extensionsDir
 * @property {number} [port] 0 or left out: a free one
 * @property {readonly string[]} [args] further arguments of the server
 * @property {NodeJS.ProcessEnv} [env] further environment of the server and of the extension hosts it starts
 * @property {(text: string) => void} [onOutput]
 */

/**
 * @typedef {object} RunningServer
 * @property {string} address such as `127.0.0.1:8123`
 * @property {() => Promise<void>} stop ends it together with its extension hosts and their language servers
 * @property {Promise<'stopped' | 'by itself'>} ended how it ended, when it has
 * @property {() => string} log what it printed last
 */

/** A server that says nothing for so long will not start. */
const patience = 30_000;

/**
 * Starts the VS Code server. It answers on 127.0.0.1 alone, knows no marketplace and sends no telemetry.
 * @param {ServerOptions} options
 * @returns {Promise<RunningServer>}
 */
export async function startServer({
  server,
  profile,
  userDataDir,
  extensionsDir,
  port = 0,
  args = [],
  env = {},
  onOutput,
}) {
  for (const folder of [profile, userDataDir, extensionsDir]) fs.mkdirSync(folder, { recursive: true });
  const child = start(
    server.node,
    [
      ...['--import', guard, server.main],
      ...['--host', host, '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
      ...['--telemetry-level', 'off', '--disable-telemetry', '--disable-workspace-trust'],
      ...['--server-data-dir', profile, '--user-data-dir', userDataDir, '--extensions-dir', extensionsDir],
      ...args,
    ],
    {
      env: { ...cleanEnvironment(), ...env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    },
  );
  let log = '';
  /** @type {Promise<'stopped' | 'by itself'>} */
  const ended = new Promise(resolve => child.once('close', () => resolve(wasStopped(child) ? 'stopped' : 'by itself')));
  const listening = new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ what) =>
      reject(new Fault(`The VS Code server ${what}`, log.trim().slice(-2000)));
    const timer = setTimeout(() => fail('did not start in time'), patience);
    void ended.then(() => fail('ended while it started'));
    child.once('error', error => fail(`could not be started: ${error.message}`));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        log = (log + text).slice(-20_000);
        onOutput?.(text);
        const found = /agent listening on (\d+)/.exec(log);
        if (found === null) return;
        clearTimeout(timer);
        resolve(Number(found[1]));
      });
    }
  });
  try {
    return { address: `${host}:${String(await listening)}`, stop: () => stop(child), ended, log: () => log };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

/** Inside a terminal of VS Code there are variables that would make our server take itself for a part of that one. */
function cleanEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)));
}

/**
 * A port that is free now: the wanted one, else any.
 * @param {number} wanted
 * @returns {Promise<number>}
 */
export function freePort(wanted) {
  return new Promise(resolve => {
    const probe = net.createServer();
    probe.once('error', () => resolve(wanted === 0 ? 0 : freePort(0)));
    probe.listen(wanted, host, () => {
      const address = /** @type {net.AddressInfo} */ (probe.address());
      probe.close(() => resolve(address.port));
    });
  });
}

/**
 * The address of a path in a window of the server.
 * @param {string} address
 * @param {string} file absolute
 */
export function remoteUri(address, file) {
  // On Windows c:\a becomes /c:/a, as VS Code writes it.
  return `vscode-remote://${address}${pathToFileURL(path.resolve(file)).pathname}`;
}
