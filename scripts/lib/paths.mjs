// @ts-check
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** What the tests and the launcher install and keep: nothing of it is committed, all of it may be deleted. */
export const testHome = path.join(root, '.vscode-test');

/** What a run of the tests leaves: bundles of tests, their reports, screenshots. */
export const outHome = path.join(root, 'out');
