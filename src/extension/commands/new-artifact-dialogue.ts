import * as vscode from 'vscode';
import type { NewDocumentQuestion, Tree, TreeBet } from '../../server/protocol.ts';
import { askChoice, askInSteps, askText, type Step } from '../ask.ts';
import type { LanguageServer } from '../language-server.ts';
import { notationChoices, titleProblem } from '../new-bet-dialogue.ts';
import { askForBetOf, betsOf, betsThatCan, type PlacedBet } from './pick-bet.ts';

export type NewKind = Exclude<NewDocumentQuestion['kind'], 'bet'>;

type Notation = NewDocumentQuestion['notation'];

export interface NewArtifact {
  readonly title: string;
  readonly owner?: string;
  /** Absent where the workspace has a habit. */
  readonly notation?: Notation;
  /** The bet that it belongs to. */
  readonly bet?: { readonly id: string; readonly uri?: string };
  readonly folder?: vscode.Uri;
}

interface Answers {
  readonly bet?: TreeBet | 'none';
  readonly title?: string;
  readonly notation?: Notation;
}

/**
 * Asks which bet it belongs to, where there are any, for a title, which that of the bet is proposed for, and how it is to be
 * written where the workspace has no habit. Undefined where the user turned back.
 */
export async function askForArtifact(
  server: LanguageServer,
  kind: NewKind,
  tree: Tree | undefined,
  habit: Notation | undefined,
): Promise<NewArtifact | undefined> {
  const open = tree ? betsOf(tree).filter(each => mayHave(kind, each)) : [];
  const bets = kind === 'rollout' ? await betsThatCan(server, 'planRollout', open) : open;
  const askBet: Step<Answers> = async (_, turn) => {
    const none = {
      label: vscode.l10n.t('None'),
      detail: vscode.l10n.t('It stands alone for now'),
      value: 'none' as const,
    };
    const bet = await askForBetOf(turn, vscode.l10n.t('Which bet does it belong to?'), bets, none);
    return typeof bet === 'symbol' || bet === undefined ? bet : { bet };
  };
  const askTitle: Step<Answers> = async (state, turn) => {
    const title = await askText(turn, {
      prompt: vscode.l10n.t('What is it called?'),
      value: state.title ?? (typeof state.bet === 'object' ? state.bet.title : ''),
      placeholder: placeholderFor(kind),
      problemOf: titleProblem,
    });
    return typeof title === 'string' ? { ...state, title } : title;
  };
  const askNotation: Step<Answers> = async (state, turn) => {
    const notation = await askChoice(turn, vscode.l10n.t('How will you write it?'), notationChoices());
    return typeof notation === 'string' ? { ...state, notation } : notation;
  };
  const steps = [...(bets.length > 0 ? [askBet] : []), askTitle, ...(habit === undefined ? [askNotation] : [])];
  const answers = await askInSteps<Answers>(titleFor(kind), {}, () => steps);
  if (answers?.title === undefined) return undefined;
  const { title, notation, bet } = answers;
  return {
    title,
    ...(notation && { notation }),
    ...(typeof bet === 'object' && { bet: { id: bet.id, uri: bet.uri } }),
    // Whoever bets rolls out; of a launch or a retro that is not said.
    ...(kind === 'rollout' && typeof bet === 'object' && bet.owner !== undefined && { owner: bet.owner }),
  };
}

/** A hierarchy serves many bets and names none; tracks are a team's. */
function mayHave(kind: NewKind, { bet, status }: PlacedBet): boolean {
  switch (kind) {
    case 'metrics':
    case 'tracks':
      return false;
    case 'retro':
      return bet.retro.state !== 'held';
    case 'rollout':
    case 'launch':
      return status !== 'concluded';
  }
}

function titleFor(kind: NewKind): string {
  switch (kind) {
    case 'metrics':
      return vscode.l10n.t('New Metrics Hierarchy');
    case 'rollout':
      return vscode.l10n.t('New Rollout Plan');
    case 'retro':
      return vscode.l10n.t('New Retrospective');
    case 'launch':
      return vscode.l10n.t('New Launch Checklist');
    case 'tracks':
      return vscode.l10n.t('New Dual-Track Plan');
  }
}

function placeholderFor(kind: NewKind): string {
  switch (kind) {
    case 'metrics':
      return vscode.l10n.t('What it measures, such as: The first week');
    case 'rollout':
      return vscode.l10n.t('What is rolled out, such as: Guided onboarding');
    case 'retro':
      return vscode.l10n.t('What is looked back on, such as: Guided onboarding');
    case 'launch':
      return vscode.l10n.t('What is launched, such as: Guided onboarding');
    case 'tracks':
      return vscode.l10n.t('Which weeks it plans, such as: The winter');
  }
}
