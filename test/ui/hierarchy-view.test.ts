// The picture of a hierarchy as it answers in a page: with the mouse, with the keyboard alone, and to those who do not see it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { build } from 'esbuild';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { outHome, root } from '../../scripts/lib/paths.mjs';
import { hierarchyFor } from '../../src/core/features/hierarchy-graph.ts';
import type { HierarchyGraph } from '../../src/core/views/hierarchy/graph.ts';
import { renderHierarchy } from '../../src/core/views/hierarchy/svg.ts';
import type { HierarchyState } from '../../src/webview/hierarchy/state.ts';
import { hierarchyText } from '../support/hierarchies.ts';
import { judged } from '../support/workspace.ts';
import { faulty, twelve } from '../unit/core/views/hierarchy/graphs.ts';

const words = {
  tools: 'Tools',
  zoomOut: 'Farther',
  zoomIn: 'Nearer',
  actualSize: 'Actual size',
  fitWidth: 'Fit the width',
  fitWhole: 'Fit all',
  collapseAll: 'Fold all',
  expandAll: 'Unfold all',
  search: 'Find',
  found: '{0} of {1}',
  foundNone: 'None',
  picture: 'Picture',
  keys: 'Arrow keys move',
};

/** Stands in for the page around the picture: draws it anew with what is folded, and notes what is chosen. */
const host = `
  import { attachHierarchy } from './src/webview/hierarchy/attach.ts';
  import { firstState } from './src/webview/hierarchy/state.ts';
  globalThis.chosen = [];
  globalThis.start = async state => {
    const element = document.querySelector('#picture');
    globalThis.attached?.detach();
    element.innerHTML = await globalThis.draw(state.collapsed);
    globalThis.attached = attachHierarchy(element, {
      words: ${JSON.stringify(words)},
      state,
      onChange() {},
      onReveal(card, purpose) { chosen.push(card.dataset.key + ' ' + purpose); },
      onCollapse(collapsed) { void start({ ...attached.state(), collapsed }); },
    });
  };
  globalThis.again = () => start(attached.state());
  void start(firstState);
`;

