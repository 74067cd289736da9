// The page beside its text: what a click and two clicks do, and what the caret lights.
import assert from 'node:assert/strict';
import { lineOf, textOf } from './editor.ts';
import { metricCard } from './picture.ts';
import { goToLine, openFile, openWorkbench, runCommand, webview, type Workbench } from './workbench.ts';

const preorder = 'BET-009-two-tap-preorder.bet.yaml';

describe('the preview beside its text', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
  });

  after(async () => {
    await workbench.close();
  });

  it('shows a place at a click and leaves the caret alone, and goes there at two', async () => {
    const { page } = workbench;
    await openFile(page, preorder);
    await goToLine(page, 4);
    await runCommand(page, 'Betwright: Open Preview to the Side');
    await metricCard(page, 'Checkout speed').waitFor();
    const view = webview(page);
    const criterion = view.getByRole('link', { name: 'No guardrail breached' });
    const line = page.locator('.view-line', { hasText: /No\sguardrail\sbreached/ });
    assert.equal(await line.count(), 0, 'it is out of sight');
    await criterion.click();
    await line.first().waitFor();
    const status = page.locator('#status\\.editor\\.selection');
    await runCommand(page, 'View: Focus First Editor Group');
    await status.filter({ hasText: 'Ln 4,' }).waitFor();

    await criterion.dblclick();
    const written = lineOf(textOf(workbench, `bets/${preorder}`), /- No guardrail breached/);
    await status.filter({ hasText: `Ln ${String(written)},` }).waitFor();
    await view.locator('.stage.lit', { hasText: 'Beta' }).waitFor();
  });

  it('lights the metric with the caret', async () => {
    const { page } = workbench;
    await goToLine(page, lineOf(textOf(workbench, `bets/${preorder}`), /P95 < 800ms/));
    await webview(page).locator('.metric.lit[aria-label^="Checkout speed"]').waitFor();
  });
});
