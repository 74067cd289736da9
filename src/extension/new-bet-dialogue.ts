import * as vscode from 'vscode';
import type { NewDocumentQuestion, Tree } from '../server/protocol.ts';

export interface NewBet {
  readonly title: string;
  readonly owner?: string;
  readonly notation: NewDocumentQuestion['notation'];
  readonly folder?: vscode.Uri;
}

/** Asks for what a bet can't begin without. Undefined where the user turned back. */
export async function askForBet(): Promise<NewBet | undefined> {
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Bet (1/3)'),
    prompt: vscode.l10n.t('What is the bet called?'),
    placeHolder: vscode.l10n.t('A name that people will say aloud, such as: Guided onboarding'),
    ignoreFocusOut: true,
    validateInput: text => titleProblem(text),
  });
  if (title === undefined) return undefined;
  const owner = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Bet (2/3)'),
    prompt: vscode.l10n.t('Who owns it? Leave this empty if nobody does yet.'),
    ignoreFocusOut: true,
  });
  if (owner === undefined) return undefined;
  const choice = await vscode.window.showQuickPick(notations(), {
    title: vscode.l10n.t('New Bet (3/3)'),
    placeHolder: vscode.l10n.t('How will you write it?'),
    ignoreFocusOut: true,
  });
  if (choice === undefined) return undefined;
  return { title: title.trim(), notation: choice.notation, ...(owner.trim() !== '' && { owner: owner.trim() }) };
}

/**
 * The folder for a new bet: where most bets stand, else the root. Asks where several roots come into question.
 * Undefined without a folder: the bet then begins as an unsaved document.
 */
export async function askForFolder(
  tree: Tree | undefined,
  { mayAsk }: { readonly mayAsk: boolean },
): Promise<vscode.Uri | undefined | 'cancelled'> {
  const roots = vscode.workspace.workspaceFolders ?? [];
  const [first] = roots;
  if (first === undefined) return undefined;
  if (roots.length === 1 || !mayAsk) return usualFolder(tree, first);
  const choices = roots.map(root => ({
    label: root.name,
    description: vscode.workspace.asRelativePath(root.uri),
    root,
  }));
  const chosen = await vscode.window.showQuickPick(choices, { placeHolder: vscode.l10n.t('In which folder?') });
  return chosen === undefined ? 'cancelled' : usualFolder(tree, chosen.root);
}

function usualFolder(tree: Tree | undefined, root: vscode.WorkspaceFolder): vscode.Uri {
  const counts = new Map<string, number>();
  for (const { uri } of tree?.groups.flatMap(({ bets }) => bets) ?? []) {
    const file = vscode.Uri.parse(uri);
    if (vscode.workspace.getWorkspaceFolder(file)?.index !== root.index) continue;
    const folder = vscode.Uri.joinPath(file, '..').toString();
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most === undefined ? root.uri : vscode.Uri.parse(most[0]);
}

function titleProblem(title: string): string | undefined {
  if (title.trim() === '') return vscode.l10n.t('A bet needs a name.');
  if (title.length > 200) return vscode.l10n.t('A name of more than 200 characters will not be read.');
  return undefined;
}

function notations(): (vscode.QuickPickItem & { readonly notation: NewBet['notation'] })[] {
  return [
    { notation: 'yaml', label: 'YAML', detail: vscode.l10n.t('Every field in its place, quick to fill in') },
    {
      notation: 'markdown',
      label: 'Markdown',
      detail: vscode.l10n.t('Fields at the top, and room for the story below'),
    },
  ];
}
