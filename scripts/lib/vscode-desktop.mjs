// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { readJson } from './json.mjs';

/**
 * @typedef {object} Desktop
 * @property {string} executable the program itself, not the command that hands over to it and leaves
 * @property {string} version such as `1.139.1`
 */

/** Whether this session can show a window. macOS and Windows always can; on Linux a display has to be there. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

/**
 * The newest desktop VS Code on this computer: the one behind the command `code`, else one in the usual places.
 * @returns {Desktop | undefined}
 */
export function findDesktop() {
  const found = candidates().flatMap(executable => {
    const version = versionOf(executable);
    return version === undefined ? [] : [{ executable, version }];
  });
  return found.sort((one, other) => compareVersions(other.version, one.version))[0];
}

function candidates() {
  const commands = (process.env['PATH'] ?? '').split(path.delimiter).flatMap(folder => executablesBehind(folder));
  return [...new Set([...commands, ...usualPlaces()])].filter(file => fs.existsSync(file));
}

/**
 * The programs behind the commands of one folder of PATH. A terminal inside VS Code over SSH, WSL or in the browser offers a `code`
 * too, which is no program of this computer: what lies beside it does not look like an application, and drops out.
 * @param {string} folder
 */
function executablesBehind(folder) {
  if (folder === '') return [];
  return ['code', 'code-insiders', 'codium'].flatMap(command => {
    const script = realPath(path.join(folder, process.platform === 'win32' ? `${command}.cmd` : command));
    if (script === undefined) return [];
    const home = path.dirname(path.dirname(script));
    // macOS: …/Visual Studio Code.app/Contents/Resources/app/bin/code
    if (process.platform === 'darwin') return programsOf(path.join(home, '../..'));
    return process.platform === 'win32' ? windowsPrograms(home) : [path.join(home, command)];
  });
}

function usualPlaces() {
  const { env } = process;
  if (process.platform === 'darwin') {
    const apps = ['Visual Studio Code', 'Visual Studio Code - Insiders', 'VSCodium'];
    return ['/Applications', path.join(env['HOME'] ?? '', 'Applications')].flatMap(folder =>
      apps.flatMap(app => programsOf(path.join(folder, `${app}.app`, 'Contents'))),
    );
  }
  if (process.platform === 'win32') {
    const folders = [env['LOCALAPPDATA'] && path.join(env['LOCALAPPDATA'], 'Programs'), env['PROGRAMFILES']];
    return folders.flatMap(folder =>
      folder
        ? ['Microsoft VS Code', 'Microsoft VS Code Insiders', 'VSCodium'].flatMap(app =>
            windowsPrograms(path.join(folder, app)),
          )
        : [],
    );
  }
  return [
    '/usr/share/code/code',
    '/usr/share/code-insiders/code-insiders',
    '/usr/share/codium/codium',
    '/snap/code/current/usr/share/code/code',
  ];
}

/** The one program of an application on macOS: `Electron`, or in newer ones the name of the application. @param {string} contents */
function programsOf(contents) {
  const folder = path.join(contents, 'MacOS');
  return fs.existsSync(folder) ? fs.readdirSync(folder).map(name => path.join(folder, name)) : [];
}

/** @param {string} home */
const windowsPrograms = home => ['Code.exe', 'Code - Insiders.exe', 'VSCodium.exe'].map(name => path.join(home, name));

/** @param {string} executable @returns {string | undefined} nothing where it is no VS Code */
function versionOf(executable) {
  const folder = path.dirname(executable);
  const places = process.platform === 'darwin' ? ['../Resources/app'] : ['resources/app', ...versionedFolders(folder)];
  for (const place of places) {
    try {
      const { version } = /** @type {{ version?: string }} */ (readJson(path.join(folder, place, 'package.json')));
      if (version !== undefined) return version;
    } catch {
      // Not here.
    }
  }
  return undefined;
}

/** On Windows recent ones keep the application in a folder named after its commit. @param {string} home */
function versionedFolders(home) {
  if (process.platform !== 'win32') return [];
  return fs.readdirSync(home).map(name => path.join(name, 'resources/app'));
}

/** @param {string} file */
function realPath(file) {
  try {
    return fs.realpathSync(file);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {number} negative when the first is older
 */
export function compareVersions(one, other) {
  const [left, right] = [one, other].map(version => version.split(/[.-]/).slice(0, 3).map(Number));
  const at = [0, 1, 2].find(index => left?.[index] !== right?.[index]) ?? 0;
  return (left?.[at] ?? 0) - (right?.[at] ?? 0);
}

/**
 * The oldest VS Code that a range in `engines.vscode` allows.
 * @param {string} range such as `^1.138.0`
 */
export const oldestAllowed = range => range.replace(/^[^\d]*/, '');
