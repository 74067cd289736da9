// What a person sees and does in a text editor and in the Problems panel.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { goToLine, openProblems, pressShortcut, runCommand, type Workbench } from './workbench.ts';

/** The text of a file of the workspace, as it is on the disk. */
export function textOf({ folder }: Workbench, file: string): string {
  return fs.readFileSync(path.join(folder, file), 'utf8');
}

/** The number, from 1, of the first line on which a pattern holds. */
export function lineOf(text: string, pattern: RegExp): number {
  const index = text.split('\n').findIndex(line => pattern.test(line));
  assert.notEqual(index, -1, `a line with ${String(pattern)}`);
  return index + 1;
}

/** Waits until a file has the focus, with the caret on a line (from 1). */
export async function untilCaretAt(page: Page, fileName: string, line: number): Promise<void> {
  await page.locator('.editor-group-container.active .tab.active', { hasText: fileName }).waitFor();
  await page.locator('#status\\.editor\\.selection', { hasText: new RegExp(`Ln ${String(line)},`) }).waitFor();
}

/** Lines that the active editor shows, without those that it keeps at its top. */
export function visibleLines(page: Page, pattern: RegExp): Locator {
  return page.locator('.editor-group-container.active .view-lines > .view-line', { hasText: pattern });
}

export async function selectLines(page: Page, from: number, to: number): Promise<void> {
  await goToLine(page, from);
  for (let line = from; line <= to; line++) await page.keyboard.press('Shift+ArrowDown');
}

export async function undo(page: Page): Promise<void> {
  // Not just the shortcut: after a click elsewhere the text has no focus.
  await goToLine(page, 1);
  await pressShortcut(page, 'Z');
}

/** What a rule finds in a file, as entries of the Problems panel, which is opened and made to show this file alone. */
export async function findingsOf(page: Page, rule: string, fileName: string): Promise<Locator> {
  const panel = await openProblems(page);
  const filter = page.locator('.viewpane-filter input').first();
  if ((await filter.inputValue()) !== fileName) await filter.fill(fileName);
  return panel.locator('[role=treeitem]', { has: page.locator('.marker-code').getByText(rule, { exact: true }) });
}

/** Waits until a file is marked as saved: its text is then, change and undo included, what stands on the disk. */
export async function untilSaved(page: Page, fileName: string): Promise<void> {
  await page.locator('.editor-group-container.active .tab.active:not(.dirty)', { hasText: fileName }).waitFor();
}

/** Takes back all that was typed into the active file. */
export async function revert(page: Page): Promise<void> {
  await runCommand(page, 'File: Revert File');
  await page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
}
