import { openPages } from '../../scripts/lib/workbench.mjs';
import { screenshot } from './workbench.ts';

/** Mocha calls these around every test: a failed one leaves a picture of what was on the screen, in out/screenshots. */
export const mochaHooks = {
  async afterEach(this: Mocha.Context): Promise<void> {
    const test = this.currentTest;
    if (test?.state !== 'failed') return;
    const name = test.titlePath().join(' ').replace(/\W+/g, '-').toLowerCase();
    for (const page of openPages) await screenshot(page, `failed-${name}`);
  },
};
