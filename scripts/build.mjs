// @ts-check
// Bundles the product into dist/.   node scripts/build.mjs [--watch] [--minify] [--sizes]
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, context, formatMessages } from 'esbuild';
import { measureBundles, oversized } from './lib/bundle-sizes.mjs';
import { optionsFor, presentBundles } from './lib/bundles.mjs';
import { describeFault, Fault } from './lib/fault.mjs';
import { root } from './lib/paths.mjs';
import { say } from './lib/terminal.mjs';

/** @typedef {import('./lib/bundles.mjs').Mode} Mode */

try {
  const { values } = parseArgs({
    options: { watch: { type: 'boolean' }, minify: { type: 'boolean' }, sizes: { type: 'boolean' } },
  });
  const mode = values.minify === true ? 'production' : 'development';
  if (values.sizes === true) await reportSizes();
  else if (values.watch === true) await watch(mode);
  else await buildAll(mode);
} catch (error) {
  console.error(isBuildFailure(error) ? await describeFailure(error) : describeFault(error));
  process.exitCode = 1;
}

/** @param {Mode} mode */
async function buildAll(mode) {
  const started = performance.now();
  const present = presentBundles();
  const results = await Promise.all(present.map(bundle => build(optionsFor(bundle, mode))));
  removeLeftovers(results.flatMap(({ metafile }) => Object.keys(metafile?.outputs ?? {})));
  markExecutable();
  say(`${String(present.length)} bundles in ${String(Math.round(performance.now() - started))} ms`);
}

/** @param {Mode} mode */
async function watch(mode) {
  for (const bundle of presentBundles()) {
    const building = await context({ ...optionsFor(bundle, mode), logLevel: 'info' });
    await building.watch();
  }
}

async function reportSizes() {
  const sizes = await measureBundles();
  for (const { output, bytes, limit } of sizes) {
    say(
      `${output.padEnd(26)} ${(bytes / 1000).toFixed(1).padStart(8)} kB${limit === undefined ? '' : `   at most ${String(limit / 1000)} kB`}`,
    );
  }
  const faults = oversized(sizes);
  if (faults.length > 0)
    throw new Fault(faults.join('\n'), 'Move what is not needed at start-up into a part that is loaded later.');
}

/**
 * What an earlier build left and this one did not write. Never the whole folder: a VS Code may be running from it.
 * @param {readonly string[]} written from the root of the repository
 */
function removeLeftovers(written) {
  const folder = path.join(root, 'dist');
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder)) {
    if (!written.includes(`dist/${name}`)) fs.rmSync(path.join(folder, name), { recursive: true });
  }
}

function markExecutable() {
  const commandLine = path.join(root, 'dist/cli.js');
  if (fs.existsSync(commandLine)) fs.chmodSync(commandLine, 0o755);
}

/** @param {unknown} error @returns {error is import('esbuild').BuildFailure} */
function isBuildFailure(error) {
  return error instanceof Error && 'errors' in error;
}

/** @param {import('esbuild').BuildFailure} failure */
async function describeFailure(failure) {
  return (await formatMessages(failure.errors, { kind: 'error', color: process.stderr.isTTY })).join('\n');
}
