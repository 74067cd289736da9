import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';

describe('activation', () => {
  it('happens by itself when a folder with artifacts is opened', async () => {
    const extension = vscode.extensions.getExtension('betwright.betwright');
    assert.ok(extension, 'the extension is installed');
    await eventually('the extension is active', () => extension.isActive);
  });
});
