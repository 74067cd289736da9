// @ts-check
// npm start: opens the examples in a VS Code that has Betwright. See `usage` below.
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { describeFault, Fault } from './lib/fault.mjs';
import { installPackages, requireNode } from './lib/install.mjs';
import { root, testHome } from './lib/paths.mjs';
import { linkExtensions, manifestOf, prepareProfile } from './lib/profile.mjs';
import { onInterrupt, run, start, stopAll } from './lib/run.mjs';
import { freePort, host, startServer } from './lib/server-process.mjs';
import { bold, cyan, dim, red, say, withStep } from './lib/terminal.mjs';
import { compareVersions, findDesktop, hasDisplay, oldestAllowed } from './lib/vscode-desktop.mjs';
import { ensureServer } from './lib/vscode-server.mjs';

const usualPort = 8123;

const usage = `Opens a folder in VS Code with Betwright: in the VS Code of this computer, else in the browser.

  npm start -- [options]
    --folder DIR   what to open (examples)
    --browser      in the browser, even where a desktop VS Code is installed
    --port N       port on ${host} for the browser (${String(usualPort)}, or a free one)
    --help         this text
`;

onInterrupt(async () => {
  say(dim('\n  Stopping …'));
  await stopAll();
});

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) say(usage);
  else await open(options);
} catch (error) {
  console.error(`\n${red(describeFault(error))}`);
  await stopAll();
  process.exit(1);
}

/** @typedef {{ folder: string, browser: boolean, port: number | undefined, help: boolean }} Options */

/** @param {Options} options */
async function open(options) {
  requireNode();
  say(`\n${bold('Betwright')}  ${dim(path.relative(process.cwd(), options.folder) || options.folder)}\n`);
  await withStep('Packages', async note => note(await installPackages()));
  await withStep('Build', build);
  const desktop = options.browser ? undefined : usableDesktop();
  await (desktop === undefined ? openInBrowser(options) : openOnDesktop(options, desktop));
}

async function build() {
  const result = await run(process.execPath, [path.join(root, 'scripts/build.mjs')], { cwd: root });
  if (result.code !== 0) throw new Fault('Betwright does not build', result.output.trim());
}

/** The VS Code of this computer, where it can be shown and is not too old for the extension. */
function usableDesktop() {
  const desktop = hasDisplay() ? findDesktop() : undefined;
  if (desktop === undefined) return undefined;
  const oldest = oldestAllowed(manifestOf(root).engines.vscode);
  if (compareVersions(desktop.version, oldest) >= 0) return desktop;
  say(
    dim(`    VS Code ${desktop.version} is installed here, Betwright needs ${oldest}: opening in the browser instead.`),
  );
  return undefined;
}

/**
 * @param {Options} options
 * @param {import('./lib/vscode-desktop.mjs').Desktop} desktop
 */
async function openOnDesktop({ folder }, desktop) {
  // A profile of its own: the windows, settings and extensions of the user are not touched.
  // In the system's temporary folder, as the path of a socket below it may have no more than 103 characters on macOS.
  const profile = path.join(
    os.tmpdir(),
    `betwright-${crypto.createHash('sha256').update(root).digest('hex').slice(0, 8)}`,
  );
  prepareProfile(path.join(profile, 'user-data'));
  const child = start(
    desktop.executable,
    [
      `--extensionDevelopmentPath=${root}`,
      `--user-data-dir=${path.join(profile, 'user-data')}`,
      `--extensions-dir=${path.join(profile, 'extensions')}`,
      ...[
        '--new-window',
        '--skip-welcome',
        '--skip-release-notes',
        '--disable-updates',
        '--disable-telemetry',
        '--disable-workspace-trust',
      ],
      // Chromium's own sandbox does not work for root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      folder,
    ],
    { stdio: 'ignore' },
  );
  say(
    `\n  VS Code ${desktop.version} opens in its own window.\n  ${dim('Close it, or press Ctrl+C here, to stop.')}\n`,
  );
  /** @type {number | null} */
  const code = await new Promise(resolve => child.once('error', () => resolve(127)).once('exit', resolve));
  if (code === 127) throw new Fault(`${desktop.executable} could not be started`, 'Try: npm start -- --browser');
}

/** @param {Options} options */
async function openInBrowser({ folder, port }) {
  const server = await withStep('VS Code', async (/** @type {(note: string) => void} */ note) => {
    const installed = await ensureServer();
    note(installed.fresh ? 'installed' : 'up to date');
    return installed;
  });
  const profile = path.join(testHome, 'browser');
  const userDataDir = path.join(profile, 'user-data');
  const extensionsDir = path.join(profile, 'extensions');
  const running = await withStep('Server', async () => {
    prepareProfile(userDataDir);
    linkExtensions(extensionsDir, [root]);
    return startServer({
      ...{ server, profile, userDataDir, extensionsDir },
      port: await choosePort(port),
      args: ['--default-folder', folder],
    });
  });
  say(`\n  Open ${bold(cyan(`http://${running.address}/`))} in a browser.\n  ${dim('Press Ctrl+C here to stop.')}\n`);
  if ((await running.ended) === 'stopped') return;
  throw new Fault('The VS Code server ended by itself', running.log().trim().split('\n').slice(-5).join('\n'));
}

/**
 * The port that was asked for, or the usual one; when that is taken, only who asked for none gets another.
 * @param {number | undefined} wanted
 */
async function choosePort(wanted) {
  const port = await freePort(wanted ?? usualPort);
  if (wanted === undefined || wanted === 0 || port === wanted) return port;
  throw new Fault(`Port ${String(wanted)} is in use`, 'Choose another one, or leave out --port to get a free one.');
}

/**
 * @param {readonly string[]} args
 * @returns {Options}
 */
function readOptions(args) {
  const { values } = parse(args);
  const folder = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), values.folder ?? path.join(root, 'examples'));
  if (!fs.existsSync(folder)) throw new Fault(`There is no folder ${folder}`);
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536)) {
    throw new Fault(`--port takes a number from 0 to 65535, not ${String(values.port)}`);
  }
  return { folder, browser: values.browser === true, port, help: values.help === true };
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        folder: { type: 'string' },
        browser: { type: 'boolean' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new Fault(error instanceof Error ? error.message : String(error), usage);
  }
}
