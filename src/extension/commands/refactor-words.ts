import * as vscode from 'vscode';
import type { RefactorAnswer } from '../../server/protocol.ts';
import { asRange, asUri } from '../arguments.ts';
import { isKnownDocument } from '../documents.ts';
import { pickPlace, type PlaceItem } from '../places.ts';
import { linkless, plainText } from '../plain-text.ts';
import { showPlace } from './reveal.ts';
import type { RefactorName } from './refactor-subject.ts';

export type Refusal = NonNullable<RefactorAnswer['refused']>;

/** What a dialogue is called: the command, as the manifest has it. */
export function refactorTitle(name: RefactorName): string {
  switch (name) {
    case 'startRetro':
      return vscode.l10n.t('Start the Retro');
    case 'advanceStage':
      return vscode.l10n.t('Advance the Stage');
    case 'recordDecision':
      return vscode.l10n.t('Record the Decision');
    case 'planRollout':
      return vscode.l10n.t('Plan the Rollout');
    case 'setLaunchTier':
      return vscode.l10n.t('Set the Launch Tier');
    case 'extract':
      return vscode.l10n.t('Extract to Its Own File');
    case 'inline':
      return vscode.l10n.t('Inline into the Bet');
    case 'convert':
      return vscode.l10n.t('Convert to YAML or Markdown');
  }
}

/** Says why nothing was changed, with a way to the places that speak against it. Does not wait for the reader. */
export function sayRefusal({ reason, reasons }: Refusal): void {
  const places = placesOf(reasons);
  const text = linkless(plainText(reason));
  if (places.length === 0) {
    void vscode.window.showInformationMessage(text);
    return;
  }
  const show = places.length === 1 ? vscode.l10n.t('Go to Place') : vscode.l10n.t('Show Reasons');
  void vscode.window.showInformationMessage(text, show).then(async chosen => {
    if (chosen === undefined) return;
    const [first] = places;
    if (places.length === 1 && first) await showPlace(first.uri, first.range, {});
    else await pickPlace(plainText(reason), places);
  });
}

export function placesOf(reasons: Refusal['reasons']): readonly PlaceItem[] {
  return reasons.flatMap(({ text, uri: address, range: place }) => {
    const uri = asUri(address);
    const range = asRange(place);
    return uri && range && isKnownDocument(uri) ? [{ text, uri, range }] : [];
  });
}

export function sayNoAnswer(): void {
  void vscode.window.showWarningMessage(vscode.l10n.t('The language server of Betwright does not answer.'));
}

export function sayChanged(): void {
  void vscode.window.showWarningMessage(
    vscode.l10n.t('The text has changed meanwhile, so nothing was changed. Try again.'),
  );
}

/** Says what can't be kept, or should be known, and asks whether to go on. */
export async function confirmWarnings(title: string, verb: string, warnings: readonly string[]): Promise<boolean> {
  const detail = warnings.map(warning => linkless(plainText(warning))).join('\n');
  return (await vscode.window.showWarningMessage(title, { modal: true, detail }, verb)) === verb;
}
