import * as vscode from 'vscode';
import type { PreviewPage } from '../../server/protocol.ts';
import type { PageMessage, PreviewSubject } from '../../webview/messages.ts';
import { plainText } from '../plain-text.ts';
import { readDocument } from './read-page.ts';

export function pageMessage(page: PreviewPage, subject: PreviewSubject, serial: number): PageMessage {
  const { state, sections, areas, opensAt, uri, recognised, problem } = page;
  const read = recognised && readDocument(recognised);
  return {
    type: 'page',
    serial,
    state,
    sections,
    areas,
    opensAt,
    fileName: fileNameOf(uri),
    notice: read ? '' : noticeOf(page),
    noticeLink:
      problem?.range === undefined || read ? '' : vscode.l10n.t('Go to line {0}', problem.range.start.line + 1),
    subject,
    ...(read && { read }),
  };
}

export function stoppedNotice(): string {
  return vscode.l10n.t('The language server has stopped, so this page does not follow the text any more.');
}

function noticeOf({ state, reason, problem }: PreviewPage): string {
  const why = problem && plainText(problem.message);
  if (state === 'current' && why === undefined) return '';
  // Of several documents in a file another one may be broken: the page on view is none the worse.
  if (state === 'current') return vscode.l10n.t('Another document in this file can’t be read: {0}', why ?? '');
  if (state === 'stale')
    return why === undefined
      ? vscode.l10n.t('This is the last good page: the file can’t be parsed at the moment.')
      : vscode.l10n.t('This is the last good page. {0}', why);
  switch (reason) {
    case 'broken':
      return why ?? vscode.l10n.t('The file can’t be read.');
    case 'template':
      return vscode.l10n.t(
        'This is a template that nobody has filled in yet. Give it a title, and its page begins here.',
      );
    case 'empty':
      return vscode.l10n.t('Nothing is written here yet. The page grows with the text: begin with a title.');
    default:
      return vscode.l10n.t('This file holds no bet, and nothing that belongs to one.');
  }
}

function fileNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return plainText(decodeURIComponent(name));
  } catch {
    return plainText(name);
  }
}
