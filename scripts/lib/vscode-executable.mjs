#!/usr/bin/env node
// @ts-check
// Takes the command line of the VS Code program, as @vscode/test-electron passes it, and runs the tests in the VS Code server and
// Chromium. For machines where a desktop VS Code can be neither had nor shown.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describeFault, Fault } from './fault.mjs';
import { onInterrupt, stopAll } from './run.mjs';
import { runInWindow } from './test-window.mjs';

onInterrupt(stopAll);

try {
  process.exitCode = await runInWindow({
    ...readArguments(process.argv.slice(2)),
    onOutput: text => process.stdout.write(text),
  });
} catch (error) {
  console.error(describeFault(error));
  process.exitCode = 1;
}
// test-electron does not wait for what is still in the pipe when this process is gone.
await new Promise(resolve => setTimeout(resolve, 200));
process.exit();

/**
 * @param {readonly string[]} args such as `--name=value`, or the path of a folder; options that only a desktop window has are left out
 * @returns {import('./test-window.mjs').TestWindowOptions}
 */
function readArguments(args) {
  const valuesOf = (/** @type {string} */ name) =>
    args.filter(arg => arg.startsWith(`--${name}=`)).map(arg => arg.slice(name.length + 3));
  const [testsPath] = valuesOf('extensionTestsPath').map(file => path.resolve(file));
  if (testsPath === undefined) throw new Fault('This program runs tests: --extensionTestsPath=… is missing');
  // The folder comes first or last, and always without dashes.
  const folder = args.find(arg => !arg.startsWith('-') && fs.existsSync(arg) && fs.statSync(arg).isDirectory());
  return {
    extensions: valuesOf('extensionDevelopmentPath').map(folder => path.resolve(folder)),
    testsPath,
    extensionHost: 'node',
    ...(folder === undefined ? {} : { folder: path.resolve(folder) }),
  };
}
