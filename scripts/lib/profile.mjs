// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { readJson } from './json.mjs';

/** What keeps a fresh VS Code quiet: no welcome, no offers, no questions, nothing asked of the network, nothing sent. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** @typedef {Record<string, unknown>} Settings keys and values of a settings.json */

/**
 * Writes the user settings of a profile that belongs to the tests: exactly these, whatever was there.
 * @param {string} userDataDir
 * @param {Settings} [settings] on top of the quiet ones
 */
export function writeSettings(userDataDir, settings = {}) {
  const file = path.join(userDataDir, 'User', 'settings.json');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
}

/**
 * Gives a profile the quiet settings once; what its user changes afterwards is kept.
 * @param {string} userDataDir
 */
export function prepareProfile(userDataDir) {
  if (!fs.existsSync(path.join(userDataDir, 'User', 'settings.json'))) writeSettings(userDataDir);
}

/**
 * Makes an extension of this computer an installed one, by a link: an extensions folder that holds it and nothing else.
 * A window opened with it is a window like any other, not an extension development host.
 * @param {string} extensionsDir is emptied
 * @param {readonly string[]} extensions folders with a package.json
 */
export function linkExtensions(extensionsDir, extensions) {
  fs.rmSync(extensionsDir, { recursive: true, force: true });
  fs.mkdirSync(extensionsDir, { recursive: true });
  for (const folder of extensions) {
    const { publisher, name, version } = manifestOf(folder);
    // A junction needs no special rights on Windows; elsewhere the word is ignored.
    fs.symlinkSync(folder, path.join(extensionsDir, `${publisher}.${name}-${version}`), 'junction');
  }
}

/** @typedef {{ publisher: string, name: string, version: string, engines: { vscode: string } }} Manifest of an extension */

/** @param {string} folder */
export const manifestOf = folder => /** @type {Manifest} */ (readJson(path.join(folder, 'package.json')));
