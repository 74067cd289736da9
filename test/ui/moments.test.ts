import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../eventually.ts';
import { textOf, undo, visibleLines } from './editor.ts';
import { clickLens, openFile, openView, openWorkbench, runCommand, type Workbench } from './workbench.ts';

const guided = 'bets/BET-007-guided-onboarding.bet.yaml';
const preorder = 'bets/BET-009-two-tap-preorder.bet.yaml';

describe('a person at the moments of a bet', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ settings: { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 100 } });
  });

  after(async () => {
    await workbench.close();
  });

  it('advances a stage whose gate is open by its lens, with its reasons as the reason', async () => {
    const { page } = workbench;
    const before = textOf(workbench, guided);
    await openFile(page, 'BET-007-guided-onboarding.bet.yaml');
    await clickLens(page, /Gate after .*: advance/, option(page, /^Advance\b/));
    await page.keyboard.press('Enter');
    await step(page, '2/3');
    // Back, and here again: nothing is lost, and nothing was changed.
    await page
      .locator('.quick-input-titlebar .left .action-label, .quick-input-left-action-bar .action-label')
      .first()
      .click();
    await step(page, '1/3');
    await option(page, /^Advance\b/).waitFor();
    await page.keyboard.press('Enter');
    await step(page, '2/3');
    await page.keyboard.press('Enter');
    await step(page, '3/3');
    await page.locator('.quick-input-widget input').fill('Wilma Brandt');
    await page.keyboard.press('Enter');
    await eventually('it is written down', () => textOf(workbench, guided).includes('by: Wilma Brandt'));
    await undo(page);
    await eventually('it is as it was', () => textOf(workbench, guided) === before);
  });

  it('changes nothing by looking up a reason, or by turning away', async () => {
    const { page } = workbench;
    const before = textOf(workbench, preorder);
    const sidebar = await openView(page, 'Betwright');
    const row = sidebar.locator('[role=treeitem]', { hasText: 'Pre-order in two taps' });
    await row.click({ button: 'right' });
    const menu = page.locator('.monaco-menu .action-item', { hasText: 'Advance the Stage…' });
    await menu.waitFor();
    await menu.click();
    await option(page, /^Roll Back/).waitFor();
    await option(page, /is breached/)
      .first()
      .click();
    await page.locator('.tab.active', { hasText: 'BET-009' }).waitFor();
    await runCommand(page, 'Betwright: Advance the Stage…');
    await option(page, /^Advance All the Same/).click();
    await step(page, '2/3');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-message', { hasText: 'with a reason only' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    assert.equal(textOf(workbench, preorder), before);
  });

  it('sees what the results speak for before deciding, and may turn away', async () => {
    const { page } = workbench;
    const file = 'bets/BET-009-two-tap-preorder.bet.yaml';
    const before = textOf(workbench, file);
    await openFile(page, 'BET-009-two-tap-preorder.bet.yaml');
    await runCommand(page, 'Betwright: Record the Decision…');
    await option(page, /^Scale/).waitFor();
    await option(page, /^Iterate/).click();
    await step(page, '2/3');
    await page.keyboard.type('Nearly there');
    await page.keyboard.press('Enter');
    await step(page, '3/3');
    await page.keyboard.type('Fewer steps');
    await page.keyboard.press('Enter');
    await page.locator('.monaco-dialog-box').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.monaco-dialog-box').waitFor({ state: 'hidden' });
    assert.equal(textOf(workbench, file), before);
  });

  it('makes a rollout plan of a bet that has none, and fills it in', async () => {
    const { page } = workbench;
    await runCommand(page, 'Betwright: New Rollout Plan…');
    await step(page, '1/2');
    await page.locator('.quick-input-widget input').fill('Standing orders');
    await option(page, /Standing orders/).click();
    await step(page, '2/2');
    await page.keyboard.press('Enter');
    await visibleLines(page, /^bet:\sBET-008/).waitFor();
  });
});

function option(page: Page, label: RegExp): Locator {
  return page.locator('.quick-input-list').getByRole('option', { name: label });
}

async function step(page: Page, words: string): Promise<void> {
  await page.locator('.quick-input-title', { hasText: words }).waitFor();
}
