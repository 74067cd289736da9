import * as vscode from 'vscode';
import type { PictureAnswer, PictureQuestion } from '../../server/protocol.ts';
import { escapeMarkup } from '../escape-markup.ts';
import type { LanguageServer } from '../language-server.ts';
import { plainText } from '../plain-text.ts';
import { askedIn } from './fence.ts';
import { createPictures } from './pictures.ts';

/** As much of the Markdown reader of VS Code as is used here. */
interface MarkdownIt {
  readonly renderer: { readonly rules: { fence?: RenderRule | undefined } };
}

interface Token {
  readonly info: string;
  readonly content: string;
}

type RenderRule = (
  tokens: readonly Token[],
  index: number,
  options: unknown,
  environment: unknown,
  renderer: { renderAttrs(token: Token): string; renderToken(...all: readonly unknown[]): string },
) => string;

export interface MarkdownPreview {
  /** For VS Code's own Markdown preview: a fence `betwright BET-012` becomes a picture. */
  readonly extendMarkdownIt: (markdown: MarkdownIt) => MarkdownIt;
  dispose(): void;
}

/** Milliseconds in which a page that was called is drawn again. */
const patience = 1000;

/** Pictures come from the server a moment later: the fence is quiet meanwhile, and the preview is drawn again when they are there. */
export function registerMarkdownPreview(server: LanguageServer): MarkdownPreview {
  const pictures = createPictures(
    question => server.picture(question),
    () => void vscode.commands.executeCommand('markdown.preview.refresh'),
    work => void setTimeout(work, patience),
  );
  const listeners = vscode.Disposable.from(
    server.onDidChange(() => {
      pictures.refresh();
    }),
    server.onDidChangeState(() => {
      pictures.refresh();
    }),
  );
  return {
    extendMarkdownIt(markdown) {
      const { rules } = markdown.renderer;
      const others = rules.fence;
      rules.fence = (tokens, index, options, environment, renderer) => {
        const token = tokens[index];
        const question = token && askedIn(token.info, token.content);
        if (token === undefined || question === undefined)
          return (
            others?.(tokens, index, options, environment, renderer) ?? renderer.renderToken(tokens, index, options)
          );
        return `<div${renderer.renderAttrs(token)}>${markupFor(question)}</div>\n`;
      };
      return markdown;
    },
    dispose() {
      listeners.dispose();
    },
  };

  function markupFor(question: PictureQuestion): string {
    if (question.id === '') return said(vscode.l10n.t('Name an id behind “betwright”, such as “betwright BET-012”.'));
    const id = plainText(question.id);
    const answer = pictures.get(question);
    if (answer === undefined) {
      const words =
        server.state() === 'stopped'
          ? vscode.l10n.t('“{0}” can’t be drawn: the language server does not run.', id)
          : vscode.l10n.t('Drawing “{0}” …', id);
      return said(words);
    }
    if (answer.state === 'drawn') return `<figure class="betwright-page betwright-figure">${answer.html}</figure>`;
    return said(reasonFor(id, answer));
  }
}

function reasonFor(id: string, answer: Extract<PictureAnswer, { readonly state: 'none' }>): string {
  // Before the workspace has been read nobody can say that something is not there.
  if (!answer.isComplete) return vscode.l10n.t('Drawing “{0}” …', id);
  switch (answer.reason) {
    case 'unknown':
      return vscode.l10n.t('Nothing in this workspace has the id “{0}”.', id);
    case 'broken':
      return vscode.l10n.t('“{0}” can’t be drawn: its file can’t be parsed.', id);
    case 'nothing':
      return vscode.l10n.t('There is nothing to draw of “{0}” yet.', id);
  }
}

function said(words: string): string {
  return `<p class="betwright-said">${escapeMarkup(words)}</p>`;
}
