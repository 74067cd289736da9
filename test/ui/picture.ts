// The picture of the metrics hierarchy, as somebody sees it in the preview.
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { webview } from './workbench.ts';

export interface SeenMetric {
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
}

/** The metrics where they stand, in pixels of the window. */
export async function metricsIn(page: Page): Promise<readonly SeenMetric[]> {
  const cards = await webview(page).locator('[data-picture] .metric').all();
  return Promise.all(
    cards.map(async card => {
      const [title, box] = await Promise.all([titleOf(card), card.locator('.card').boundingBox()]);
      assert.ok(box, `${title} is to be seen`);
      // Under the name stands what else there is to say.
      return { name: title.split('\n')[0] ?? '', top: box.y, bottom: box.y + box.height };
    }),
  );
}

/** The arrows that are to be seen, each with the words that stand under the pointer. */
export async function drivesIn(page: Page): Promise<readonly string[]> {
  const drives = await webview(page).locator('[data-picture] .drive').all();
  for (const drive of drives) assert.ok(await drive.locator('.line').boundingBox());
  return Promise.all(drives.map(titleOf));
}

/** A metric in the picture, by the name that stands on its card. */
export function metricCard(page: Page, name: string): Locator {
  return webview(page).locator('[data-picture] .metric', { has: page.locator('title', { hasText: name }) });
}

/** The band of the guardrails while nothing stands in it. */
export function emptyGuardrails(page: Page): Locator {
  return webview(page).locator('.band.guardrails.empty');
}

async function titleOf(group: Locator): Promise<string> {
  return (await group.locator('title').first().textContent()) ?? '';
}
