import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { fieldInfos } from '../../src/core/schema/fields.gen.ts';
import { eventually } from '../eventually.ts';
import {
  findingsOf,
  lineOf,
  revert,
  selectLines,
  textOf,
  undo,
  untilCaretAt,
  untilSaved,
  visibleLines,
} from './editor.ts';
import { drivesIn, emptyGuardrails, metricCard, metricsIn } from './picture.ts';
import {
  clickLens,
  goToLine,
  openFile,
  openView,
  openWorkbench,
  runCommand,
  webview,
  type Workbench,
} from './workbench.ts';

const onboarding = 'BET-007-guided-onboarding.bet.yaml';
const preorder = 'BET-009-two-tap-preorder.bet.yaml';
const openPicture = 'Open Preview to the Side';

/** A first day with Betwright, in one window, one step after the other. */
describe('a person who opens the examples', () => {
  let workbench: Workbench;

  before(async () => {
    // In a browser VS Code saves by itself, as long as nobody tells it not to.
    workbench = await openWorkbench({ settings: { 'files.autoSave': 'off' } });
  });

  after(async () => {
    await workbench.close();
  });

  afterEach(async () => {
    const { page } = workbench;
    if ((await page.locator('.tab.active.dirty').count()) > 0) await revert(page);
  });

  it('sees the number of errors at the icon, before the view was ever open', async () => {
    const { page } = workbench;
    const badge = page
      .locator('.activitybar [role=tab]', { has: page.getByLabel(/^Betwright/) })
      .locator('.badge-content');
    await badge.waitFor();
    const errors = await badge.innerText();
    assert.match(errors, /^[1-9]\d*$/);
    await page.locator(`#status\\.problems[aria-label*="Errors: ${errors},"]`).waitFor();
  });

  it('sees the bets by status, with owner and retro', async () => {
    const sidebar = await openView(workbench.page, 'Betwright');
    const groups = sidebar.locator('[role=treeitem][aria-level="1"]');
    await groups.first().waitFor();
    assert.deepEqual(await groups.locator('.label-name').allInnerTexts(), [
      'Proposed',
      'Shaping',
      'Building',
      'Rolling out',
      'Measuring',
      'Concluded',
    ]);
    const bets = sidebar.locator('[role=treeitem][aria-level="2"]');
    const before = await bets.count();
    await groups.filter({ hasText: 'Concluded' }).click();
    await bets.filter({ hasText: 'Warm-bread alerts' }).waitFor();
    assert.ok((await bets.count()) > before);
    const late = bets.filter({ hasText: 'Loyalty stamps' });
    await late.locator('.codicon-error').waitFor();
    assert.match((await late.getAttribute('aria-label')) ?? '', /BET-004.*Building.*retro overdue 86 days.*1 error/);
  });

  it('goes from a bet to its line', async () => {
    const { page } = workbench;
    const sidebar = await openView(page, 'Betwright');
    await sidebar.locator('[role=treeitem]', { hasText: 'Pre-order in two taps' }).click();
    await untilCaretAt(page, preorder, lineOf(textOf(workbench, `bets/${preorder}`), /^id: BET-009/));
  });

  it('goes from the Problems panel to the guardrail that is breached', async () => {
    const { page } = workbench;
    await (await findingsOf(page, 'metrics/guardrail-breached', preorder)).click();
    await untilCaretAt(page, preorder, lineOf(textOf(workbench, `bets/${preorder}`), /current: 3\.4%/));
  });

  it('goes from a lens to the trouble', async () => {
    const { page } = workbench;
    await openFile(page, preorder);
    await goToLine(page, 1);
    const breached = lineOf(textOf(workbench, `bets/${preorder}`), /current: 3\.4%/);
    const caret = page.locator('#status\\.editor\\.selection', { hasText: `Ln ${String(breached)},` });
    await clickLens(page, /wrong day/, caret);
  });

  it('opens the metrics hierarchy beside the file: lagging over core over leading over guardrails', async () => {
    const { page } = workbench;
    await openFile(page, onboarding);
    await page.locator('.editor-group-container.active .editor-actions').getByLabel(openPicture).click();
    await metricCard(page, 'Revenue growth').waitFor();
    assert.equal(await webview(page).locator('#file').innerText(), onboarding);

    const metrics = await metricsIn(page);
    const tiers = [
      ['Revenue growth'],
      ['Activation rate'],
      ['Onboarding completion', 'First value action'],
      ['Support tickets', 'Error rate'],
    ];
    assert.deepEqual(metrics.map(({ name }) => name).sort(), tiers.flat().sort());
    const boxes = tiers.map(names => metrics.filter(({ name }) => names.includes(name)));
    for (const [index, lower] of boxes.entries()) {
      const upper = boxes[index - 1] ?? [];
      const bottom = Math.max(-Infinity, ...upper.map(metric => metric.bottom));
      for (const { name, top } of lower) assert.ok(top > bottom, `${name} stands under the tier above`);
    }
    assert.deepEqual([...(await drivesIn(page))].sort(), [
      'Activation rate drives Revenue growth',
      'First value action drives Activation rate',
      'Onboarding completion drives Activation rate',
    ]);
  });

  it('is warned while guardrails are deleted, mends it by the lens, and takes both back', async () => {
    const { page } = workbench;
    const original = textOf(workbench, `bets/${onboarding}`);
    await openFile(page, onboarding);
    const finding = await findingsOf(page, 'metrics/guardrail-missing', onboarding);
    assert.equal(await finding.count(), 0);

    await selectLines(page, lineOf(original, /^ {2}guardrails:/), lineOf(original, /^rollout:/) - 2);
    await page.keyboard.press('Delete');
    await finding.waitFor();
    await emptyGuardrails(page).waitFor();
    assert.equal(textOf(workbench, `bets/${onboarding}`), original, 'nothing is saved');

    await goToLine(page, 1);
    const lens = page.locator('.codelens-decoration a', { hasText: 'Add guardrails' });
    await lens.waitFor();
    const id = visibleLines(page, /^id:\sBET-007/);
    await eventually('the lens stands over the id', async () => {
      const [lensTop, idTop] = await Promise.all([topOf(lens), topOf(id)]);
      return lensTop < idTop && idTop - lensTop < 40;
    });

    await clickLens(page, 'Add guardrails', visibleLines(page, /^\s*guardrails:/));
    await finding.waitFor({ state: 'detached' });
    // VS Code keeps the element for another lens of the line.
    await lens.waitFor({ state: 'hidden' });
    await emptyGuardrails(page).waitFor({ state: 'detached' });
    await metricCard(page, 'Error rate').waitFor();

    await undo(page);
    await finding.waitFor();
    await emptyGuardrails(page).waitFor();
    await undo(page);
    await finding.waitFor({ state: 'detached' });
    await metricCard(page, 'Support tickets').waitFor();
    await untilSaved(page, onboarding);
  });

  it('goes from a metric in the picture to its line', async () => {
    const { page } = workbench;
    await openFile(page, onboarding);
    await metricCard(page, 'First value action').dblclick();
    await untilCaretAt(page, onboarding, lineOf(textOf(workbench, `bets/${onboarding}`), /name: First value action/));
    // The other way round: the metric in which the caret stands is lit.
    await goToLine(page, lineOf(textOf(workbench, `bets/${onboarding}`), /name: Error rate/));
    await page.keyboard.press('End');
    await eventually('the metric with the caret is lit', async () => {
      return /\blit\b/.test((await metricCard(page, 'Error rate').getAttribute('class')) ?? '');
    });
  });

  it('keeps the last good picture while the text is broken, and says so', async () => {
    const { page } = workbench;
    await openFile(page, onboarding);
    await goToLine(page, lineOf(textOf(workbench, `bets/${onboarding}`), /^metrics:/));
    await page.keyboard.press('End');
    await page.keyboard.type(' [');
    const view = webview(page);
    await view.locator('body[data-state=stale]').waitFor();
    await view.locator('#notice:visible', { hasText: /\S/ }).waitFor();
    assert.equal((await metricsIn(page)).length, 6);
    await (await findingsOf(page, 'document/syntax', onboarding)).first().waitFor();
    const sidebar = await openView(page, 'Betwright');
    const bet = sidebar.locator('[role=treeitem][aria-label*="Guided onboarding"]');
    await bet.locator('.codicon-debug-disconnect').waitFor();

    await revert(page);
    await view.locator('body[data-state=current]').waitFor();
    assert.equal(await view.locator('#notice').isVisible(), false);
    await bet.locator('.codicon-debug-disconnect').waitFor({ state: 'detached' });
  });

  it('reads what a field means', async () => {
    const { page } = workbench;
    await openFile(page, onboarding);
    await goToLine(page, lineOf(textOf(workbench, `bets/${onboarding}`), /^timebox:/));
    const { description } = fieldInfos['Bet']?.['timebox'] ?? {};
    assert.ok(description);
    await visibleLines(page, /^timebox:/)
      .locator('span span')
      .first()
      .hover();
    await page.locator('.monaco-hover:visible', { hasText: description }).waitFor();
  });

  it('finds the metrics in the outline', async () => {
    const { page } = workbench;
    await openFile(page, 'company.metrics.yaml');
    await runCommand(page, 'Explorer: Focus on Outline View');
    await page.locator('.outline-pane [role=treeitem]', { hasText: 'Recurring revenue' }).click();
    const text = textOf(workbench, 'metrics/company.metrics.yaml');
    await untilCaretAt(page, 'company.metrics.yaml', lineOf(text, /name: Recurring revenue/));
  });
});

/** Not a number while VS Code draws it anew. */
async function topOf(element: Locator): Promise<number> {
  const box = await element.boundingBox({ timeout: 1_000 }).catch(() => null);
  return box?.y ?? Number.NaN;
}
