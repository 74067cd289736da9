// A person who writes: from an empty folder to no warning, a name that changes everywhere, and the moments of a bet.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../eventually.ts';
import { lineOf, textOf, visibleLines } from './editor.ts';
import {
  clickLens,
  goToLine,
  openFile,
  openProblems,
  openWorkbench,
  pressShortcut,
  runCommand,
  type Workbench,
} from './workbench.ts';

const kite = 'BET-001-bread-by-kite.bet.yaml';

describe('a person who writes a bet in an empty folder', function () {
  this.timeout(240_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openIn({});
  });

  after(async () => {
    await workbench.close();
  });

  it('comes to a bet that is being built without a warning, by completion, quick fixes and a lens alone', async () => {
    const { page } = workbench;
    await runCommand(page, 'Betwright: New Bet…');
    await answer(page, '1/3', 'Bread by kite');
    await answer(page, '2/3', 'Ines Okafor');
    await page.locator('.quick-input-widget [role=option]', { hasText: 'YAML' }).click();
    await page.locator('.tab.active', { hasText: kite }).waitFor();
    await visibleLines(page, /^hypothesis:/).waitFor();
    // From the status to the hypothesis; at a list of words it is the list that has to be there before Tab takes from it.
    await selected(page, 8);
    for (const length of [13, 2, 23]) {
      await page.keyboard.press('Tab');
      await selected(page, length);
    }
    const sentences = ['kites', 'bakeries by the sea', 'landed loaves rise from 6% to 9%', 'the wind is for free'];
    for (const sentence of sentences) {
      await page.keyboard.type(sentence);
      await page.keyboard.press('Tab');
    }

    await goToLine(page, 5);
    await page.keyboard.press('End');
    await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft');
    await takeOffer(page, /^building/, visibleLines(page, /^status:\sbuilding/));
    const findings = (await openProblems(page)).locator('[role=treeitem] .marker-code');
    await findings.filter({ hasText: 'metrics/missing' }).waitFor();
    assert.equal(await findings.count(), 4);

    for (const [fix, effect] of [
      [/^Write what would/, /^criteria:/],
      [/^Decide after/, /^timebox:/],
    ] as const)
      await takeFix(page, 2, fix, visibleLines(page, effect));
    await goToLine(page, 1);
    await clickLens(page, /^No retro scheduled · Schedule/, visibleLines(page, /^retro:/));
    await page.keyboard.press('ControlOrMeta+End');
    await takeOffer(page, /^metrics/, visibleLines(page, /^metrics:/));

    await page.locator('#status\\.problems[aria-label*="No Problems"]').waitFor();
    await findings.first().waitFor({ state: 'detached' });
    // The first snippet may still wait for its stops: Escape leaves it.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await pressShortcut(page, 'S');
    await eventually('the bet is saved', () => /^ {2}guardrails:$/m.test(textOf(workbench, kite)));
    const saved = textOf(workbench, kite);
    assert.match(saved, /^status: building$/m);
    for (const sentence of sentences) assert.ok(saved.includes(sentence), sentence);
  });
});

describe('a person who thinks of a better name', function () {
  this.timeout(240_000);
  const metric = 'landed-loaves';
  const bet = 'owner: Ines Okafor\nstatus: measuring\nmetrics: MET-001\n';
  const hierarchy = 'company.metrics.yaml';
  const files: Readonly<Record<string, string>> = {
    'a.bet.yaml': `id: BET-001\ntitle: Bread by kite\n${bet}rollout: ROL-001\nretro: RET-001\n`,
    'b.rollout.yaml': `id: ROL-001\nbet: BET-001\nrollback:\n  triggers:\n    - { metric: ${metric}, action: rollback }\n`,
    'c.retro.yaml': `id: RET-001\nbet: BET-001\nmetrics:\n  - { metric: ${metric}, actual: 8% }\n`,
    'd.bet.yaml': `id: BET-002\ntitle: Bread by boat\n${bet}rollout: { rollback: { triggers: [{ metric: ${metric}, action: pause }] } }\n`,
    [hierarchy]: `id: MET-001\ntitle: Bread\ncore:\n  - id: ${metric}\n    name: Loaves that land\nleading:\n  - name: Knots tied\n    drives: [${metric}]\n`,
  };
  const naming = Object.keys(files).filter(name => files[name]?.includes(metric));
  let workbench: Workbench;

  before(async () => {
    workbench = await openIn(files);
  });

  after(async () => {
    await workbench.close();
  });

  it('writes it once, finds it in every file, and takes it back in one step', async () => {
    const { page } = workbench;
    assert.equal(naming.length, 4);
    await openFile(page, hierarchy);
    const input = page.locator('.rename-box input');
    for (let attempt = 1; attempt <= 6; attempt++) {
      await goToLine(page, lineOf(files[hierarchy] ?? '', /id: landed/));
      await page.keyboard.press('End');
      await page.keyboard.press('F2');
      if (await appears(input)) break;
    }
    await input.fill('safe-landings');
    await page.keyboard.press('Enter');
    // VS Code saves what a renaming has changed.
    for (const name of naming)
      await eventually(`${name} says the new name`, () => {
        const text = textOf(workbench, name);
        return text === files[name]?.replaceAll(metric, 'safe-landings');
      });

    await goToLine(page, 1);
    await pressShortcut(page, 'Z');
    await visibleLines(page, /drives:\s\[landed-loaves\]/).waitFor();
    // The other files are taken back behind the one that is seen.
    await eventually('every file is as it was', async () => {
      await runCommand(page, 'File: Save All');
      return naming.every(name => textOf(workbench, name) === files[name]);
    });
  });
});

/** Opens a window on a folder that holds these files alone. */
async function openIn(files: Readonly<Record<string, string>>): Promise<Workbench> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'betwright-writing-'));
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  try {
    return await openWorkbench({ folder, settings: { 'files.autoSave': 'off' } });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

async function answer(page: Page, step: string, text: string): Promise<void> {
  await page.locator('.quick-input-title', { hasText: step }).waitFor();
  await page.locator('.quick-input-widget input').fill(text);
  await page.keyboard.press('Enter');
}

/** Waits until so many characters are marked. */
async function selected(page: Page, count: number): Promise<void> {
  await page.locator('#status\\.editor\\.selection', { hasText: `(${String(count)} selected)` }).waitFor();
}

/** Takes what is offered at the caret. The list goes and comes while VS Code thinks: a person would try again. */
async function takeOffer(page: Page, label: RegExp, effect: Locator): Promise<void> {
  const offer = page.locator('.suggest-widget.visible').getByRole('option', { name: label }).first();
  for (let attempt = 1; attempt <= 5; attempt++) {
    await pressShortcut(page, 'Space');
    await offer.click({ timeout: 8_000 }).catch(() => undefined);
    if (await appears(effect)) return;
  }
  assert.fail(`the offer ${String(label)} had no effect`);
}

/** Takes a quick fix from the menu of a line. */
async function takeFix(page: Page, line: number, title: RegExp, effect: Locator): Promise<void> {
  const fix = page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  for (let attempt = 1; attempt <= 5; attempt++) {
    await goToLine(page, line);
    await pressShortcut(page, '.');
    await fix.click({ timeout: 8_000 }).catch(() => undefined);
    if (await appears(effect)) return;
  }
  assert.fail(`the fix ${String(title)} had no effect`);
}

function appears(what: Locator): Promise<boolean> {
  return what
    .first()
    .waitFor({ timeout: 5_000 })
    .then(
      () => true,
      () => false,
    );
}
