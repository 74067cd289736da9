// @ts-check
import process from 'node:process';
import { chromium } from 'playwright-core';

/**
 * Starts a browser that reaches this computer and nothing else.
 * @param {string} executablePath
 * @param {{ headless?: boolean }} [options]
 */
export function launchBrowser(executablePath, { headless = true } = {}) {
  return chromium.launch({
    executablePath,
    headless,
    // Who started the browser decides when it ends.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
      ...[
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-breakpad',
        '--disable-sync',
        '--no-first-run',
      ],
      // Containers give shared memory of 64 MB, and have no graphics card.
      ...['--disable-dev-shm-usage', '--disable-gpu'],
      // Chromium's own sandbox does not work for root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}
