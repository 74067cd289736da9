// @ts-check
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { readJson } from './json.mjs';
import { root } from './paths.mjs';
import { npm } from './tools.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>} LockedPackages */

const lockFile = path.join(root, 'package-lock.json');
const installedFile = path.join(root, 'node_modules/.package-lock.json');
const stampFile = path.join(root, 'node_modules/.betwright-installed');

/** Says so when this Node is too old, before anything fails in a way that is hard to read. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Fault(`Node ${process.versions.node} is too old for Betwright`, 'Install Node 20.19 or newer.');
}

/**
 * Brings node_modules in line with package-lock.json. Does nothing, in a few milliseconds, when it already is.
 * @returns {Promise<'installed' | 'up to date'>}
 */
export async function installPackages() {
  const stamp = crypto.createHash('sha256').update(fs.readFileSync(lockFile)).digest('hex');
  if (read(stampFile) === stamp) return 'up to date';
  // Somebody may have run npm by hand; npm itself keeps a record of what it installed.
  const matches = agrees();
  if (!matches) await installExactly();
  fs.writeFileSync(stampFile, stamp);
  return matches ? 'up to date' : 'installed';
}

/**
 * `npm ci` refuses a lock file that lacks a package of another platform, as it does when the registry it was made with had none. Then
 * `npm install` finds what this platform needs, in the locked versions, and leaves the lock file as it is.
 */
async function installExactly() {
  const purpose = 'install the packages of Betwright';
  try {
    await npm(['ci'], { cwd: root, purpose });
  } catch (error) {
    if (!(error instanceof Fault && /\bEUSAGE\b/.test(error.advice ?? ''))) throw error;
    await npm(['install', '--no-save'], { cwd: root, purpose });
  }
}

/** Whether npm's record of node_modules holds every package of package-lock.json, in the same version. */
function agrees() {
  const installed = packagesOf(installedFile);
  if (installed === undefined) return false;
  return Object.entries(packagesOf(lockFile) ?? {}).every(([where, wanted]) => {
    if (where === '') return true;
    const found = installed[where];
    // Packages for other platforms are locked, but not installed here.
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** @param {string} file @returns {LockedPackages | undefined} */
function packagesOf(file) {
  try {
    return /** @type {{ packages: LockedPackages }} */ (readJson(file)).packages;
  } catch {
    return undefined;
  }
}

/** @param {string} file */
function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
