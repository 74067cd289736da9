// @ts-check
// A window in which VS Code runs a suite of tests (extensionTestsPath) instead of waiting for a person.
import path from 'node:path';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { ensureChromium } from './chromium.mjs';
import { manifestOf, writeSettings } from './profile.mjs';
import { scratchFolder } from './scratch.mjs';
import { remoteUri, startServer } from './server-process.mjs';
import { ensureServer } from './vscode-server.mjs';

/**
 * @typedef {object} TestWindowOptions all paths absolute
 * @property {readonly string[]} extensions folders of the extensions under development
 * @property {string} testsPath a script whose `run` is the run of the tests
 * @property {'node' | 'web'} extensionHost `web`: the `browser` entry, in the web worker
 * @property {string} [folder] what the window opens
 * @property {string} [serverVersion] of the npm package
 * @property {(text: string) => void} [onOutput] what the tests print, line by line
 */

/**
 * Runs tests in the workbench of the VS Code server, in a profile of their own.
 * @param {TestWindowOptions} options
 * @returns {Promise<number>} the exit code of the run
 */
export async function runInWindow(options) {
  const [server, chromium] = await Promise.all([ensureServer(options.serverVersion), ensureChromium()]);
  const profile = scratchFolder('bw-');
  const userDataDir = path.join(profile, 'user-data');
  writeSettings(userDataDir, settingsFor(options));
  const running = await startServer({
    ...{ server, profile, userDataDir },
    extensionsDir: path.join(profile, 'extensions'),
    // Without it a released VS Code for the web ignores extensionDevelopmentPath and extensionTestsPath, and says nothing.
    args: ['--enable-smoke-test-driver'],
  });
  const browser = await launchBrowser(chromium);
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    /** @type {Promise<number>} */
    const finished = new Promise((resolve, reject) => {
      page.on('crash', () => reject(new Error('The page of the workbench crashed')));
      page.on('close', () => reject(new Error('The page of the workbench was closed')));
      void running.ended.then(() => reject(new Error(`The VS Code server ended during the tests\n${running.log()}`)));
      // VS Code calls these two in the page: for what the tests print, and when they are over.
      const ready = Promise.all([
        page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) =>
          options.onOutput?.(`${format(...args)}\n`),
        ),
        page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => resolve(code)),
      ]);
      ready.then(() => page.goto(addressOf(running.address, options))).catch(reject);
    });
    return await finished;
  } finally {
    await browser.close();
    await running.stop();
  }
}

/** @param {TestWindowOptions} options */
function settingsFor({ extensions, extensionHost }) {
  if (extensionHost === 'node') return {};
  // A remote window would run an extension that has a `main` on the server; this sends it to the web worker.
  const kinds = extensions.map(manifestOf).map(({ publisher, name }) => [`${publisher}.${name}`, ['web']]);
  return { 'remote.extensionKind': /** @type {unknown} */ (Object.fromEntries(kinds)) };
}

/**
 * @param {string} address
 * @param {TestWindowOptions} options
 */
function addressOf(address, { extensions, testsPath, folder }) {
  const payload = [
    ...extensions.map(extension => ['extensionDevelopmentPath', remoteUri(address, extension)]),
    ['extensionTestsPath', remoteUri(address, testsPath)],
  ];
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  // ew: an empty window.
  if (folder === undefined) query.set('ew', 'true');
  else query.set('folder', path.resolve(folder));
  return `http://${address}/?${query.toString()}`;
}
