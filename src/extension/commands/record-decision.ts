import * as vscode from 'vscode';
import type { RefactorAnswer, RefactorQuestion } from '../../server/protocol.ts';
import { askInSteps, askText, goBack, type Step } from '../ask.ts';
import type { LanguageServer } from '../language-server.ts';
import { clausesOf } from './advance-stage.ts';
import { askOrLookUp } from './ask-or-look-up.ts';
import type { EditedFiles } from './edited-files.ts';
import { perform, showCaret, type Outcome } from './perform.ts';
import { questionOf, subjectOf, type Subject } from './refactor-subject.ts';
import { refactorTitle, sayNoAnswer, sayRefusal, type Refusal } from './refactor-words.ts';

type Recommended = NonNullable<RefactorAnswer['recommended']>;

type Verdict = 'scale' | 'iterate' | 'kill';

interface Answers {
  readonly outcome?: Verdict;
  readonly why?: string;
  readonly newHypothesis?: string;
}

const outcomes: readonly Verdict[] = ['scale', 'iterate', 'kill'];

/**
 * Shows what the results speak for, asks what is decided and why, and concludes the bet. To iterate makes the next bet
 * as well, which is then shown.
 */
export async function recordDecision(server: LanguageServer, argument: unknown): Promise<Outcome> {
  const subject = await subjectOf(server, 'recordDecision', argument);
  if (subject === undefined) return 'cancelled';
  const given = subject.wishes;
  if (given) return decide(server, subject, questionOf('recordDecision', subject, given));
  // To scale is refused only where nothing at all can be decided: nobody answers questions for that.
  const answer = await server.refactor(questionOf('recordDecision', subject, { outcome: 'scale' }));
  if (!answer) {
    sayNoAnswer();
    return 'unanswered';
  }
  if (answer.refused) {
    sayRefusal(answer.refused);
    return 'refused';
  }
  const decided = await askWhatIsDecided(answer.recommended);
  if (decided === undefined) return 'cancelled';
  return decide(server, subject, questionOf('recordDecision', subject, decided), refusal =>
    askForOneMore(subject, decided, refusal),
  );
}

function decide(
  server: LanguageServer,
  subject: Subject,
  question: RefactorQuestion,
  override?: (refusal: Refusal) => Promise<RefactorQuestion | undefined>,
): Promise<Outcome> {
  const verb = vscode.l10n.t('Record the Decision');
  return perform(server, subject, question, { verb, show: showNext, ...(override && { override }) });
}

function askWhatIsDecided(recommended: Recommended | undefined): Promise<Answers | undefined> {
  const reasons = recommended?.reasons ?? [];
  const ordered = [...outcomes].sort((one, other) => rank(one, recommended) - rank(other, recommended));
  const askOutcome: Step<Answers> = (_, turn) =>
    askOrLookUp(
      turn,
      adviceWords(recommended),
      ordered.map(outcome => ({
        value: outcome,
        label: outcomeWords(outcome),
        detail: outcome === recommended?.value ? (reasons[0]?.text ?? outcomeDetail(outcome)) : outcomeDetail(outcome),
        ...(outcome === recommended?.value && { description: vscode.l10n.t('(recommended)') }),
      })),
      reasons,
      (outcome): Answers => ({ outcome }),
    );
  const askWhy: Step<Answers> = async (state, turn) => {
    const why = await askText(turn, {
      prompt: vscode.l10n.t('Why? This is written into the retro.'),
      value: state.why ?? (state.outcome === recommended?.value ? clausesOf(reasons) : ''),
    });
    return typeof why === 'string' ? { ...state, why } : why;
  };
  const askHypothesis: Step<Answers> = async (state, turn) => {
    const newHypothesis = await askText(turn, {
      prompt: vscode.l10n.t(
        'What do you believe now? The next bet begins with it. Leave this empty to write it there.',
      ),
      value: state.newHypothesis,
    });
    return typeof newHypothesis === 'string' ? { ...state, newHypothesis } : newHypothesis;
  };
  return askInSteps<Answers>(refactorTitle('recordDecision'), {}, ({ outcome }) => [
    askOutcome,
    askWhy,
    ...(outcome === 'iterate' ? [askHypothesis] : []),
  ]);
}

/** After three rounds there is no other, unless somebody says why. */
async function askForOneMore(
  subject: Subject,
  decided: Answers,
  { reason }: Refusal,
): Promise<RefactorQuestion | undefined> {
  const turn = { title: refactorTitle('recordDecision'), step: 1, of: 1 };
  const override = await askText(turn, {
    prompt: vscode.l10n.t('{0} Why one more all the same? This is written down.', reason),
    problemOf: text => (text.trim() === '' ? vscode.l10n.t('One more round needs a reason.') : undefined),
  });
  if (override === undefined || override === goBack) return undefined;
  const why = [decided.why ?? '', override].filter(text => text !== '').join(' ');
  return questionOf('recordDecision', subject, { ...decided, why, override });
}

/** The next bet where there is one: what was written into this one is done. */
async function showNext({ created }: EditedFiles, answer: RefactorAnswer): Promise<void> {
  const next = created.find(({ path }) => /\.bet\.(?:yaml|yml|md)$/i.test(path));
  if (next === undefined || next.toString() === vscode.Uri.parse(answer.cursor?.uri ?? '').toString()) {
    await showCaret(answer);
    return;
  }
  const document = await vscode.workspace.openTextDocument(next);
  const at = /^(?:hypothesis:|#+ .*hypothesis).*$/im.exec(document.getText());
  const end = document.positionAt(at ? at.index + at[0].length : 0);
  await showCaret({ cursor: { uri: next.toString(), position: { line: end.line, character: end.character } } });
}

function rank(outcome: Verdict, recommended: Recommended | undefined): number {
  return outcome === recommended?.value ? -1 : outcomes.indexOf(outcome);
}

function adviceWords(recommended: Recommended | undefined): string {
  if (recommended === undefined) return vscode.l10n.t('There are no results yet that speak for any of these.');
  if (recommended.value === 'inconclusive') return vscode.l10n.t('The results say nothing yet. What is decided?');
  return vscode.l10n.t('The results speak for: {0}. What is decided?', outcomeWords(recommended.value));
}

function outcomeWords(outcome: Verdict): string {
  switch (outcome) {
    case 'scale':
      return vscode.l10n.t('Scale');
    case 'iterate':
      return vscode.l10n.t('Iterate');
    case 'kill':
      return vscode.l10n.t('Kill');
  }
}

function outcomeDetail(outcome: Verdict): string {
  switch (outcome) {
    case 'scale':
      return vscode.l10n.t('It works: it stays, and gets what it needs to grow');
    case 'iterate':
      return vscode.l10n.t('It moves, but not far enough: a next bet with a new hypothesis');
    case 'kill':
      return vscode.l10n.t('It does not work: it ends, and what was learned stays');
  }
}
