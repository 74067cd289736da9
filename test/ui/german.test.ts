import { openView, openWorkbench, runCommand, screenshot, webview, type Workbench } from './workbench.ts';

/** What a language pack does first: VS Code then takes its extensions' texts in this language, where they have it. */
const speakGerman = `Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => 'de', set() {} });`;

describe('a person whose VS Code speaks German', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
    await workbench.page.addInitScript(speakGerman);
    await workbench.page.reload();
  });

  after(async () => {
    await workbench.close();
  });

  it('reads the tree, the status bar, the commands and the first steps in German', async () => {
    const { page } = workbench;
    const sidebar = await openView(page, 'Betwright');
    await sidebar.locator('[role=treeitem]', { hasText: 'Vorgeschlagen' }).waitFor();
    await sidebar
      .locator('[role=treeitem]', { hasText: /Retro \d+ Tage überfällig/ })
      .first()
      .waitFor();
    await page.locator('.statusbar-item', { hasText: /\d+ überfällig, \d+ verletzt/ }).waitFor();
    await runCommand(page, 'Betwright: Erste Schritte');
    await page.locator('.getting-started-step.expanded', { hasText: 'Eine Wette schreiben' }).waitFor();
    await webview(page).getByText('Eine Wette ist eine Datei').waitFor();
    await screenshot(page, 'german');
  });
});
