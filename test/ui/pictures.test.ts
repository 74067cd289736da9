// The pictures that the README and the walkthrough show, taken from the real thing. A run of the tests leaves them in out/screenshots;
// with BETWRIGHT_UPDATE_SCREENSHOTS=1 they replace those in media/screenshots.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Locator, Page } from 'playwright-core';
import { outHome, root } from '../../scripts/lib/paths.mjs';
import { lineOf, textOf, visibleLines } from './editor.ts';
import { metricCard } from './picture.ts';
import {
  goToLine,
  openFile,
  openProblems,
  openView,
  openWorkbench,
  pressShortcut,
  runCommand,
  webview,
  type Workbench,
} from './workbench.ts';

const preorder = 'BET-009-two-tap-preorder.bet.yaml';
const standing = 'BET-008-standing-orders.bet.yaml';
const hierarchy = 'Betwright: Open Preview to the Side';

describe('the pictures in the README', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      colorTheme: 'Light Modern',
      viewport: { width: 1400, height: 800 },
      settings: {
        'files.autoSave': 'off',
        'editor.minimap.enabled': false,
        'editor.fontSize': 13,
        // What comes and goes by itself would make each picture another one.
        'editor.cursorBlinking': 'solid',
        'editor.scrollbar.horizontal': 'hidden',
        'editor.scrollbar.vertical': 'hidden',
      },
    });
  });

  after(async () => {
    await workbench.close();
  });

  it('show a bet with its tree and its metrics, in colours that can be read in every theme', async () => {
    const { page } = workbench;
    const sidebar = await openView(page, 'Betwright');
    await sidebar.locator('[role=treeitem]', { hasText: 'Pre-order in two taps' }).waitFor();
    await sidebar.locator('[role=treeitem]', { hasText: 'Concluded' }).locator('.monaco-tl-twistie').click();
    await dragEdge(page, (await boxOf(sidebar)).right + 1, 100);
    await openFile(page, preorder);
    const folded = [/^hypothesis:/, /^criteria:/, /^\s\slagging:/, /^\s\score:/, /^\s\sleading:/];
    await fold(page, textOf(workbench, `bets/${preorder}`), folded);
    await runCommand(page, hierarchy);
    await metricCard(page, 'Orders for the wrong day').waitFor();
    await dragEdge(page, (await boxOf(page.locator('.editor-group-container').last())).left, -45);
    await page.locator('.codelens-decoration a', { hasText: 'wrong day' }).waitFor();
    for (const [theme, kind, name] of [
      ['Light Modern', 'light', 'overview'],
      ['Dark Modern', 'dark', 'overview-dark'],
      ['Default High Contrast', 'high-contrast', 'overview-high-contrast'],
    ] as const) {
      chooseTheme(workbench, theme);
      const view = webview(page);
      const body = view.locator(`body.vscode-${kind}`);
      await body.waitFor();
      const card = await styleOf(body, '.metric .card', 'fill');
      isReadable(await styleOf(body, '.metric .name', 'fill'), card);
      isReadable(await styleOf(body, '.metric .quiet', 'fill'), card);
      const ground = await styleOf(body, 'body', 'backgroundColor');
      isReadable(await styleOf(body, 'h1', 'color'), ground);
      const editor = page.locator('.monaco-editor').first();
      assert.equal(ground, await styleOf(editor, '.monaco-editor', 'backgroundColor'));
      // Of the page what stands beside this part of the text: the metrics.
      await inPage(page, '[data-picture]', `scrollIntoView({ block: 'end' })`);
      await take(page, name);
      const metrics = name.replace('overview', 'metrics');
      await takeHierarchy(page, metrics);
    }
    chooseTheme(workbench, 'Light Modern');
    await webview(page).locator('body.vscode-light').waitFor();
  });

  it('show findings with their lenses', async () => {
    const { page } = workbench;
    await runCommand(page, 'View: Close All Editors');
    await page.setViewportSize({ width: 1200, height: 800 });
    await openFile(page, standing);
    await fold(page, textOf(workbench, `bets/${standing}`), [/^hypothesis:/, /^criteria:/]);
    await page.locator('.codelens-decoration a', { hasText: 'Add guardrails' }).waitFor();
    const problems = await openProblems(page);
    await problems.locator('[role=treeitem]', { hasText: 'metrics/guardrail-breached' }).first().waitFor();
    await pressShortcut(page, 'B');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await goToLine(page, 1);
    await take(page, 'findings');
  });

  it('show the metrics hierarchy of an activation bet', async () => {
    const { page } = workbench;
    await runCommand(page, 'View: Close All Editors');
    await runCommand(page, 'View: Hide Panel');
    await page.setViewportSize({ width: 1600, height: 1100 });
    await openFile(page, 'BET-007-guided-onboarding.bet.yaml');
    await runCommand(page, hierarchy);
    await metricCard(page, 'Support tickets').waitFor();
    await webview(page).locator('.hierarchy-tools').getByTitle('Actual size').click();
    await restPointer(page);
    await takeHierarchy(page, 'hierarchy');
  });
});

