import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

interface Manifest {
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: string;
      readonly restrictedConfigurations: readonly string[];
    };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac?: string;
      readonly when?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly when?: string }[]>>;
    readonly snippets: readonly { readonly path: string }[];
  };
}

const { contributes, capabilities } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

describe('the manifest on disk', () => {
  it('gives every command a title that can be translated, in our category', () => {
    for (const { command, title, category } of contributes.commands) {
      assert.match(title, /^%command\.\w+%$/, command);
      assert.equal(category, 'Betwright', command);
    }
  });

  it('takes few keys, each on both keyboards and only where the command means something', () => {
    const { keybindings } = contributes;
    assert.ok(keybindings.length <= 3);
    for (const { command, key, mac, when } of keybindings) {
      // Single strokes are taken; a second one after Ctrl+K is where extensions have their place.
      assert.match(key, /^ctrl\+k [a-z]$/, command);
      assert.equal(mac, key.replace('ctrl', 'cmd'), command);
      assert.match(when ?? '', /resourceFilename/, command);
    }
    assert.equal(new Set(keybindings.map(({ key }) => key)).size, keybindings.length);
  });

  it('leaves everything that menus offer within reach of the keyboard, through the palette or the tree', () => {
    const inPalette = contributes.menus['commandPalette'] ?? [];
    const hidden = new Set(inPalette.filter(({ when }) => when === 'false').map(({ command }) => command));
    for (const [menu, entries] of Object.entries(contributes.menus))
      for (const { command } of entries)
        if (command !== undefined && menu !== 'commandPalette') assert.ok(!hidden.has(command), `${menu}: ${command}`);
  });

  it('heeds in Restricted Mode what the team’s own file may say there too, and of the rest all but the tracing', () => {
    const { supported, restrictedConfigurations } = capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    assert.deepEqual(restrictedConfigurations, ['betwright.trace.server']);
  });

  it('names snippet files that exist', () => {
    for (const { path } of contributes.snippets) assert.ok(existsSync(join(root, path)), path);
  });
});
