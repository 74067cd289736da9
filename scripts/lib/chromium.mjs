// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { toolScript } from './tools.mjs';

/** The environment variable that names the browser to use in place of the one that would be found. */
const override = 'BETWRIGHT_CHROMIUM';

/**
 * The Chromium (or Chrome, or Edge) that drives the tests. Installs one where none is found: from Debian's packages where we are
 * allowed to, else the build that Playwright offers.
 * @returns {Promise<string>} path of the executable
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found !== undefined) return found;
  if (canUseApt()) await installFromApt();
  else await installFromPlaywright();
  const installed = await findChromium();
  if (installed !== undefined) return installed;
  throw new Fault('No Chromium is to be found, and none could be installed', advice());
}

/** @returns {Promise<string | undefined>} */
export async function findChromium() {
  const wanted = process.env[override];
  if (wanted !== undefined && wanted !== '') {
    if (fs.existsSync(wanted)) return wanted;
    throw new Fault(`${override} names a file that does not exist: ${wanted}`);
  }
  return usualPlaces().find(file => fs.existsSync(file)) ?? (await playwrightBuild());
}

function usualPlaces() {
  const env = process.env;
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', path.join(env['HOME'] ?? '', 'Applications')].flatMap(folder =>
      apps.map(app => path.join(folder, `${app}.app/Contents/MacOS/${app}`)),
    );
  }
  if (process.platform === 'win32') {
    // Edge is a part of Windows, so that there something is always found.
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return programs.flatMap(program => folders.flatMap(folder => (folder ? [path.join(folder, program)] : [])));
  }
  // Ubuntu's /usr/bin/chromium-browser only starts a snap, which cannot read a profile under /tmp: Chrome comes first.
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'microsoft-edge'];
  const onPath = (env['PATH'] ?? '').split(':').filter(Boolean);
  return names.flatMap(name => [...onPath, '/usr/bin'].map(folder => path.join(folder, name)));
}

/** The build that Playwright installed earlier, if any. */
async function playwrightBuild() {
  try {
    const { chromium } = await import('playwright-core');
    const file = chromium.executablePath();
    return fs.existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

function canUseApt() {
  return process.platform === 'linux' && process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get') && !isUbuntu();
}

/** Ubuntu's package named chromium is a door to the snap store, which is of no use here. */
function isUbuntu() {
  try {
    return /^ID=ubuntu$/m.test(fs.readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

async function installFromApt() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '-q', '--no-install-recommends'];
  // Without fonts a page has no letters, and a picture of it no emoji.
  const packages = ['chromium', 'fonts-dejavu-core', 'fonts-noto-color-emoji'];
  const update = await run('apt-get', ['update', '-q'], { env });
  const result = await run('apt-get', [...install, ...packages], { env });
  if (result.code === 0) return;
  throw new Fault('apt-get could not install Chromium', `${lastLines(update.output + result.output)}\n${advice()}`);
}

async function installFromPlaywright() {
  const args = [toolScript('playwright-core'), 'install', 'chromium'];
  const result = await run(process.execPath, args, { cwd: root, timeout: 180_000 });
  if (result.code !== 0) throw new Fault('No Chromium is installed', `${lastLines(result.output)}\n${advice()}`);
}

function advice() {
  const command = process.platform === 'linux' ? ' (Debian: sudo apt-get install chromium)' : '';
  return `Install Chrome or Chromium${command}, or name the executable in ${override}.`;
}

/** @param {string} text */
const lastLines = text => text.trim().split('\n').slice(-8).join('\n');
