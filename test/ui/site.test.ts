// The site that `betwright report` writes, opened from the disk as somebody gets it by mail.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { outHome, root } from '../../scripts/lib/paths.mjs';

const pages = ['index', 'board', 'learnings', 'findings', 'bets/BET-009', 'tracks/TRK-001'];
const schemes = ['light', 'dark'] as const;

describe('the site on a disk', () => {
  let folder: string;
  let browser: Browser;

  before(async () => {
    folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'betwright-site-'));
    const args = ['report', '--out', folder, '--today', '2026-11-22', '--title', 'Crumb Line'];
    execFileSync(process.execPath, [path.join(root, 'dist/cli.js'), ...args], { cwd: path.join(root, 'examples') });
    browser = await launchBrowser(await ensureChromium());
  });

  after(async () => {
    await browser.close();
    fs.rmSync(folder, { recursive: true });
  });

  /** Opens a page in a window of its own, and closes that when the work is done. What the page complains of fails the test. */
  async function on(name: string, options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    try {
      const page = await context.newPage();
      const said: string[] = [];
      page.on('console', message => said.push(message.text()));
      page.on('pageerror', error => said.push(error.message));
      page.on('request', request => {
        if (!request.url().startsWith(pathToFileURL(folder).href)) said.push(`asks for ${request.url()}`);
      });
      page.on('requestfailed', request => said.push(`does not get ${request.url()}`));
      await page.goto(pathToFileURL(path.join(folder, `${name}.html`)).href, { waitUntil: 'load' });
      await work(page);
      assert.deepEqual(said, [], name);
    } finally {
      await context.close();
    }
  }

  for (const scheme of schemes)
    it(`loads what it needs and complains of nothing, ${scheme}`, async () => {
      for (const name of pages)
        await on(name, { colorScheme: scheme }, async page => {
          const file = path.join(outHome, 'screenshots', `site-${name.replace('/', '-')}-${scheme}.png`);
          await page.screenshot({ path: file, fullPage: true });
          const ground = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
          assert.equal(ground, scheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(13, 17, 23)');
        });
    });

  for (const scheme of schemes)
    it(`keeps nothing from people who do not see it, ${scheme}`, async () => {
      for (const name of pages) {
        // The content policy lets no other script in.
        await on(name, { colorScheme: scheme, bypassCSP: true }, async page => {
          await page.evaluate(axe.source);
          const found = await page.evaluate(async () => {
            const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({ preload: false });
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
          });
          assert.deepEqual(found, [], name);
        });
      }
    });

  it('shows cards that lead to the page of their bet, and finds them', async () => {
    await on('board', {}, async page => {
      await page.getByRole('searchbox').or(page.getByLabel('Search')).first().fill('two taps');
      const card = page.locator('#betwright-board').getByRole('link', { name: /Pre-order in two taps/ });
      await page.locator('#betwright-board').getByRole('link').nth(1).waitFor({ state: 'detached' });
      await card.click();
      await page.waitForURL(/bets\/BET-009\.html$/);
    });
  });

  it('says the same without a script', async () => {
    for (const [name, text] of [
      ['board', 'Pre-order in two taps'],
      ['learnings', 'Knowing yesterday’s count works'],
    ] as const)
      await on(name, { javaScriptEnabled: false }, async page => {
        await page.getByText(text.replace('’', "'")).first().waitFor();
        await page
          .getByRole('link', { name: /Waste log|Pre-order/ })
          .first()
          .waitFor();
      });
  });

  it('is as wide as a telephone', async () => {
    for (const name of pages)
      await on(name, { viewport: { width: 400, height: 800 } }, async page => {
        const width = await page.evaluate<number>('document.documentElement.scrollWidth');
        assert.ok(width <= 400, `${name} is ${String(width)} wide`);
      });
  });
});
