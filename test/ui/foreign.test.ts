import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openFile, openProblems, openView, openWorkbench, runCommand, webview, type Workbench } from './workbench.ts';

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
`;

/** Argo's rollouts are called as ours are. */
const rollout = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
spec:
  strategy:
    canary:
      steps:
        - setWeight: 20
        - pause: { duration: 1h }
`;

describe('a folder in which nothing is ours', () => {
  let workbench: Workbench;
  let folder: string;

  before(async () => {
    folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'betwright-foreign-'));
    fs.writeFileSync(path.join(folder, 'deployment.yaml'), deployment);
    fs.writeFileSync(path.join(folder, 'rollout.yaml'), rollout);
    fs.writeFileSync(path.join(folder, 'README.md'), '# Nothing\n');
    workbench = await openWorkbench({ folder });
  });

  after(async () => {
    await workbench.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('does not wake the extension', async () => {
    const { page } = workbench;
    await openFile(page, 'rollout.yaml');
    await showRunning(page);
    assert.equal(
      await page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Betwright' }).count(),
      0,
    );
    await hideRunning(page);
  });

  it('starts no language server where a Markdown file makes VS Code wake all that draw in its preview', async function () {
    // Which processes run is known here alone.
    if (process.platform !== 'linux') this.skip();
    const { page } = workbench;
    const before = languageServers();
    await openFile(page, 'README.md');
    await runCommand(page, 'Markdown: Open Preview to the Side');
    await webview(page).getByRole('heading', { name: 'Nothing' }).waitFor();
    await showRunning(page);
    await page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Betwright' }).waitFor();
    await hideRunning(page);
    assert.deepEqual(languageServers(), before);
    await runCommand(page, 'View: Close All Editors');
    await page.locator('.tab').waitFor({ state: 'detached' });
  });

  it('is greeted by the view, and by no finding', async () => {
    const { page } = workbench;
    const sidebar = await openView(page, 'Betwright');
    await sidebar.locator('.welcome-view-content').getByRole('button', { name: 'New Bet' }).waitFor();
    assert.equal(await sidebar.locator('[role=treeitem]').count(), 0);
    await openFile(page, 'rollout.yaml');
    const problems = await openProblems(page);
    assert.equal(await problems.locator('[role=treeitem]').count(), 0);
    await page.locator('#status\\.problems[aria-label*="No Problems"]').waitFor();
    assert.equal(await page.locator('.activitybar .badge-content:visible', { hasText: /\d/ }).count(), 0);
  });
});

async function showRunning(page: Page): Promise<void> {
  await runCommand(page, 'Developer: Show Running Extensions');
  await page.locator('.runtime-extensions-editor .monaco-list-row').first().waitFor();
}

async function hideRunning(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('.runtime-extensions-editor').waitFor({ state: 'detached' });
}

/** The process ids of language servers that stand in this checkout or in a copy of it, in order. */
function languageServers(): readonly string[] {
  return fs.readdirSync('/proc').filter(name => /^\d+$/.test(name) && commandLine(name).includes('server.node.js'));
}

function commandLine(process: string): string {
  try {
    return fs.readFileSync(`/proc/${process}/cmdline`, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}
