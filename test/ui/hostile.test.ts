import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { visibleLines } from './editor.ts';
import { metricCard } from './picture.ts';
import {
  appears,
  goToLine,
  openFile,
  openView,
  openWorkbench,
  runCommand,
  webview,
  type Workbench,
} from './workbench.ts';

/** What somebody may write to make an editor show an icon, run a command, fetch a picture or read backwards. */
const icon = '$(trash)';
const link = '[x](command:workbench.action.quit)';
const image = '<img src=//tracker.example/pixel onerror=alert(1)>';
const script = '</script><script>alert(2)</script>';
const hostile = [icon, link, image, script].join(' ');
const written = `"${hostile} \\u202Egnp.exe\\u202C\\nand a second line"`;

const bet = `kind: bet
id: BET-001
title: ${written}
owner: ${written}
status: building
timebox: { start: 2026-11-02, duration: 6w }
hypothesis: ${written}
metrics:
  core:
    - name: ${written}
      definition: ${written}
      baseline: 1%
      target: 2%
  guardrails:
    - name: ${written}
      threshold: < 2%
      current: 3%
      asOf: 2026-11-21
retro: { scheduled: 2026-12-14 }
`;

describe('a bet that means harm', () => {
  let workbench: Workbench;
  let folder: string;
  /** Dialogs that were shown, and what was asked of other computers. */
  const happened: string[] = [];

  before(async () => {
    folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'betwright-hostile-'));
    fs.writeFileSync(path.join(folder, 'hostile.bet.yaml'), bet);
    workbench = await openWorkbench({ folder, settings: { 'betwright.today': '2026-11-22' } });
    workbench.page.on('dialog', dialog => {
      happened.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    workbench.page.on('request', request => {
      if (request.url().includes('tracker.example')) happened.push(`request ${request.url()}`);
    });
  });

  after(async () => {
    await workbench.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  afterEach(() => {
    assert.deepEqual(happened, []);
  });

  it('is plain text in the tree and under the pointer', async () => {
    const { page } = workbench;
    const sidebar = await openView(page, 'Betwright');
    const row = sidebar.locator('[role=treeitem][aria-level="2"]');
    await row.waitFor();
    await isPlain(row);
    const tooltip = page.locator('.workbench-hover:visible, .monaco-hover:visible');
    // A row that is drawn anew under a resting pointer forgets it, as it does for a person.
    for (let attempt = 1; attempt <= 6; attempt++) {
      await page.mouse.move(700, 500);
      // At its beginning: the middle of so long a name lies outside of the view.
      await row.hover({ position: { x: 80, y: 11 } });
      if (await appears(tooltip.locator('text=BET-001').first(), 6_000)) break;
    }
    await tooltip.locator('text=BET-001').first().waitFor();
    await isPlain(tooltip);
    assert.equal(await tooltip.locator('a').count(), 0);
  });

  it('is plain text in a lens, and in the hover over a finding', async () => {
    const { page } = workbench;
    await openFile(page, 'hostile.bet.yaml');
    const lens = page.locator('.codelens-decoration', { hasText: 'Guardrail breached' });
    await lens.locator('a').first().waitFor();
    // An icon is one where nothing stands between the dollar sign and its name.
    assert.equal(await lens.locator('.codicon').count(), 0);
    assert.match(await lens.innerText(), /\$ \(trash\)/);

    await goToLine(page, bet.split('\n').findIndex(line => line.includes('current: 3%')) + 1);
    await visibleLines(page, /current:\s3%/)
      .locator('.mtk1, span')
      .last()
      .hover();
    const hover = page.locator('.monaco-hover:visible', { hasText: 'metrics/guardrail-breached' });
    await hover.waitFor();
    await isPlain(hover);
    assert.equal(await hover.locator('[data-href^="command:workbench"], [href^="command:workbench"]').count(), 0);
  });

  it('is plain text in the picture, which holds nothing that runs or loads', async () => {
    const { page } = workbench;
    await openFile(page, 'hostile.bet.yaml');
    await runCommand(page, 'Betwright: Open Preview to the Side');
    await metricCard(page, icon).first().waitFor();
    const view = webview(page);
    assert.equal(await view.locator('img, image, iframe, object, embed, foreignObject, a').count(), 0);
    // The page's own beside that of VS Code, and none that a file brought.
    const scripts = view.locator('script:not(#_vscodeApiScript)');
    assert.equal(await scripts.count(), 1);
    assert.match((await scripts.getAttribute('src')) ?? '', /dist\/webview\.js$/);
    await isPlain(view.getByRole('heading', { level: 1 }));
    for (const title of await view.locator('[data-picture] title').allTextContents())
      assert.doesNotMatch(title, /\u202e/);
    const tab = page.locator('.tab', { hasText: 'Preview:' });
    await isPlain(tab);
  });

  it('leads nowhere when it is clicked', async () => {
    const { page } = workbench;
    await metricCard(page, icon).first().click();
    await page.locator('.tab.active', { hasText: 'hostile.bet.yaml' }).waitFor();
    assert.equal(await page.locator('.monaco-workbench').count(), 1);
  });
});

/** Shows the text as it is written, on one line and in the order in which it is written. */
async function isPlain(element: Locator): Promise<void> {
  // Spaces come as such that do not break, too; and a long name may be cut.
  const text = ((await element.first().textContent()) ?? '').replace(/\s/g, ' ');
  for (const part of [icon, link, '<img src=']) assert.ok(text.includes(part), `${part} in ${text}`);
  assert.doesNotMatch(text, /\u202e/);
  assert.equal(await element.locator('img, script, iframe, .codicon-trash').count(), 0);
}
