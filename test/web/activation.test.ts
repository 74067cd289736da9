import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';

describe('activation in the web worker', () => {
  it('happens by itself when a folder with artifacts is opened, without a process and without Node', async () => {
    if ('process' in globalThis) throw new Error('this is not the web worker');
    const extension = vscode.extensions.getExtension('betwright.betwright');
    if (extension === undefined) throw new Error('the extension is not installed');
    await eventually('the extension is active', () => extension.isActive);
  });
});
