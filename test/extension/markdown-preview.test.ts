import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';
import { closeEverything, fileUri, openExample } from './examples.ts';

/** What VS Code's own Markdown preview makes of a text, with all that extensions add to it. */
async function rendered(markdown: string): Promise<string> {
  return String(await vscode.commands.executeCommand('markdown.api.render', markdown));
}

const fence = (info: string, content = ''): string => `\`\`\`${info}\n${content}\n\`\`\`\n`;

describe('pictures in the Markdown preview', () => {
  afterEach(closeEverything);

  async function untilRendered(markdown: string, what: RegExp): Promise<string> {
    let html = '';
    await eventually(`${String(what)} is drawn`, async () => what.test((html = await rendered(markdown))));
    return html;
  }

  it('stand in place of a fence, by id and view, and other fences stay', async () => {
    const html = await untilRendered(
      `# Today\n\n${fence('betwright BET-007')}\n${fence('betwright', 'BET-009 timeline')}\n${fence('js', 'let x;')}`,
      /betwright-hierarchy[^]*bw-time/,
    );
    assert.ok(html.includes('Activation rate'));
    assert.match(html, /<code [^>]*language-js/);
    assert.doesNotMatch(html, /<script|\sstyle=|\shref="(?!#)|data-file/);
  });

  it('give way to a sentence where nothing has the id, and nothing in it is markup', async () => {
    const html = await untilRendered(fence('betwright <img/src=x/onerror=alert(1)>'), /has the id/);
    assert.doesNotMatch(html, /<img/);
    await untilRendered(fence('betwright'), /betwright-said/);
  });

  it('follow the text while somebody writes', async () => {
    const page = fence('betwright BET-007');
    await untilRendered(page, /Activation rate/);
    const editor = await openExample('bets', 'BET-007-guided-onboarding.bet.yaml');
    const at = editor.document.positionAt(editor.document.getText().indexOf('name: Activation rate') + 'name: '.length);
    await editor.edit(edit => {
      edit.insert(at, 'Quick ');
    });
    await untilRendered(page, /Quick Activation rate/);
  });
});

describe('exporting a picture', () => {
  afterEach(closeEverything);

  it('writes it in each format', async () => {
    await openExample('bets', 'BET-007-guided-onboarding.bet.yaml');
    const beginnings = { svg: '<svg ', html: '<!doctype html>', mermaid: 'flowchart BT', png: '\u{fffd}PNG' };
    for (const [format, beginning] of Object.entries(beginnings)) {
      const to = fileUri(`picture.${format}`);
      // The message at the end waits for somebody who has seen it.
      void vscode.commands.executeCommand('betwright.exportPicture', { format, to });
      await eventually(`${format} is written`, async () => {
        const bytes = await vscode.workspace.fs.readFile(to).then(
          content => content,
          () => new Uint8Array(),
        );
        return new TextDecoder().decode(bytes).startsWith(beginning);
      });
      await vscode.workspace.fs.delete(to);
    }
  });
});
