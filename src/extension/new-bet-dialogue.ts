import * as vscode from 'vscode';
import type { NewDocumentQuestion, Tree } from '../server/protocol.ts';
import { askChoice, askInSteps, askText, type Choice, type Step } from './ask.ts';

export interface NewBet {
  readonly title: string;
  readonly owner?: string;
  readonly notation: NewDocumentQuestion['notation'];
  readonly folder?: vscode.Uri;
}

/** Asks for what a bet can't begin without. Undefined where the user turned back. */
export async function askForBet(): Promise<NewBet | undefined> {
  const askTitle: Step<Partial<NewBet>> = async (state, turn) => {
    const title = await askText(turn, {
      prompt: vscode.l10n.t('What is the bet called?'),
      value: state.title,
      placeholder: vscode.l10n.t('A name that people will say aloud, such as: Guided onboarding'),
      problemOf: titleProblem,
    });
    return typeof title === 'string' ? { ...state, title } : title;
  };
  const askOwner: Step<Partial<NewBet>> = async (state, turn) => {
    const owner = await askText(turn, {
      prompt: vscode.l10n.t('Who owns it? Leave this empty if nobody does yet.'),
      value: state.owner,
    });
    return typeof owner === 'string' ? { ...state, owner } : owner;
  };
  const askNotation: Step<Partial<NewBet>> = async (state, turn) => {
    const notation = await askChoice(turn, vscode.l10n.t('How will you write it?'), notationChoices());
    return typeof notation === 'string' ? { ...state, notation } : notation;
  };
  const steps = [askTitle, askOwner, askNotation];
  const { title, owner, notation } =
    (await askInSteps<Partial<NewBet>>(vscode.l10n.t('New Bet'), {}, () => steps)) ?? {};
  if (title === undefined || notation === undefined) return undefined;
  return { title, notation, ...(owner !== undefined && owner !== '' && { owner }) };
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

/** What is wrong with a title, if anything. */
export function titleProblem(title: string): string | undefined {
  if (title.trim() === '') return vscode.l10n.t('It needs a name.');
  if (title.length > 200) return vscode.l10n.t('A name of more than 200 characters will not be read.');
  return undefined;
}

/** What can be written, and what speaks for it. */
export function notationChoices(): Choice<NewBet['notation']>[] {
  return [
    { value: 'yaml', label: 'YAML', detail: vscode.l10n.t('Every field in its place, quick to fill in') },
    {
      value: 'markdown',
      label: 'Markdown',
      detail: vscode.l10n.t('Fields at the top, and room for the story below'),
    },
  ];
}
