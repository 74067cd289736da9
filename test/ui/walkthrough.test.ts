import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { eventually } from '../eventually.ts';
import { openWorkbench, runCommand, screenshot, webview, type Workbench } from './workbench.ts';

/** A picture that is missing is as high as the text in its place. */
async function pictureIsLoaded(page: Page): Promise<void> {
  const picture = page.locator('.getting-started-media img').first();
  await picture.waitFor();
  await eventually('the picture is there', async () => ((await picture.boundingBox())?.height ?? 0) > 200);
}

describe('a person who has just installed it', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ colorTheme: 'Dark Modern', viewport: { width: 1400, height: 900 } });
  });

  after(async () => {
    await workbench.close();
  });

  it('is led through the first bet in five steps, and can begin from there', async () => {
    const { page } = workbench;
    await runCommand(page, 'Betwright: First Steps');
    const steps = page.locator('.getting-started-step');
    await steps.first().waitFor();
    assert.equal(await steps.count(), 5);
    const expanded = page.locator('.getting-started-step.expanded');
    await expanded.getByText('Write a bet').waitFor();
    await webview(page).locator('code', { hasText: 'hypothesis' }).first().waitFor();
    await screenshot(page, 'walkthrough-write');
    for (const [title, name, word] of [
      ['Mend what is missing', 'mend', 'onBreach'],
      ['See the metrics hierarchy', 'see', undefined],
      ['Plan the rollout', 'roll-out', 'stages'],
      ['Hold the retro, and decide', 'decide', 'learnings'],
    ] as const) {
      await steps.filter({ hasText: title }).click();
      await expanded.filter({ hasText: title }).waitFor();
      if (word === undefined) await pictureIsLoaded(page);
      else await webview(page).locator('code', { hasText: word }).first().waitFor();
      await screenshot(page, `walkthrough-${name}`);
    }
    await steps.filter({ hasText: 'Write a bet' }).click();
    await expanded.locator('a, .monaco-button', { hasText: 'New Bet' }).first().click();
    await page.locator('.quick-input-title', { hasText: '1/3' }).waitFor();
  });
});
