// @ts-check
import process from 'node:process';
import { chromium } from 'playwright-core';

/**
 * Starts a browser that reaches this computer and nothing else.
 * @param {string} executablePath
 */
export const launchBrowser = executablePath => chromium.launch(launchOptions(executablePath));

/**
 * The same with a profile on disk, whose windows share a cache of compiled scripts: the workbench then comes up sooner.
 * @param {string} executablePath
 * @param {string} profile
 */
export const openBrowserProfile = (executablePath, profile) =>
  chromium.launchPersistentContext(profile, { ...launchOptions(executablePath), viewport: null });

/** @param {string} executablePath @returns {import('playwright-core').LaunchOptions} */
function launchOptions(executablePath) {
  return {
    executablePath,
    // Who started the browser decides when it ends.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
      ...['--disable-background-networking', '--disable-component-update', '--disable-breakpad', '--disable-sync'],
      // Containers give shared memory of 64 MB, and have no graphics card.
      ...['--no-first-run', '--disable-dev-shm-usage', '--disable-gpu'],
      // Chromium's own sandbox does not work for root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  };
}
