import * as vscode from 'vscode';
import type { TreeRecognised } from '../server/protocol.ts';

type Kind = TreeRecognised['kind'];

/** The icon of each kind of artifact, by its name in VS Code. */
export const kindIcons: Readonly<Record<Kind, string>> = {
  bet: 'lightbulb',
  metrics: 'type-hierarchy',
  rollout: 'layers',
  retro: 'history',
  launch: 'megaphone',
  tracks: 'split-horizontal',
};

export function kindWords(kind: Kind): string {
  switch (kind) {
    case 'bet':
      return vscode.l10n.t('bet');
    case 'metrics':
      return vscode.l10n.t('metrics hierarchy');
    case 'rollout':
      return vscode.l10n.t('rollout plan');
    case 'retro':
      return vscode.l10n.t('bet retrospective');
    case 'launch':
      return vscode.l10n.t('launch checklist');
    case 'tracks':
      return vscode.l10n.t('dual-track plan');
  }
}