describe('a hierarchy that answers', () => {
  let browser: Browser;
  let script: string;

  before(async () => {
    const stdin = { contents: host, resolveDir: root, loader: 'ts' as const };
    const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'iife', absWorkingDir: root });
    script = outputFiles[0]?.text ?? '';
    browser = await launchBrowser(await ensureChromium());
  });

  after(async () => {
    await browser.close();
  });

  async function on(
    graph: HierarchyGraph,
    colorScheme: 'light' | 'dark',
    work: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1100, height: 760 }, colorScheme });
    try {
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', error => faults.push(error.message));
      await page.exposeFunction('draw', (collapsed: readonly string[]) =>
        renderHierarchy(graph, 'linked', { collapsed, buttons: 'shown' }),
      );
      const styles = ['hierarchy', 'hierarchy-view'].map(name =>
        fs.readFileSync(path.join(root, 'media', `${name}.css`), 'utf8'),
      );
      await page.setContent(
        `<!DOCTYPE html><html lang="en"><title>Picture</title><style>body{color-scheme:light dark}${styles.join('\n')}</style><body><main><h1>Picture</h1><div id="picture"></div></main></body></html>`,
      );
      await page.addScriptTag({ content: script });
      await page.locator('.hierarchy-view .metric').first().waitFor();
      await work(page);
      assert.deepEqual(faults, []);
    } finally {
      await context.close();
    }
  }

  const card = (page: Page, key: string): Locator => page.locator(`.metric[data-key="${key}"]`);
  const focused = (page: Page): Promise<string> =>
    page.evaluate<string>(`document.activeElement.dataset.key ?? document.activeElement.dataset.of ?? ''`);
  const state = (page: Page): Promise<HierarchyState> => page.evaluate<HierarchyState>('attached.state()');
  const keysOf = (page: Page, selector: string): Promise<readonly string[]> =>
    page.evaluate<readonly string[]>(
      `[...document.querySelectorAll('${selector}')].map(found => found.dataset.key).sort()`,
    );

  it('is gone through along tiers and drives, and Enter goes to the line', async () => {
    await on(twelve(), 'light', async page => {
      await page.locator('.metric[tabindex="0"]').focus();
      assert.equal(await focused(page), 'activation');
      for (const [key, wanted] of [
        ['ArrowDown', ['onboarding', 'first-value']],
        ['ArrowUp', ['activation', 'conversion']],
        ['Home', ['activation', 'conversion', 'weekly-teams']],
        ['ArrowUp', ['revenue', 'retention']],
        ['End', ['revenue', 'retention']],
      ] as const) {
        await page.keyboard.press(key);
        assert.ok((wanted as readonly string[]).includes(await focused(page)), `${key}: ${await focused(page)}`);
      }
      const last = await focused(page);
      await page.keyboard.press('Enter');
      assert.deepEqual(await page.evaluate('chosen'), [`${last} edit`]);
      assert.equal(await page.locator('.metric[tabindex="0"]').count(), 1);
    });
  });

  it('lights the ways through a card up and down, and dims the rest', async () => {
    await on(twelve(), 'light', async page => {
      await card(page, 'invites').hover();
      assert.deepEqual(await keysOf(page, '.metric.traced'), ['invites', 'retention', 'revenue', 'weekly-teams']);
      assert.equal(await page.locator('.drive.traced').count(), 3);
      await page.screenshot({ path: path.join(outHome, 'screenshots', 'hierarchy-path.png') });
      await page.mouse.move(2, 2);
      assert.equal(await page.locator('.traced, .tracing').count(), 0);
    });
  });

  it('folds a branch by its button, by the space bar and all at once, and keeps the focus', async () => {
    await on(twelve(), 'light', async page => {
      await page.locator('.fold[data-branch="activation"]').click();
      await card(page, 'onboarding').waitFor({ state: 'detached' });
      assert.equal(await card(page, 'first-value').count(), 1);
      assert.deepEqual((await state(page)).collapsed, ['activation']);
      await card(page, 'activation').focus();
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate('document.activeElement.dataset.branch'), 'activation');
      await page.keyboard.press('Enter');
      await card(page, 'onboarding').waitFor();
      assert.equal(await page.evaluate('document.activeElement.dataset.branch'), 'activation');
      await card(page, 'activation').focus();
      await page.keyboard.press('Space');
      await card(page, 'onboarding').waitFor({ state: 'detached' });
      assert.equal(await focused(page), 'activation');
      await page.getByRole('button', { name: words.expandAll }).click();
      await card(page, 'onboarding').waitFor();
      await page.getByRole('button', { name: words.collapseAll }).click();
      await card(page, 'first-value').waitFor({ state: 'detached' });
      assert.equal(await card(page, 'errors').count(), 1);
      assert.deepEqual(await page.evaluate('chosen'), []);
    });
  });

  it('finds by name, tells how many, and goes from one to the next', async () => {
    await on(twelve(), 'light', async page => {
      await card(page, 'activation').focus();
      await page.keyboard.press('/');
      await page.keyboard.type('TEAM');
      assert.equal(await page.locator('.found-count').textContent(), '1 of 4');
      assert.deepEqual(await keysOf(page, '.found'), ['invites', 'retention', 'tickets', 'weekly-teams']);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Shift+Enter');
      assert.equal(await page.locator('.found-count').textContent(), '2 of 4');
      const [now] = await keysOf(page, '.found-now');
      await page.evaluate('again()');
      assert.equal(await page.locator('.found').count(), 4);
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('.found').count(), 0);
      assert.ok(now !== undefined && (await focused(page)) !== '');
    });
  });

  it('zooms by buttons, keys and wheel, moves when it is dragged, and is the same when it is drawn anew', async () => {
    await on(graphOf(60), 'light', async page => {
      const zoomed = async (): Promise<HierarchyState['zoom']> => (await state(page)).zoom;
      assert.equal(await zoomed(), 'readable');
      await page.getByRole('button', { name: words.fitWhole }).click();
      const width = await page.locator('.hierarchy-view svg').getAttribute('width');
      assert.ok(Number(width) < 1100);
      await page.locator('.hierarchy-view').focus();
      await page.keyboard.press('0');
      assert.equal(await zoomed(), 'readable');
      await page.keyboard.press('+');
      const one = await zoomed();
      assert.ok(typeof one === 'number' && one > 0.7);
      const box = await page.locator('.hierarchy-view').boundingBox();
      assert.ok(box);
      await page.mouse.move(box.x + 400, box.y + 300);
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, -200);
      await page.keyboard.up('Control');
      const two = await zoomed();
      assert.ok(typeof two === 'number' && two > one);
      const before = await state(page);
      await page.mouse.down();
      await page.mouse.move(box.x + 300, box.y + 180, { steps: 3 });
      await page.mouse.up();
      const after = await state(page);
      assert.deepEqual([after.left - before.left, after.top - before.top], [100, 120]);
      assert.deepEqual(await page.evaluate('chosen'), []);
      await page.evaluate('again()');
      const { zoom, left, top } = await state(page);
      assert.deepEqual([zoom, left, top], [after.zoom, after.left, after.top]);
    });
  });

  for (const scheme of ['light', 'dark'] as const)
    it(`keeps nothing from people who do not see it, ${scheme}`, async () => {
      for (const [name, graph] of Object.entries({ twelve: twelve(), faulty: faulty(), sixty: graphOf(60) })) {
        await on(graph, scheme, async page => {
          await page.evaluate(axe.source);
          const found = await page.evaluate(async () => {
            const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({ preload: false });
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
          });
          assert.deepEqual(found, [], name);
        });
      }
    });
});

function graphOf(size: 12 | 60 | 300): HierarchyGraph {
  const file = 'product.metrics.yaml';
  const answer = hierarchyFor(judged({ [file]: hierarchyText(size) }), file);
  if (answer.state === 'none') throw new Error(answer.reason);
  return answer.graph;
}
