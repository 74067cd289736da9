// @ts-check
// Builds as for production, then measures: see test/bench/README.md. What is printed holds for this machine and this moment.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { root } from './lib/paths.mjs';

const build = spawnSync(process.execPath, ['scripts/build.mjs', '--minify'], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);
const bench = ['--expose-gc', '--import', 'tsx', 'test/bench/main.ts', ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, bench, { cwd: root, stdio: 'inherit' }).status ?? 1;
