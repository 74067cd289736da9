// @ts-check
// Real VS Code windows for tests that act as a person does: the VS Code server, Chromium, and Betwright as an installed extension.
import fs from 'node:fs';
import path from 'node:path';
import { openBrowserProfile } from './browser.mjs';
import { ensureChromium } from './chromium.mjs';
import { root } from './paths.mjs';
import { linkExtensions, manifestOf, writeSettings } from './profile.mjs';
import { onInterrupt, stopAll } from './run.mjs';
import { removeScratchFolder, scratchFolder } from './scratch.mjs';
import { remoteUri, startServer } from './server-process.mjs';
import { ensureServer } from './vscode-server.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} folder is copied first: the test may change what it likes
 * @property {string} [open] a file of the folder that is open from the start
 * @property {import('./profile.mjs').Settings} [settings] user settings
 * @property {string} [colorTheme] such as `Dark Modern` (the usual one), `Light Modern`, `Default High Contrast`
 * @property {{ width: number, height: number }} [viewport] 1400 × 900 unless told
 * @property {'node' | 'web'} [extensionHost] `web`: the `browser` entry of the extension, in the web worker
 */

/**
 * @typedef {object} Workbench
 * @property {Page} page
 * @property {string} folder absolute path of the copy
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Session what the windows of one process share: the server, started once, and a browser profile with a warm cache
 * @property {string} address
 * @property {string} userDataDir
 * @property {import('playwright-core').BrowserContext} context
 */

/** Sessions of this process by extension host: a setting of the whole server says where extensions run. @type {Map<string, Promise<Session>>} */
const sessions = new Map();

/** The windows that are open now. @type {Set<Page>} */
export const openPages = new Set();

/**
 * Opens a window. User settings belong to the server: one window at a time.
 * @param {WorkbenchOptions} options
 * @returns {Promise<Workbench>}
 */
export async function openWorkbench({
  folder,
  open,
  settings = {},
  colorTheme = 'Dark Modern',
  viewport = { width: 1400, height: 900 },
  extensionHost = 'node',
}) {
  const session = await sessionFor(extensionHost);
  writeSettings(session.userDataDir, {
    'workbench.colorTheme': colorTheme,
    ...hostSettings(extensionHost),
    ...settings,
  });
  const scratch = scratchFolder('betwright-ui-');
  const copy = path.join(scratch, path.basename(folder));
  fs.cpSync(folder, copy, { recursive: true });

  const page = await session.context.newPage();
  openPages.add(page);
  // A busy machine of two cores takes its time until the extension host is there.
  page.setDefaultTimeout(60_000);
  await page.setViewportSize(viewport);
  await page.goto(addressOf(session.address, copy, open));
  await page.locator('.monaco-workbench .activitybar').waitFor({ timeout: 60_000 });
  const close = async () => {
    openPages.delete(page);
    await forgetState(page, session);
    removeScratchFolder(scratch);
  };
  return { page, folder: copy, close };
}

/** @param {'node' | 'web'} extensionHost */
function sessionFor(extensionHost) {
  const known = sessions.get(extensionHost);
  if (known !== undefined) return known;
  const session = startSession(extensionHost);
  sessions.set(extensionHost, session);
  return session;
}

/**
 * @param {'node' | 'web'} extensionHost
 * @returns {Promise<Session>}
 */
async function startSession(extensionHost) {
  onInterrupt(stopAll);
  const [server, chromium] = await Promise.all([ensureServer(), ensureChromium()]);
  const profile = scratchFolder('betwright-ui-');
  const userDataDir = path.join(profile, 'user-data');
  const extensionsDir = path.join(profile, 'extensions');
  writeSettings(userDataDir, hostSettings(extensionHost));
  linkExtensions(extensionsDir, [root]);
  const [running, context] = await Promise.all([
    startServer({ server, profile, userDataDir, extensionsDir }),
    openBrowserProfile(chromium, path.join(profile, 'browser')),
  ]);
  return { address: running.address, userDataDir, context };
}

/** @param {'node' | 'web'} extensionHost @returns {import('./profile.mjs').Settings} */
function hostSettings(extensionHost) {
  if (extensionHost === 'node') return {};
  const { publisher, name } = manifestOf(root);
  return { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } };
}

/**
 * Closes a window, and takes away what it kept in the browser, so that the next one starts afresh. The cache of scripts stays.
 * @param {Page} page
 * @param {Session} session
 */
async function forgetState(page, { address, context }) {
  const blank = await context.newPage();
  await page.close();
  const devtools = await context.newCDPSession(blank);
  const storageTypes = 'cookies,file_systems,indexeddb,local_storage,service_workers';
  await devtools.send('Storage.clearDataForOrigin', { origin: `http://${address}`, storageTypes });
  await blank.close();
}

/**
 * @param {string} address
 * @param {string} folder
 * @param {string | undefined} open
 */
function addressOf(address, folder, open) {
  const query = new URLSearchParams({ folder });
  if (open !== undefined) {
    query.set('payload', JSON.stringify([['openFile', remoteUri(address, path.join(folder, open))]]));
  }
  return `http://${address}/?${query.toString()}`;
}
