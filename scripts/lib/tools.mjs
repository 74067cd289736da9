// @ts-check
// Where the programs are that these scripts run. All are run by Node itself: no shell, no `.cmd`, the same on every platform.
import fs from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { readJson } from './json.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';

/**
 * The script of a tool among the project's packages.
 * @param {string} packageName such as `eslint`
 * @param {string} [tool] the name of the tool where the package has several or another one
 * @returns {string} absolute path
 */
export function toolScript(packageName, tool = packageName) {
  const folder = path.join(root, 'node_modules', packageName);
  const { bin } = /** @type {{ bin?: string | Record<string, string> }} */ (
    readJson(path.join(folder, 'package.json'))
  );
  const script = typeof bin === 'string' ? bin : bin?.[tool];
  if (script === undefined) throw new Fault(`The package ${packageName} has no tool ${tool}`);
  return path.join(folder, script);
}

/** The npm that started us, else the one that came with Node. @returns {string} path of npm's script */
function npmScript() {
  const nodeFolder = path.dirname(process.execPath);
  const candidates = [
    process.env['npm_execpath'] ?? '',
    path.join(nodeFolder, 'node_modules/npm/bin/npm-cli.js'),
    path.join(nodeFolder, '../lib/node_modules/npm/bin/npm-cli.js'),
    path.join(nodeFolder, '../share/nodejs/npm/bin/npm-cli.js'),
    ...(process.env['PATH'] ?? '').split(path.delimiter).map(folder => npmOnPath(folder)),
  ];
  const found = candidates.find(file => path.basename(file) === 'npm-cli.js' && fs.existsSync(file));
  if (found === undefined) throw new Fault('npm is not to be found beside Node', 'Install Node together with npm.');
  return found;
}

/** @param {string} folder */
function npmOnPath(folder) {
  try {
    return fs.realpathSync(path.join(folder, 'npm'));
  } catch {
    return '';
  }
}

const networkTrouble =
  /\b(ECONNRESET|ECONNREFUSED|ETIMEDOUT|ESOCKETTIMEDOUT|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EINTEGRITY|E5\d\d|E429|network)\b/;

/**
 * Runs npm with the user's own configuration, a second time when the network had a hiccup.
 * @param {readonly string[]} args
 * @param {{ cwd: string, purpose: string }} options `purpose` completes "npm could not …"
 * @returns {Promise<string>} what npm printed
 */
export async function npm(args, { cwd, purpose }) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const attempt = () => run(process.execPath, [npmScript(), ...args, ...quiet], { cwd });
  let result = await attempt();
  if (result.code !== 0 && networkTrouble.test(result.output)) result = await attempt();
  if (result.code === 0) return result.output;
  const advice = networkTrouble.test(result.output) ? 'Is the network there? Try again when it is.\n' : '';
  // What npm goes on to say is its own manual.
  throw new Fault(`npm could not ${purpose}`, advice + result.output.trim().split('\n').slice(0, 12).join('\n'));
}
