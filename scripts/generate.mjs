// @ts-check
// Writes the files that are made from others, or with --check only says which are stale.
// Each generator is a file scripts/generate/NAME.ts that exports `generate`: paths from the root of the repository, and their text.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describeFault, Fault } from './lib/fault.mjs';
import { root } from './lib/paths.mjs';
import { red, say } from './lib/terminal.mjs';

/** @typedef {{ generate: () => ReadonlyMap<string, string> | Promise<ReadonlyMap<string, string>> }} Generator */

const withTypeScript = '--with-typescript';

if (process.argv.includes(withTypeScript)) {
  try {
    await generateAll();
  } catch (error) {
    console.error(red(describeFault(error)));
    process.exitCode = 1;
  }
} else {
  // The generators are TypeScript: once more, with a Node that reads it.
  const args = ['--import', 'tsx', fileURLToPath(import.meta.url), withTypeScript, ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

async function generateAll() {
  const wanted = await runGenerators();
  const stale = [...wanted].filter(([file, text]) => read(file) !== text).map(([file]) => file);
  if (process.argv.includes('--check')) {
    if (stale.length > 0) throw new Fault(`Stale: ${stale.join(', ')}`, 'Mend them with: npm run generate');
    say(`${String(wanted.size)} generated files are fresh`);
    return;
  }
  for (const file of stale) {
    const target = path.join(root, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, wanted.get(file) ?? '');
    say(`written: ${file}`);
  }
  say(`${String(wanted.size)} generated files, ${String(stale.length)} of them new or changed`);
}

/** @returns {Promise<Map<string, string>>} */
async function runGenerators() {
  const folder = path.join(root, 'scripts/generate');
  const scripts = fs.existsSync(folder) ? fs.readdirSync(folder, { withFileTypes: true }) : [];
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const name of scripts
    .flatMap(entry => (entry.isFile() && entry.name.endsWith('.ts') ? [entry.name] : []))
    .sort()) {
    const script = pathToFileURL(path.join(folder, name)).href;
    /** @type {unknown} */
    const loaded = await import(script);
    const { generate } = /** @type {Partial<Generator>} */ (loaded);
    // A file without it is a helper of the others.
    if (generate === undefined) continue;
    for (const [file, text] of await generate()) {
      if (files.has(file)) throw new Fault(`Two generators write ${file}; the second is ${name}`);
      files.set(file, text);
    }
  }
  return files;
}

/** @param {string} file from the root; line ends as git may have changed them on Windows do not count */
function read(file) {
  try {
    return fs.readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
