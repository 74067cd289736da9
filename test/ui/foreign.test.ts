import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openFile, openProblems, openView, openWorkbench, runCommand, type Workbench } from './workbench.ts';

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
    await openFile(page, 'README.md');
    await openFile(page, 'rollout.yaml');
    await runCommand(page, 'Developer: Show Running Extensions');
    const running = page.locator('.runtime-extensions-editor .monaco-list-row');
    // Markdown's own extension is there because of the README: whoever waits for such a file would be there, too.
    await running.filter({ hasText: 'Markdown' }).first().waitFor();
    assert.equal(await running.filter({ hasText: 'Betwright' }).count(), 0);
    await page.keyboard.press('Escape');
    await running.first().waitFor({ state: 'detached' });
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
