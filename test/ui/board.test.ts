import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { eventually } from '../eventually.ts';
import { lineOf, textOf, undo, untilCaretAt } from './editor.ts';
import { openFile, openView, openWorkbench, runCommand, screenshot, webview, type Workbench } from './workbench.ts';

const preorder = 'bets/BET-009-two-tap-preorder.bet.yaml';
const stamps = 'bets/BET-004-loyalty-stamps.bet.yaml';
const wasteLog = 'bets/BET-003-waste-log.bet.yaml';
const wifi = 'bets/BET-005-sheet-without-wifi.bet.yaml';

describe('a person at the board', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      colorTheme: 'Light Modern',
      viewport: { width: 1600, height: 900 },
      settings: { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 100 },
    });
  });

  after(async () => {
    await workbench.close();
  });

  it('opens it from the tree, and finds all bets in every theme', async () => {
    const { page } = workbench;
    const sidebar = await openView(page, 'Betwright');
    await sidebar.locator('[role=treeitem]', { hasText: 'Pre-order in two taps' }).waitFor();
    await sidebar.locator('.action-label[aria-label="Open the Board"]').first().click();
    await card(page, 'Pre-order in two taps').waitFor();
    assert.equal(await board(page).locator('li[data-key]').count(), 16);
    for (const [theme, kind, name] of [
      ['Dark Modern', 'dark', 'board-dark'],
      ['Default High Contrast', 'high-contrast', 'board-high-contrast'],
      ['Light Modern', 'light', 'board'],
    ] as const) {
      chooseTheme(workbench, theme);
      await board(page).locator(`body.vscode-${kind}`).waitFor();
      await screenshot(page, name);
    }
  });

  it('finds the bet in trouble, sees why, goes to the line, and mends it', async () => {
    const { page } = workbench;
    const breached = board(page).locator('.bw-fact', { hasText: 'Guardrails breached' });
    await breached.click();
    await board(page).locator('.bw-shown', { hasText: '1 of 16' }).waitFor();
    const bad = card(page, 'Pre-order in two taps');
    assert.match(await bad.locator('.bw-words').innerText(), /wrong day.*breached/);
    await bad.locator('.bw-trouble').click();
    const line = lineOf(textOf(workbench, preorder), /current: 3\.4%/);
    await untilCaretAt(page, 'BET-009', line);
    await page.keyboard.press('Shift+End');
    await page.keyboard.type('1.4%');
    // The board has seen it: nothing is breached any more, and the filter finds nothing.
    await board(page).locator('.bw-empty').waitFor();
    await board(page).locator('.bw-empty button').click();
    await board(page).locator('.bw-shown', { hasText: '16 bets' }).waitFor();
    await closeText(page, 'BET-009');
  });

  it('drags a card to another column, which changes one word of the file, and takes it back', async () => {
    const { page } = workbench;
    const before = textOf(workbench, stamps);
    await card(page, 'Loyalty stamps').locator('.bw-head').dragTo(column(page, 'measuring').locator('.bw-scroll'));
    await eventually(
      'the file says so',
      () => textOf(workbench, stamps) === before.replace('status: building', 'status: measuring'),
    );
    await column(page, 'measuring').locator('li', { hasText: 'Loyalty stamps' }).waitFor();
    await openFile(page, path.basename(stamps));
    await undo(page);
    await eventually('it is as it was', () => textOf(workbench, stamps) === before);
    await closeText(page, 'BET-004');
    await column(page, 'building').locator('li', { hasText: 'Loyalty stamps' }).waitFor();
  });

  it('moves a card by keyboard alone, and the focus goes with it', async () => {
    const { page } = workbench;
    const before = textOf(workbench, wasteLog);
    await card(page, 'Waste log in three taps').locator('.bw-title').focus();
    await page.keyboard.press('m');
    await board(page).locator('[role=menu]').waitFor();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    await board(page).locator('[role=menuitem]:focus', { hasText: 'Move to Building' }).waitFor();
    await page.keyboard.press('Enter');
    await column(page, 'building').locator('li:has(.bw-title:focus)', { hasText: 'Waste log in three taps' }).waitFor();
    await eventually(
      'the file says so',
      () => textOf(workbench, wasteLog) === before.replace('status: shaping', 'status: building'),
    );
    await page.keyboard.press('ArrowRight');
    await column(page, 'rollingOut').locator('.bw-title:focus').waitFor();
  });

  it('can’t conclude what nobody has decided, and is offered to decide', async () => {
    const { page } = workbench;
    const before = textOf(workbench, wifi);
    await card(page, 'A bake sheet that needs no Wi-Fi').click({ button: 'right' });
    await board(page).locator('[role=menuitem]', { hasText: 'Move to Concluded' }).click();
    await board(page).locator('.bw-told button', { hasText: 'Record the Decision' }).click();
    await page.locator('.quick-input-list [role=option]', { hasText: 'Scale' }).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(textOf(workbench, wifi), before);
  });

  it('finds its filters again after another tab, and after a restart', async () => {
    const { page } = workbench;
    await board(page).locator('input[type=search]').fill('bake');
    await board(page).locator('.bw-shown', { hasText: 'of 16' }).waitFor();
    await runCommand(page, 'Betwright: Open the Learning Repository');
    await learnings(page).locator('h2', { hasText: 'Waste log by photo' }).waitFor();
    await learnings(page).locator('input[type=search]').fill('weather');
    await learnings(page).locator('.bw-shown', { hasText: '1 of 4' }).waitFor();
    await screenshot(page, 'learnings');
    await runCommand(page, 'Betwright: Open the Board');
    await board(page).locator('.bw-shown', { hasText: 'of 16' }).waitFor();
    assert.equal(await board(page).locator('input[type=search]').inputValue(), 'bake');
    await Promise.all([page.waitForEvent('load'), runCommand(page, 'Developer: Reload Window')]);
    await page.locator('.tab.active', { hasText: 'Board' }).waitFor();
    await board(page).locator('.bw-shown', { hasText: 'of 16' }).waitFor();
    assert.equal(await board(page).locator('input[type=search]').inputValue(), 'bake');
  });

  it('goes from what was learned to where it is written', async () => {
    const { page } = workbench;
    await runCommand(page, 'Betwright: Open the Learning Repository');
    await learnings(page).locator('.bw-shown', { hasText: '1 of 4' }).waitFor();
    await learnings(page).locator('.bw-clear', { hasText: 'Clear Filters' }).click();
    await learnings(page).locator('.bw-placed', { hasText: 'Knowing yesterday' }).click();
    await untilCaretAt(page, 'BET-003', lineOf(textOf(workbench, wasteLog), /Knowing yesterday/));
  });
});

/** Of the pages that lie over each other one is in the window. */
function board(page: Page): FrameLocator {
  return webview(page);
}

function learnings(page: Page): FrameLocator {
  return webview(page);
}

function card(page: Page, title: string): Locator {
  return board(page).locator('li[data-key]', { hasText: title });
}

function column(page: Page, status: string): Locator {
  return board(page).locator(`[data-column="${status}"]`);
}

async function closeText(page: Page, name: string): Promise<void> {
  await page.locator('.tab', { hasText: name }).first().click({ button: 'middle' });
  await page.locator('.tab', { hasText: name }).waitFor({ state: 'detached' });
}

/** As a team may do for its folder. The day of the example stays. */
function chooseTheme({ folder }: Workbench, theme: string): void {
  const settings = { 'betwright.today': '2026-11-22', 'workbench.colorTheme': theme };
  fs.writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
}
