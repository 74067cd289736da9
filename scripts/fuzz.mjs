// @ts-check
// npm run fuzz [-- --count 1000000 --seed 7]: holds the fast reader against the library on generated texts, see test/fuzz.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { root } from './lib/paths.mjs';

const fuzz = ['--import', 'tsx', 'test/fuzz/plain-yaml.ts', ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, fuzz, { cwd: root, stdio: 'inherit' }).status ?? 1;
