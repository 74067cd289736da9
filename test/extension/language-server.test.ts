import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { coalesce } from '../../src/extension/coalesce.ts';
import { createLanguageServer } from '../../src/extension/language-server.ts';
import { eventually } from '../eventually.ts';

describe('a language server that does not come', () => {
  it('leaves questions without an answer, says so, and goes without a word', async () => {
    const output = vscode.window.createOutputChannel('Betwright (test)', { log: true });
    const server = createLanguageServer({
      extensionUri: vscode.Uri.parse('file:///nowhere'),
      output,
      load: () => Promise.reject(new Error('it is not there')),
    });
    assert.equal(server.state(), 'starting');
    assert.equal(await server.tree(), undefined);
    assert.equal(await server.page({ uri: 'file:///nowhere/x.bet.yaml' }), undefined);
    assert.equal(
      await server.fix({ uri: 'file:///x', rule: 'bet/zombie', position: { line: 0, character: 0 } }),
      undefined,
    );
    await eventually('it is said', () => server.state() === 'stopped');
    server.dispose();
    server.dispose();
    output.dispose();
  });
});

describe('coalesce', () => {
  it('does a work once at a time, and once more for all who asked meanwhile', async () => {
    let runs = 0;
    let atOnce = 0;
    const releases: (() => void)[] = [];
    const work = coalesce(async () => {
      runs++;
      atOnce++;
      assert.equal(atOnce, 1);
      await new Promise<void>(resolve => releases.push(resolve));
      atOnce--;
    });
    const first = work();
    const [second, third] = [work(), work()];
    assert.equal(second, third);
    releases.shift()?.();
    await first;
    await eventually('the second run waits', () => releases.length === 1);
    releases.shift()?.();
    await third;
    assert.equal(runs, 2);
    const later = work();
    releases.shift()?.();
    await later;
    assert.equal(runs, 3);
  });
});
