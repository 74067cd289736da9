import * as vscode from 'vscode';
import type { RefactorAnswer } from '../../server/protocol.ts';
import { askInSteps, askText, type Step } from '../ask.ts';
import type { LanguageServer } from '../language-server.ts';
import { listText } from '../plain-text.ts';
import { askOrLookUp } from './ask-or-look-up.ts';
import { perform, type Outcome } from './perform.ts';
import { questionOf, subjectOf, type Subject } from './refactor-subject.ts';
import { refactorTitle, sayNoAnswer } from './refactor-words.ts';

type Gate = NonNullable<RefactorAnswer['gate']>;

type StageChoice = 'proceed' | 'hold' | 'rollback' | 'override';

interface Answers {
  readonly choice?: StageChoice;
  readonly why?: string;
  readonly by?: string;
}

/** Who decided last; the name is offered next time. */
const decidedBy = 'betwright.decidedBy';

/**
 * Shows the gate of the stage with its reasons, asks what is decided, why and by whom, and writes it into the decision log.
 * Against the gate it goes on only with a reason, which is written down.
 */
export async function advanceStage(
  server: LanguageServer,
  memory: vscode.Memento,
  argument: unknown,
): Promise<Outcome> {
  const subject = await subjectOf(server, 'advanceStage', argument);
  if (subject === undefined) return 'cancelled';
  const verb = vscode.l10n.t('Write It Down');
  const given = subject.wishes;
  if (given) return perform(server, subject, questionOf('advanceStage', subject, given), { verb });
  const question = questionOf('advanceStage', subject);
  const answer = await server.refactor(question);
  if (!answer) {
    sayNoAnswer();
    return 'unanswered';
  }
  // The first stage is to begin, or there is none to leave: nothing is to be decided.
  if (!answer.gate) return perform(server, subject, question, { verb });
  const decided = await askWhatIsDecided(answer.gate, answer, (await ownerOf(server, subject)) ?? '', memory);
  if (decided === undefined) return 'cancelled';
  const { choice, why = '', by = '' } = decided;
  if (by !== '') await memory.update(decidedBy, by);
  const wishes =
    choice === 'override' ? { outcome: 'proceed', override: why, by } : { outcome: choice ?? 'hold', why, by };
  return perform(server, subject, questionOf('advanceStage', subject, wishes), { verb });
}

function askWhatIsDecided(
  gate: Gate,
  { edit, refused }: RefactorAnswer,
  owner: string,
  memory: vscode.Memento,
): Promise<Answers | undefined> {
  const choices = choicesAt(gate.value).filter(
    choice => (choice !== 'proceed' || edit !== undefined) && (choice !== 'override' || refused?.overridable === true),
  );
  const askChoiceOf: Step<Answers> = (state, turn) =>
    askOrLookUp(
      turn,
      gateWords(gate.value),
      choices.map(choice => ({ value: choice, ...choiceWords(choice) })),
      gate.reasons,
      choice => ({ ...(state.by !== undefined && { by: state.by }), choice }),
    );
  const askWhy: Step<Answers> = async (state, turn) => {
    const isOverride = state.choice === 'override';
    const why = await askText(turn, {
      prompt: isOverride
        ? vscode.l10n.t('Why does it go on though the gate says no? This is written into the decision log.')
        : vscode.l10n.t('Why? This is written into the decision log.'),
      value: state.why ?? (isOverride ? '' : clausesOf(gate.reasons)),
      ...(isOverride && {
        problemOf: text =>
          text.trim() === '' ? vscode.l10n.t('Against the gate it goes on with a reason only.') : undefined,
      }),
    });
    return typeof why === 'string' ? { ...state, why } : why;
  };
  const askBy: Step<Answers> = async (state, turn) => {
    const by = await askText(turn, {
      prompt: vscode.l10n.t('Who decides it? Leave this empty if it need not be written.'),
      value: state.by ?? memory.get<string>(decidedBy) ?? owner,
    });
    return typeof by === 'string' ? { ...state, by } : by;
  };
  const title = `${refactorTitle('advanceStage')}: ${listText(gate.stage)}`;
  return askInSteps<Answers>(title, {}, () => [askChoiceOf, askWhy, askBy]);
}

/** What the gate speaks for comes first. */
function choicesAt(gate: Gate['value']): readonly StageChoice[] {
  switch (gate) {
    case 'advance':
      return ['proceed', 'hold', 'rollback'];
    case 'hold':
      return ['hold', 'rollback', 'override'];
    case 'rollBack':
      return ['rollback', 'hold', 'override'];
  }
}

function choiceWords(choice: StageChoice): { readonly label: string; readonly detail: string } {
  switch (choice) {
    case 'proceed':
      return {
        label: vscode.l10n.t('Advance'),
        detail: vscode.l10n.t('This stage ends today, and the next begins'),
      };
    case 'hold':
      return { label: vscode.l10n.t('Hold'), detail: vscode.l10n.t('The stage goes on as it is') };
    case 'rollback':
      return { label: vscode.l10n.t('Roll Back'), detail: vscode.l10n.t('This stage ends today, and no other begins') };
    case 'override':
      return {
        label: vscode.l10n.t('Advance All the Same…'),
        detail: vscode.l10n.t('Against the gate, with a reason that is written down'),
      };
  }
}

function gateWords(gate: Gate['value']): string {
  switch (gate) {
    case 'advance':
      return vscode.l10n.t('The gate is open. What is decided?');
    case 'hold':
      return vscode.l10n.t('The gate says: hold. What is decided?');
    case 'rollBack':
      return vscode.l10n.t('The gate says: roll back. What is decided?');
  }
}

/** So many reasons are written down unless somebody writes another. */
const mostClauses = 3;

export function clausesOf(reasons: Gate['reasons']): string {
  return reasons
    .slice(0, mostClauses)
    .map(({ text }) => text)
    .join(' ');
}

/** Whose bet it is, where that is known. */
async function ownerOf(server: LanguageServer, { uri, id }: Subject): Promise<string | undefined> {
  const bets = (await server.tree())?.groups.flatMap(group => group.bets) ?? [];
  const own = bets.filter(bet => bet.uri === uri && (id === undefined || bet.id === id));
  return own.length === 1 ? own[0]?.owner : undefined;
}
