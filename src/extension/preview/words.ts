import * as vscode from 'vscode';
import type { HierarchyPicture } from '../../server/protocol.ts';
import type { PictureMessage, PreviewSubject } from '../../webview/messages.ts';
import { plainText } from '../plain-text.ts';
import { readDocument } from './read-page.ts';

export function pictureMessage(picture: HierarchyPicture, subject: PreviewSubject, serial: number): PictureMessage {
  const { state, svg, table, uri, recognised } = picture;
  const fileName = plainText(decodeURIComponentSafely(uri.slice(uri.lastIndexOf('/') + 1)));
  const read = recognised && readDocument(recognised);
  const notice = read ? '' : noticeOf(picture);
  return { type: 'picture', serial, state, svg, table, fileName, notice, subject, ...(read && { read }) };
}

export function stoppedNotice(): string {
  return vscode.l10n.t('The language server has stopped, so this picture does not follow the text any more.');
}

function noticeOf({ state, problem }: HierarchyPicture): string {
  const why = problem && plainText(problem.message);
  switch (state) {
    case 'current':
      return '';
    case 'stale': {
      const line = problem?.range && problem.range.start.line + 1;
      if (why === undefined)
        return vscode.l10n.t('This is the last good picture: the file can’t be parsed at the moment.');
      if (line === undefined) return vscode.l10n.t('This is the last good picture: {0}', why);
      return vscode.l10n.t('This is the last good picture. Line {0}: {1}', line, why);
    }
    case 'none':
      return why ?? vscode.l10n.t('There are no metrics to draw here yet.');
  }
}

function decodeURIComponentSafely(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
