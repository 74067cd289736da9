// @ts-check
// Downloads a desktop VS Code the way @vscode/test-electron does, and prints where it is. A process of its own, because a download
// that hangs can only be ended together with its process.   node vscode-download.mjs VERSION
import process from 'node:process';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { testHome } from './paths.mjs';

/** How long the network may be silent, and how long unpacking may take, in milliseconds. */
const silence = 8_000;
const unpacking = 180_000;

const alarm = { timer: setTimeout(giveUp, silence) };
/** @param {number} milliseconds */
const waitFor = milliseconds => {
  clearTimeout(alarm.timer);
  alarm.timer = setTimeout(giveUp, milliseconds);
};

const executable = await downloadAndUnzipVSCode({
  ...(process.argv[2] === undefined ? {} : { version: process.argv[2] }),
  cachePath: testHome,
  timeout: silence,
  reporter: {
    report: progress =>
      waitFor('bytesSoFar' in progress && progress.bytesSoFar === progress.totalBytes ? unpacking : silence),
    error: giveUp,
  },
});
process.stdout.write(`${executable}\n`);
process.exit(0);

function giveUp() {
  process.exit(3);
}
