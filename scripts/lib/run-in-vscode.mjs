// @ts-check
// Runs a bundled suite of tests inside VS Code, on a copy of a folder that the tests may change.
//   node run-in-vscode.mjs EXECUTABLE|web EXTENSION TESTS FOLDER
// `web` is the web worker extension host of the VS Code server: a desktop VS Code has none of its own.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { describeFault, Fault } from './fault.mjs';
import { prepareProfile } from './profile.mjs';
import { onInterrupt, stopAll } from './run.mjs';
import { scratchFolder } from './scratch.mjs';
import { runInWindow } from './test-window.mjs';

onInterrupt(stopAll);
const [executable, extension, tests, folder] = process.argv.slice(2);
if (!executable || !extension || !tests || !folder) throw new Fault('run-in-vscode.mjs needs four arguments');

const scratch = scratchFolder('bw-');
try {
  const workspace = path.join(scratch, path.basename(folder));
  fs.cpSync(folder, workspace, { recursive: true });
  process.exitCode = await (executable === 'web'
    ? runInWorker(workspace, tests, extension)
    : runOnHost(executable, workspace, tests, extension));
} catch (error) {
  if (!(error instanceof TestRunFailedError)) console.error(describeFault(error));
  process.exitCode = 1;
}
process.exit();

/**
 * @param {string} workspace
 * @param {string} testsPath
 * @param {string} extensionPath
 */
function runInWorker(workspace, testsPath, extensionPath) {
  return runInWindow({
    extensions: [extensionPath],
    testsPath,
    extensionHost: 'web',
    folder: workspace,
    onOutput: text => process.stdout.write(text),
  });
}

/**
 * @param {string} vscodeExecutablePath
 * @param {string} workspace
 * @param {string} extensionTestsPath
 * @param {string} extensionDevelopmentPath
 */
function runOnHost(vscodeExecutablePath, workspace, extensionTestsPath, extensionDevelopmentPath) {
  const userDataDir = path.join(scratch, 'u');
  prepareProfile(userDataDir);
  return runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath,
    extensionTestsPath,
    launchArgs: [
      workspace,
      `--user-data-dir=${userDataDir}`,
      `--extensions-dir=${path.join(scratch, 'e')}`,
      '--disable-telemetry',
    ],
  });
}
