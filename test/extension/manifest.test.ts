import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
    readonly keybindings: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly contents: string }[];
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

/** A command, or a menu inside the menu. */
interface MenuEntry {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

interface Step {
  readonly description: string;
  readonly completionEvents: readonly string[];
}

describe('the manifest', () => {
  let manifest: Manifest;
  let registered: readonly string[];

  before(async () => {
    const extension = vscode.extensions.getExtension('betwright.betwright');
    assert.ok(extension);
    await eventually('the extension is active', () => extension.isActive);
    manifest = extension.packageJSON as Manifest;
    registered = await vscode.commands.getCommands(true);
  });

  it('lists the commands that are registered, and no other', () => {
    // VS Code makes some of its own for each view: focus, show, move …
    const views = Object.values(manifest.contributes.views).flat();
    const isOurs = (id: string): boolean =>
      id.startsWith('betwright.') && !views.some(view => id.startsWith(`${view.id}.`));
    const listed = manifest.contributes.commands.map(({ command }) => command);
    assert.deepEqual([...listed].sort(), registered.filter(isOurs).sort());
  });

  it('gives every command a title that is not a key of a missing text', () => {
    for (const { title } of manifest.contributes.commands) assert.doesNotMatch(title, /^%|^$/);
  });

  it('names in menus, keys, welcome texts and the walkthrough only commands that exist', () => {
    const { menus, keybindings, viewsWelcome, walkthroughs } = manifest.contributes;
    const steps = walkthroughs.flatMap(walkthrough => walkthrough.steps);
    assert.equal(steps.length, 5);
    const texts = [...viewsWelcome.map(({ contents }) => contents), ...steps.map(({ description }) => description)];
    const named = [
      ...Object.values(menus)
        .flat()
        .flatMap(({ command }) => (command === undefined ? [] : [{ command }])),
      ...keybindings,
      ...texts.flatMap(text =>
        [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => ({ command: command ?? '' })),
      ),
      ...steps
        .flatMap(({ completionEvents }) => completionEvents)
        .flatMap(event => (event.startsWith('onCommand:') ? [{ command: event.slice('onCommand:'.length) }] : [])),
    ];
    assert.ok(named.length > 8);
    for (const { command } of named) assert.ok(registered.includes(command), command);
  });

  it('hides from the palette what needs an argument', () => {
    const hidden = (manifest.contributes.menus['commandPalette'] ?? []).filter(({ when }) => when === 'false');
    assert.deepEqual(hidden.map(({ command }) => command).sort(), [
      'betwright.applyFix',
      'betwright.reveal',
      'betwright.showReasons',
    ]);
  });

  it('wakes the extension only where there is something of ours', () => {
    assert.ok(manifest.activationEvents.length > 0);
    for (const event of manifest.activationEvents) assert.match(event, /^(workspaceContains|onWebviewPanel):/);
  });

  it('has the settings with their defaults', () => {
    const defaults = Object.fromEntries(
      Object.entries(manifest.contributes.configuration.properties).map(([name, { default: value }]) => [name, value]),
    );
    assert.deepEqual(defaults, {
      'betwright.mode': 'scaling',
      'betwright.rules': {},
      'betwright.include': [],
      'betwright.codeLens.enabled': true,
      'betwright.codeLens.findings': true,
      'betwright.codeLens.readiness': true,
      'betwright.codeLens.gate': true,
      'betwright.codeLens.decision': true,
      'betwright.codeLens.learnings': true,
      'betwright.codeLens.metrics': true,
      'betwright.codeLens.stages': true,
      'betwright.inlayHints.enabled': true,
      'betwright.inlayHints.dates': true,
      'betwright.inlayHints.values': true,
      'betwright.statusBar.enabled': true,
      'betwright.today': '',
      'betwright.trace.server': 'off',
    });
  });
});
