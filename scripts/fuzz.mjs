// @ts-check
// npm run fuzz [-- --count 1000000 --seed 7]: holds the fast readers against the libraries on generated texts, see test/fuzz.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { root } from './lib/paths.mjs';

for (const reader of ['plain-yaml', 'plain-markdown']) {
  const fuzz = ['--import', 'tsx', `test/fuzz/${reader}.ts`, ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, fuzz, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
}
