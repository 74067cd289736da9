import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../eventually.ts';
import { textOf, untilSaved, visibleLines } from './editor.ts';
import { openFile, openView, openWorkbench, pressShortcut, runCommand, type Workbench } from './workbench.ts';

describe('a person with a new idea', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ settings: { 'files.autoSave': 'off' } });
  });

  after(async () => {
    await workbench.close();
  });

  it('answers three questions, fills in the rest by Tab, and finds it in the tree', async () => {
    const { page } = workbench;
    await runCommand(page, 'Betwright: New Bet…');
    await answer(page, '1/3', 'Oven timers');
    await answer(page, '2/3', 'Pim Verhoef');
    await page.locator('.quick-input-widget [role=option]', { hasText: 'YAML' }).click();

    const fileName = 'BET-017-oven-timers.bet.yaml';
    await page.locator('.tab.active', { hasText: fileName }).waitFor();
    await visibleLines(page, /^hypothesis:/).waitFor();
    // What was answered is no stop: status, category and priority are, and then the hypothesis, which what is typed takes the place of.
    for (const length of [8, 13, 2, 23]) {
      await page.locator('#status\\.editor\\.selection', { hasText: `(${String(length)} selected)` }).waitFor();
      if (length < 23) await page.keyboard.press('Tab');
    }
    await page.keyboard.type('Timers that ring');
    await pressShortcut(page, 'S');
    const saved = (): string => textOf(workbench, `bets/${fileName}`);
    await untilSaved(page, fileName);
    await eventually('the bet is saved', () => /^ {2}believe: Timers that ring$/m.test(saved()));
    assert.match(saved(), /^id: BET-017$/m);
    assert.match(saved(), /^title: Oven timers$/m);
    assert.match(saved(), /^owner: Pim Verhoef$/m);

    const sidebar = await openView(page, 'Betwright');
    const row = sidebar.locator('[role=treeitem][aria-level="2"]', { hasText: 'Oven timers' });
    await row.waitFor();
    assert.match((await row.getAttribute('aria-label')) ?? '', /BET-017.*Proposed.*Pim Verhoef/);
  });

  it('is offered a bet where the name of the file says that it is one', async () => {
    const { page, folder } = workbench;
    fs.writeFileSync(path.join(folder, 'bets', 'draft.bet.yaml'), '');
    const editor = await openFile(page, 'draft.bet.yaml');
    await editor.locator('.view-lines').click();
    await page.keyboard.type('bet');
    await takeOffer(page, /^Bet, /, visibleLines(page, /^kind:\sbet/));
    await visibleLines(page, /^hypothesis:/).waitFor();
  });
});

async function answer(page: Page, step: string, text: string): Promise<void> {
  await page.locator('.quick-input-title', { hasText: step }).waitFor();
  await page.locator('.quick-input-widget input').fill(text);
  await page.keyboard.press('Enter');
}

/** Takes what is offered at the caret. The list opens by itself while one types, and goes and comes: a person would try again. */
async function takeOffer(page: Page, label: RegExp, effect: Locator): Promise<void> {
  const offer = page.locator('.suggest-widget.visible').getByRole('option', { name: label }).first();
  for (let attempt = 1; attempt <= 5; attempt++) {
    await page.keyboard.press('Escape');
    await pressShortcut(page, 'Space');
    await offer.click({ timeout: 5_000 }).catch(() => undefined);
    if (await appears(effect)) return;
  }
  assert.fail(`the offer ${String(label)} had no effect`);
}

function appears(what: Locator): Promise<boolean> {
  return what.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  );
}
