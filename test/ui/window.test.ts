import assert from 'node:assert/strict';
import { openFile, openProblems, openWorkbench, screenshot, type Workbench } from './workbench.ts';

describe('a window on the examples', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
  });

  after(async () => {
    await workbench.close();
  });

  it('opens a file and shows what is wrong in the Problems panel', async () => {
    const { page } = workbench;
    const editor = await openFile(page, 'bet.yaml');
    assert.match(await editor.locator('.view-lines').innerText(), /\S/);
    const problems = await openProblems(page);
    assert.equal(await problems.isVisible(), true);
    await screenshot(page, 'window');
  });
});
