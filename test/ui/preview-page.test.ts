// The page of the preview in a browser, with the script that runs in it and a stand-in for the editor around it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { outHome, root } from '../../scripts/lib/paths.mjs';
import { pageFor } from '../../src/core/features/bet-page.ts';
import type { Day } from '../../src/core/model/values/date.ts';
import { createJudge, type Judge } from '../../src/core/service.ts';
import { betPage } from '../../src/core/views/bet-page/bet-page.ts';
import type { FromPreview, PageMessage, RevealMessage } from '../../src/webview/messages.ts';
import { themes, type Theme } from './themes.ts';

const onboarding = 'bets/BET-007-guided-onboarding.bet.yaml';
const preorder = 'bets/BET-009-two-tap-preorder.bet.yaml';
const shapes: Readonly<Record<string, string>> = {
  'a bet in its rollout': onboarding,
  'a bet with a broken guardrail': preorder,
  'a bet that is over': 'bets/BET-001-warm-bread-alerts.bet.yaml',
  'a retro of its own': 'retros/RET-012-collect-after-six.retro.md',
  'a hierarchy of its own': 'metrics/counter-tablet.metrics.yaml',
  'a plan of weeks': 'tracks/winter.tracks.md',
};

describe('the page of the preview', () => {
  let browser: Browser;
  let judge: Judge;

  before(async () => {
    browser = await launchBrowser(await ensureChromium());
    judge = createJudge({ today: '2026-11-22' as Day, mode: 'scaling', severities: {} });
    const folder = path.join(root, 'examples');
    for (const file of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (/\.(?:yaml|md)$/.test(file)) judge.set(file.split(path.sep).join('/'), textOf(file));
    judge.update();
  });

  after(async () => {
    await browser.close();
  });

  it('keeps nothing from people who do not see it, in every theme', async () => {
    const found: string[] = [];
    for (const theme of Object.keys(themes) as Theme[]) {
      const page = await open(theme);
      await page.evaluate(axe.source);
      for (const [index, [name, file]] of Object.entries(shapes).entries()) {
        await show(page, messageFor(file, index + 1));
        found.push(...(await faultsOf(page)).map(fault => `${theme}, ${name}: ${fault}`));
        await page.screenshot({ path: path.join(outHome, 'screenshots', `page-${theme}-${String(index)}.png`) });
      }
      await page.context().close();
    }
    assert.deepEqual(found, []);
  });

  it('has room in a narrow column, at twice the size, and in a wide window', async () => {
    for (const width of [320, 640, 1600]) {
      const page = await open('dark', width);
      for (const [index, file] of Object.values(shapes).entries()) {
        await show(page, messageFor(file, index + 1));
        const beyond = await page.evaluate<number>(
          'document.querySelector("#view").scrollWidth - document.querySelector("#view").clientWidth',
        );
        assert.ok(beyond <= 0, `${file} at ${String(width)}: ${String(beyond)} too wide`);
      }
      await page.context().close();
    }
  });

  it('shows a place at a click, and goes there at two, and at the enter key', async () => {
    const page = await open('light');
    await show(page, messageFor(preorder));
    const text = textOf(preorder);
    const criterion = page.getByRole('link', { name: 'No guardrail breached' });
    await criterion.click();
    const looked = (await told(page)).findLast(isReveal);
    assert.equal(looked?.purpose, 'look');
    assert.equal(text.slice(looked.start, looked.end), 'No guardrail breached');
    await criterion.dblclick();
    assert.equal((await told(page)).findLast(isReveal)?.purpose, 'edit');
    await page.locator('.metric[data-key]', { hasText: 'Checkout speed' }).first().focus();
    await page.keyboard.press('Enter');
    const metric = (await told(page)).findLast(isReveal);
    assert.deepEqual([metric?.purpose, metric?.start], ['edit', text.indexOf('Checkout speed')]);
    await page.context().close();
  });

  it('lights what the caret is in, and brings it into view', async () => {
    const page = await open('dark');
    await show(page, messageFor(onboarding));
    const text = textOf(onboarding);
    await post(page, { type: 'caret', file: 0, offset: text.indexOf('half way') });
    await page.locator('.bw-section.lit[data-section=rollout]').waitFor();
    await post(page, { type: 'caret', file: 0, offset: text.indexOf('See whether the numbers') });
    assert.ok(await isInView(page, '.stage.lit'));
    assert.match(await page.locator('.stage.lit h3').innerText(), /Beta/);
    await post(page, { type: 'caret', file: 0, offset: text.indexOf('Share of requests') });
    assert.equal(await page.locator('.metric.lit').count(), 1);
    assert.match((await page.locator('.metric.lit').getAttribute('aria-label')) ?? '', /^Error rate/);
    await post(page, { type: 'caret', file: -1, offset: -1 });
    assert.equal(await page.locator('.lit').count(), 0);
    await page.context().close();
  });

  it('stays as it was left over an edit: place, focus, what is open, and all that did not change', async () => {
    const page = await open('light');
    await show(page, messageFor(onboarding));
    const table = page.locator('summary', { hasText: 'As a table' });
    await table.click();
    await page.locator('summary', { has: page.getByRole('heading', { name: 'Launch' }) }).click();
    const criterion = page.getByRole('link', { name: /Support can answer/ });
    await criterion.focus();
    await page.evaluate(`for (const part of document.querySelectorAll('[data-section]')) part.before_ = true;
      const view = document.querySelector('#view'); view.scrollTop = 900;`);
    const top = await page.evaluate<number>('document.querySelector("#view").scrollTop');
    const changed = textOf(onboarding)
      .replace('44.5%\n      asOf', '46%\n      asOf')
      .replace('See whether the numbers', 'Learn whether the numbers');
    judge.set(onboarding, changed);
    judge.update();
    const next = messageFor(onboarding, 2);
    judge.set(onboarding, textOf(onboarding));
    judge.update();
    await show(page, next);
    await page.getByText('Learn whether the numbers').waitFor();
    assert.equal(await page.evaluate('document.querySelector("#view").scrollTop'), top);
    assert.match(await page.evaluate<string>('document.activeElement.textContent'), /Support can answer/);
    assert.ok(await isOpen(page, 'metrics-table'));
    assert.ok(!(await isOpen(page, 'launch')));
    assert.deepEqual(
      await page.evaluate('[...document.querySelectorAll("[data-section]")].filter(part => !part.before_)'),
      [],
    );

    // Hidden and shown again, or after a restart of the window.
    const state = await page.evaluate('window.kept');
    const again = await open('light', 900, state);
    await show(again, next);
    assert.equal(await again.evaluate('document.querySelector("#view").scrollTop'), top);
    assert.ok(await isOpen(again, 'metrics-table'));
    for (const opened of [page, again]) await opened.context().close();
  });

  it('opens at the part that a file is about, and begins anew with another bet', async () => {
    const page = await open('dark');
    await show(page, messageFor('rollouts/ROL-011-tray-labels.rollout.md'));
    assert.ok(await isInView(page, '[data-section=rollout] h2'));
    await show(page, messageFor(onboarding, 2));
    assert.equal(await page.evaluate('document.querySelector("#view").scrollTop'), 0);
    await page.context().close();
  });

  it('says that it is the last good page, and leads to what is broken', async () => {
    const page = await open('light');
    await show(page, {
      ...messageFor(onboarding),
      state: 'stale',
      notice: 'The list is not closed.',
      noticeLink: 'Go to line 7',
    });
    assert.ok(await page.getByRole('heading', { level: 1 }).isVisible());
    await page.getByRole('button', { name: 'Go to line 7' }).click();
    assert.deepEqual((await told(page)).at(-1), { type: 'problem', serial: 1 });
    await page.context().close();
  });

  it('runs and fetches nothing that somebody wrote into a markup of ours', async () => {
    const page = await open('light');
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    const evil = [
      '<section data-section="head"><script>document.title="run"</script><p onclick="x()" style="color:red" data-key="a">text</p>',
      '<img src="https://example.com/x.png"/><iframe src="https://example.com"></iframe><a href="javascript:x()" id="notice">a</a>',
      '<svg xmlns="http://www.w3.org/2000/svg"><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">in</p></foreignObject>',
      '<a href="https://example.com"><text>b</text></a><use href="#x"/></svg></section>',
    ].join('');
    await show(page, {
      ...messageFor(onboarding),
      sections: [
        { name: 'head', html: evil },
        { name: 'metrics', html: '<section><p></section>' },
      ],
    });
    assert.equal(
      await page.locator('#page').innerHTML(),
      '<section data-section="head"><p data-key="a">text</p><a>a</a><svg></svg></section>',
    );
    assert.deepEqual([await page.title(), asked], ['Preview', []]);
    await page.context().close();
  });

  function messageFor(file: string, serial = 1): PageMessage {
    const answer = pageFor(judge, file);
    assert.ok(answer.state !== 'none', file);
    const { sections, areas, opensAt } = betPage(
      answer.source,
      { mode: 'editor' },
      { collapsed: [], buttons: 'shown' },
    );
    const subject = { uri: `file:///${file}` };
    return {
      type: 'page',
      serial,
      state: 'current',
      sections,
      areas,
      opensAt,
      fileName: path.basename(file),
      notice: '',
      noticeLink: '',
      subject,
    };
  }

  /** A page as the extension writes it, in a column so wide. */
  async function open(theme: Theme, width = 900, state?: unknown): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme: theme === 'light' ? 'light' : 'dark',
    });
    const page = await context.newPage();
    const variables = Object.entries(themes[theme])
      .map(([name, value]) => `${name}:${value}`)
      .join(';');
    const styles = ['hierarchy', 'hierarchy-view', 'page', 'preview'].map(name =>
      fs.readFileSync(path.join(root, 'media', `${name}.css`), 'utf8'),
    );
    await page.setContent(`<!DOCTYPE html><html lang="en"><head><title>Preview</title><style>:root{--vscode-font-family:sans-serif;--vscode-font-size:13px;${variables}}</style><style>${styles.join('\n')}</style></head>
      <body class="vscode-${theme}"><header><span id="file"></span></header>
      <p id="notice" role="status"><span id="notice-text"></span> <button id="notice-link" type="button" hidden></button></p>
      <main id="view" aria-label="Preview" tabindex="-1"><section id="read" hidden></section><article id="page" class="betwright-page" hidden></article></main></body></html>`);
    await page.evaluate(`document.body.dataset.words = ${JSON.stringify(JSON.stringify(hierarchyWords))}`);
    await page.evaluate(`window.sent = []; window.kept = ${JSON.stringify(state ?? null)};
      window.acquireVsCodeApi = () => ({ postMessage: message => window.sent.push(message), getState: () => window.kept, setState: state => { window.kept = state; } });`);
    await page.addScriptTag({ path: path.join(root, 'dist', 'webview.js') });
    return page;
  }
});