/** Takes the picture of the metrics alone: the tools over it stay where one can see them, even where they cover its head. */
async function takeHierarchy(page: Page, name: string): Promise<void> {
  await inPage(page, '.hierarchy-tools', `style.visibility = 'hidden'`);
  const picture = webview(page).locator('[data-picture] .betwright-hierarchy').first();
  keep(name, await picture.screenshot({ path: fileOf(name) }));
  await inPage(page, '.hierarchy-tools', `style.visibility = ''`);
}

/** Does something to the first element that a selector finds in the page of the preview. */
async function inPage(page: Page, selector: string, what: string): Promise<void> {
  const frame = await (await webview(page).locator(selector).first().elementHandle()).ownerFrame();
  assert.ok(frame);
  await frame.evaluate(`document.querySelector(${JSON.stringify(selector)}).${what}`);
}

/** Takes a picture of the window, which is to be clean: no message in a corner, nothing under the pointer. */
async function take(page: Page, name: string): Promise<void> {
  await restPointer(page);
  assert.equal(await page.locator('.notification-toast:visible').count(), 0);
  keep(name, await page.screenshot({ path: fileOf(name) }));
}

function fileOf(name: string): string {
  return path.join(outHome, 'screenshots', `${name}.png`);
}

function keep(name: string, picture: Buffer): void {
  const target = path.join(root, 'media', 'screenshots', `${name}.png`);
  // The README shows some, the walkthrough others.
  const isShown = ['README.md', 'package.json'].some(file =>
    fs.readFileSync(path.join(root, file), 'utf8').includes(`media/screenshots/${name}.png`),
  );
  if (process.env['BETWRIGHT_UPDATE_SCREENSHOTS'] !== '1' || !isShown) return;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, picture);
}

async function restPointer(page: Page): Promise<void> {
  await page.mouse.move(600, 2);
  await page.locator('.workbench-hover:visible').waitFor({ state: 'detached' });
  await page.locator('.monaco-sash.hover, .monaco-sash.active').waitFor({ state: 'detached' });
}

/** Drags the edge between two parts of the window. */
async function dragEdge(page: Page, at: number, by: number): Promise<void> {
  await page.mouse.move(at, 500);
  await page.mouse.down();
  await page.mouse.move(at + by, 500, { steps: 5 });
  await page.mouse.up();
  await restPointer(page);
}

async function boxOf(part: Locator): Promise<{ readonly left: number; readonly right: number }> {
  const box = await part.boundingBox();
  assert.ok(box);
  return { left: box.x, right: box.x + box.width };
}

/** As a team may do for its folder. The day of the example stays. */
function chooseTheme({ folder }: Workbench, theme: string): void {
  const settings = { 'betwright.today': '2026-11-22', 'workbench.colorTheme': theme };
  fs.writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
}

/** Folds what begins on these lines of the active editor, so that what matters comes together. */
async function fold(page: Page, text: string, starts: readonly RegExp[]): Promise<void> {
  for (const start of starts) {
    await goToLine(page, lineOf(text, start));
    await page.keyboard.press('ControlOrMeta+Shift+BracketLeft');
    await visibleLines(page, start).locator('.inline-folded').waitFor();
  }
  await goToLine(page, 1);
}

/** The contrast that the guidelines for accessible content ask of small text. */
function isReadable(text: string, ground: string): void {
  const [one, other] = [luminance(text), luminance(ground)];
  const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  assert.ok(contrast >= 4.5, `a contrast of ${contrast.toFixed(1)} between ${text} and ${ground}`);
}

/** How the first element is drawn that a selector finds beside `sibling`: in the page of the preview, or in the window. */
async function styleOf(
  sibling: Locator,
  selector: string,
  property: 'fill' | 'color' | 'backgroundColor',
): Promise<string> {
  const frame = await (await sibling.elementHandle()).ownerFrame();
  assert.ok(frame);
  return frame.evaluate<string>(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${property}`);
}

/** Relative luminance of `rgb(r, g, b)`, from 0 to 1. */
function luminance(rgb: string): number {
  const [red = 0, green = 0, blue = 0] = (rgb.match(/[\d.]+/g) ?? []).map(Number).map(value => {
    const part = value / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
