import * as vscode from 'vscode';
import type { Tree, TreeBet, TreeGroup } from '../../server/protocol.ts';
import { askChoice, goBack, type Answered, type Choice, type Turn } from '../ask.ts';
import type { LanguageServer } from '../language-server.ts';
import { listText } from '../plain-text.ts';
import { statusWords } from '../tree/words.ts';
import type { RefactorName, Subject } from './refactor-subject.ts';
import { refactorTitle, sayNoAnswer } from './refactor-words.ts';

type Status = TreeGroup['status'];

/** Of more bets than this the server is not asked one by one whether it can be done. */
const mostTried = 60;

/** Asks for one of the bets of which something can be done. Undefined where there is none, which is said, or none is wanted. */
export async function pickBet(server: LanguageServer, name: RefactorName): Promise<Subject | undefined> {
  const tree = await server.tree();
  if (tree === undefined) {
    sayNoAnswer();
    return undefined;
  }
  const found = betsFor(name, tree);
  const bets = isTold(name) ? await betsThatCan(server, name, found) : found;
  if (bets.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no bet of which this can be done now: {0}', refactorTitle(name)),
    );
    return undefined;
  }
  const turn = { title: refactorTitle(name), step: 1, of: 1 };
  const bet = await askForBetOf(turn, vscode.l10n.t('Of which bet?'), bets);
  return bet === undefined || bet === goBack ? undefined : { uri: bet.uri, id: bet.id, isConfirmed: false };
}

export interface PlacedBet {
  readonly bet: TreeBet;
  readonly status: Status;
}

/** One of several bets, or what stands above them. */
export function askForBetOf<Other = never>(
  turn: Turn,
  placeholder: string,
  bets: readonly PlacedBet[],
  ...others: readonly Choice<Other>[]
): Promise<Answered<TreeBet | Other>> {
  return askChoice<TreeBet | Other>(turn, placeholder, [...others, ...bets.map(asChoice)]);
}

export function betsOf(tree: Tree): readonly PlacedBet[] {
  return tree.groups.flatMap(({ status, bets }) => bets.map(bet => ({ bet, status })));
}

function asChoice({ bet, status }: PlacedBet): Choice<TreeBet> {
  const description = [bet.id, statusWords(status), bet.owner ?? ''].map(listText).filter(text => text !== '');
  return { label: listText(bet.title) || listText(bet.id), description: description.join(' · '), value: bet };
}

type Told = 'startRetro' | 'advanceStage' | 'planRollout';

/** Of these the server can say whether they can be done before anything is answered. */
function isTold(name: RefactorName): name is Told {
  return name === 'startRetro' || name === 'advanceStage' || name === 'planRollout';
}

/** Those of which it can be done; all of them where they are too many to ask. */
export async function betsThatCan(
  server: LanguageServer,
  name: Told,
  bets: readonly PlacedBet[],
): Promise<readonly PlacedBet[]> {
  if (bets.length > mostTried) return bets;
  const answers = await Promise.all(bets.map(({ bet: { uri, id } }) => server.refactor({ name, uri, id })));
  return bets.filter((_, index) => {
    const answer = answers[index];
    return answer?.edit !== undefined || answer?.gate !== undefined || answer?.refused?.overridable === true;
  });
}

function betsFor(name: RefactorName, tree: Tree): readonly PlacedBet[] {
  const statuses = statusesFor[name];
  const bets = betsOf(tree).filter(
    ({ bet, status }) => !bet.stale && (statuses === undefined || statuses.includes(status)),
  );
  if (name !== 'startRetro') return bets;
  const isLate = ({ bet }: PlacedBet): boolean => bet.retro.state === 'overdue';
  return [...bets.filter(isLate), ...bets.filter(each => !isLate(each))].filter(
    ({ bet }) => bet.retro.state !== 'held',
  );
}

/** Where a bet has to stand; all of them where nothing is said. */
const statusesFor: Partial<Readonly<Record<RefactorName, readonly Status[]>>> = {
  startRetro: ['building', 'rollingOut', 'measuring', 'concluded'],
  advanceStage: ['shaping', 'building', 'rollingOut', 'measuring'],
  recordDecision: ['building', 'rollingOut', 'measuring'],
  planRollout: ['proposed', 'shaping', 'building', 'rollingOut'],
  setLaunchTier: ['proposed', 'shaping', 'building', 'rollingOut', 'measuring'],
};