/** What axe has against the page as it is now. */
function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map(
      ({ id, impact, nodes }) => `${id} (${String(impact)}): ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`,
    );
  });
}

const hierarchyWords = {
  tools: 'Tools',
  zoomOut: 'Zoom out',
  zoomIn: 'Zoom in',
  actualSize: 'Actual size',
  fitWidth: 'Fit to the width',
  fitWhole: 'Fit the whole picture',
  collapseAll: 'Fold',
  expandAll: 'Unfold',
  search: 'Find a metric',
  found: '{0} of {1}',
  foundNone: 'None',
  picture: 'Metrics hierarchy',
  keys: 'Arrow keys go from metric to metric.',
};

function textOf(file: string): string {
  return fs.readFileSync(path.join(root, 'examples', file), 'utf8');
}

async function post(page: Page, message: object): Promise<void> {
  await page.evaluate(`window.dispatchEvent(new MessageEvent('message', { data: ${JSON.stringify(message)} }))`);
}

async function show(page: Page, message: PageMessage): Promise<void> {
  await post(page, message);
}

function told(page: Page): Promise<readonly FromPreview[]> {
  return page.evaluate<readonly FromPreview[]>('window.sent');
}

function isReveal(message: FromPreview): message is RevealMessage {
  return message.type === 'reveal';
}

function isInView(page: Page, selector: string): Promise<boolean> {
  return page.evaluate<boolean>(
    `(() => { const box = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight; })()`,
  );
}

function isOpen(page: Page, fold: string): Promise<boolean> {
  return page.evaluate<boolean>(`document.querySelector('details[data-fold=${fold}]').open`);
}
