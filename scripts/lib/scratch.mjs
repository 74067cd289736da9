// @ts-check
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** What has to be taken away when this process ends. @type {Set<string>} */
const folders = new Set();

process.once('exit', () => {
  for (const folder of folders) {
    try {
      removeScratchFolder(folder);
    } catch {
      // What a program that is just ending still writes there is left to the system.
    }
  }
});

/**
 * A new folder that is gone when this process is, also when it was interrupted.
 * @param {string} prefix of its name; keep it short, as on macOS the path of a socket below it may have no more than 103 characters
 * @returns {string} absolute path, without links
 */
export function scratchFolder(prefix) {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), prefix));
  folders.add(folder);
  return folder;
}

/**
 * Takes such a folder away earlier.
 * @param {string} folder
 */
export function removeScratchFolder(folder) {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  folders.delete(folder);
}
