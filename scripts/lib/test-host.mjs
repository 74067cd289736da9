// @ts-check
// Decides which VS Code runs the tests inside VS Code.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { root, testHome } from './paths.mjs';
import { manifestOf } from './profile.mjs';
import { run } from './run.mjs';
import { compareVersions, findDesktop, hasDisplay, oldestAllowed } from './vscode-desktop.mjs';
import { serverVersion } from './vscode-server.mjs';

/** @typedef {{ executable: string, description: string }} TestHost */

const scriptOf = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const isWindows = process.platform === 'win32';

/** After so many days a download that did not work is tried again. */
const memory = 7;
const memoryFile = path.join(testHome, 'download-failed');

/**
 * The oldest desktop VS Code that the extension supports, downloaded, where that works; else an installed one; else the VS Code server
 * in a browser, which needs no display.
 * @returns {Promise<TestHost>}
 */
export async function chooseTestHost() {
  const oldest = oldestAllowed(manifestOf(root).engines.vscode);
  if (!hasDisplay()) return launcher('no display here');
  const downloaded = await download(oldest);
  if (downloaded !== undefined) return { executable: downloaded, description: `desktop VS Code ${oldest}, downloaded` };
  const installed = findDesktop();
  if (installed === undefined) return launcher('no desktop VS Code can be downloaded or is installed here');
  if (compareVersions(installed.version, oldest) < 0)
    return launcher(`the VS Code installed here is ${installed.version}`);
  return { executable: installed.executable, description: `desktop VS Code ${installed.version}, installed here` };
}

/** @param {string} why @returns {TestHost} */
function launcher(why) {
  return {
    executable: scriptOf(isWindows ? 'vscode-executable.cmd' : 'vscode-executable.mjs'),
    description: `VS Code ${serverVersion().replace(/^4/, '1')} in a browser: ${why}`,
  };
}

/** @param {string} version @returns {Promise<string | undefined>} */
async function download(version) {
  if (failedLately()) return undefined;
  const { code, output } = await run(process.execPath, [scriptOf('vscode-download.mjs'), version], { cwd: root });
  const executable = output.trim().split('\n').at(-1) ?? '';
  if (code === 0 && fs.existsSync(executable)) return executable;
  fs.mkdirSync(testHome, { recursive: true });
  fs.writeFileSync(
    memoryFile,
    `Downloading VS Code ${version} did not work here. Delete this file to try again at once.\n`,
  );
  return undefined;
}

function failedLately() {
  const time = fs.statSync(memoryFile, { throwIfNoEntry: false })?.mtimeMs;
  return time !== undefined && Date.now() - time < memory * 24 * 3_600_000;
}
