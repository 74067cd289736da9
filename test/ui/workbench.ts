// What a person does in VS Code, in words that hold on a slow machine too.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { outHome, root } from '../../scripts/lib/paths.mjs';
import { openWorkbench as open, type Workbench, type WorkbenchOptions } from '../../scripts/lib/workbench.mjs';

export type { Workbench };

/** Opens a window on a copy of a folder (unless told, of the examples) with Betwright installed. Close it in `after`. */
export function openWorkbench(options: Partial<WorkbenchOptions> = {}): Promise<Workbench> {
  return open({ folder: path.join(root, 'examples'), ...options });
}

/** Opens a file by its name through Go to File, and waits for its editor. */
export async function openFile(page: Page, name: string): Promise<Locator> {
  await pickFrom(page, () => pressShortcut(page, 'P'), name, name);
  await page.locator('.tabs-container .tab.active', { hasText: name }).waitFor();
  const editor = page.locator('.editor-group-container.active .monaco-editor').first();
  await editor.waitFor();
  return editor;
}

/** Runs a command by its title through the command palette; `title` as the palette shows it, with its category. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await pickFrom(page, () => page.keyboard.press('F1'), `>${title}`, title);
}

/**
 * Clicks a code lens until its effect shows. VS Code draws lenses anew while it thinks, and a click on one that goes away at that
 * moment is lost, for a person too.
 */
export async function clickLens(page: Page, text: string | RegExp, effect: Locator): Promise<void> {
  const lens = page.locator('.codelens-decoration a', { hasText: text }).first();
  await lens.waitFor();
  for (let attempt = 1; attempt <= 5; attempt++) {
    if (await lens.isVisible()) await lens.click({ timeout: 3_000 }).catch(() => undefined);
    if (await appears(effect, 4_000)) return;
  }
  assert.fail(`a click on the code lens ${String(text)} had no effect`);
}

/** Opens the Problems panel and gives its list. */
export async function openProblems(page: Page): Promise<Locator> {
  const panel = page.locator('.markers-panel');
  if (!(await panel.isVisible())) await pressShortcut(page, 'Shift+M');
  await panel.waitFor();
  return panel;
}

/** Shows a view container by its name in the activity bar, and gives the side bar. */
export async function openView(page: Page, name: string): Promise<Locator> {
  const tab = page.locator('.activitybar').getByRole('tab', { name }).first();
  await tab.waitFor();
  if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
  return page.locator('.part.sidebar');
}

/** The page inside a webview: the document that the extension wrote. `title` is that of its tab, where several are open. */
export function webview(page: Page, title?: string): FrameLocator {
  const frames = title === undefined ? 'iframe.webview' : `iframe.webview[title=${JSON.stringify(title)}]`;
  return page.locator(frames).last().contentFrame().locator('#active-frame').contentFrame();
}

/** Puts the caret at the start of a line (from 1) through Go to Line. */
export async function goToLine(page: Page, line: number): Promise<void> {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').fill(`:${String(line)}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Saves a picture of the window to out/screenshots and gives its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const file = path.join(outHome, 'screenshots', `${name}.png`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file });
  return file;
}

/** Presses a shortcut that has Ctrl on Linux and Windows, and Command on macOS. */
export function pressShortcut(page: Page, keys: string): Promise<void> {
  return page.keyboard.press(`ControlOrMeta+${keys}`);
}

/**
 * Types into a quick pick and takes the entry that it finds. While VS Code starts it may find nothing yet, and does not look again by
 * itself: a person would close the list and open it anew.
 */
async function pickFrom(page: Page, show: () => Promise<void>, text: string, entry: string): Promise<void> {
  const option = page.locator('.quick-input-list [role=option]', { hasText: entry }).first();
  for (let attempt = 1; attempt <= 6; attempt++) {
    await show();
    await page.locator('.quick-input-widget input').fill(text);
    if (await appears(option, 5_000)) {
      // Not Enter: until the list has heard what was typed, that would take another one.
      await option.click();
      return;
    }
    await page.keyboard.press('Escape');
  }
  assert.fail(`VS Code offers no "${entry}"`);
}

export async function appears(what: Locator, timeout: number): Promise<boolean> {
  return what
    .first()
    .waitFor({ timeout })
    .then(
      () => true,
      () => false,
    );
}
