import * as vscode from 'vscode';
import type { ExportAnswer, ExportQuestion } from '../../server/protocol.ts';
import type { PreviewSubject } from '../../webview/messages.ts';
import { asUri, isRecord } from '../arguments.ts';
import type { LanguageServer } from '../language-server.ts';
import { subjectFor } from '../preview/subject.ts';
import { sayNoAnswer } from './refactor-words.ts';

type Format = Pick<ExportQuestion, 'format' | 'theme'>;

/** Writes the metrics hierarchy of what was named, else of the active editor, else of the preview, into a file: asks for format and place. */
export async function exportPicture(
  server: LanguageServer,
  previewed: PreviewSubject | undefined,
  argument: unknown,
): Promise<void> {
  const subject = subjectFor(argument) ?? previewed;
  if (subject === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a bet, or something that belongs to one, first.'));
    return;
  }
  const format = givenFormat(argument) ?? (await askFormat());
  if (format === undefined) return;
  const answer = await server.exportPicture({ ...subject, ...format });
  if (answer === undefined) {
    sayNoAnswer();
    return;
  }
  if ('refused' in answer) {
    void vscode.window.showInformationMessage(refusal(answer.refused));
    return;
  }
  const place = givenPlace(argument) ?? (await askPlace(subject.uri, answer.name, format.format));
  if (place === undefined) return;
  await vscode.workspace.fs.writeFile(place, bytesOf(answer.content, format.format));
  await offerToOpen(place);
}

const endings = { svg: 'svg', html: 'html', mermaid: 'mmd', png: 'png' } as const;

async function askFormat(): Promise<Format | undefined> {
  const choices: readonly (vscode.QuickPickItem & { readonly value: Format })[] = [
    { label: 'SVG', detail: vscode.l10n.t('for web pages: light or dark with the reader'), value: { format: 'svg' } },
    { label: vscode.l10n.t('PNG, light'), detail: vscode.l10n.t('for slides and chats'), value: { format: 'png' } },
    {
      label: vscode.l10n.t('PNG, dark'),
      detail: vscode.l10n.t('for slides and chats'),
      value: { format: 'png', theme: 'dark' },
    },
    { label: 'HTML', detail: vscode.l10n.t('a page with the picture and a table'), value: { format: 'html' } },
    {
      label: vscode.l10n.t('Mermaid'),
      detail: vscode.l10n.t('text that code hosts draw in pull requests and READMEs'),
      value: { format: 'mermaid' },
    },
  ];
  const chosen = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Export the Picture of the Metrics'),
    placeHolder: vscode.l10n.t('In which format?'),
  });
  return chosen?.value;
}

function askPlace(uri: string, name: string, format: ExportQuestion['format']): Thenable<vscode.Uri | undefined> {
  const ending = endings[format];
  return vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(uri), '..', `${name}.${ending}`),
    filters: { [ending.toUpperCase()]: [ending] },
  });
}

function refusal(reason: Extract<ExportAnswer, { readonly refused: unknown }>['refused']): string {
  switch (reason) {
    case 'noPng':
      return vscode.l10n.t('A PNG can’t be drawn in the browser. SVG can, and so can the command line.');
    case 'noMetrics':
      return vscode.l10n.t('There are no metrics to draw yet.');
    case 'broken':
    case 'notOurs':
      return vscode.l10n.t('There is nothing to draw in this file.');
  }
}

function bytesOf(content: string, format: ExportQuestion['format']): Uint8Array {
  return format === 'png'
    ? Uint8Array.from(atob(content), sign => sign.charCodeAt(0))
    : new TextEncoder().encode(content);
}

async function offerToOpen(place: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const name = place.path.split('/').at(-1) ?? '';
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('“{0}” was written.', name), open);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', place);
}

/** A keybinding or a test may name format and place: nothing is asked then. */
function givenFormat(argument: unknown): Format | undefined {
  const format = isRecord(argument) ? argument['format'] : undefined;
  const known = (Object.keys(endings) as ExportQuestion['format'][]).find(name => name === format);
  return known && { format: known };
}

function givenPlace(argument: unknown): vscode.Uri | undefined {
  const place = isRecord(argument) ? asUri(argument['to']) : undefined;
  return place && vscode.workspace.getWorkspaceFolder(place) !== undefined ? place : undefined;
}
