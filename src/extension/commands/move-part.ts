import * as vscode from 'vscode';
import { askChoice, goBack, type Choice } from '../ask.ts';
import { kindWords } from '../kinds.ts';
import type { LanguageServer } from '../language-server.ts';
import { perform, type Outcome } from './perform.ts';
import { questionOf, subjectOf, type Subject } from './refactor-subject.ts';
import { refactorTitle, sayNoAnswer, sayRefusal } from './refactor-words.ts';

type Part = NonNullable<Subject['part']>;

const parts: readonly Part[] = ['metrics', 'rollout', 'retro', 'launch'];

/** Moves a part that is written inside a bet into a file of its own. */
export function extract(server: LanguageServer, argument: unknown): Promise<Outcome> {
  return movePart(server, 'extract', argument);
}

/** Writes a part that has a file of its own into its bet, and removes the file. */
export function inline(server: LanguageServer, argument: unknown): Promise<Outcome> {
  return movePart(server, 'inline', argument);
}

async function movePart(server: LanguageServer, name: 'extract' | 'inline', argument: unknown): Promise<Outcome> {
  const subject = await subjectOf(server, name, argument);
  if (subject === undefined) return 'cancelled';
  const part = subject.part ?? (await askForPart(server, name, subject));
  if (part === 'refused' || part === 'cancelled' || part === 'unanswered') return part;
  const verb = name === 'extract' ? vscode.l10n.t('Extract') : vscode.l10n.t('Inline');
  return perform(server, subject, questionOf(name, subject, { part }), { verb });
}

/** Of several that can be moved, the one that is wanted. */
async function askForPart(
  server: LanguageServer,
  name: 'extract' | 'inline',
  subject: Subject,
): Promise<Part | 'refused' | 'cancelled' | 'unanswered'> {
  const answers = await Promise.all(parts.map(part => server.refactor(questionOf(name, subject, { part }))));
  const movable = parts.filter((_, index) => answers[index]?.edit !== undefined);
  const [only] = movable;
  if (only === undefined) {
    const refusal = answers.find(answer => answer?.refused)?.refused;
    if (refusal === undefined) sayNoAnswer();
    else sayRefusal({ ...refusal, reason: nothingWords(name), reasons: [] });
    return refusal === undefined ? 'unanswered' : 'refused';
  }
  if (movable.length === 1) return only;
  const turn = { title: refactorTitle(name), step: 1, of: 1 };
  const choices = movable.map((part): Choice<Part> => ({ value: part, label: kindWords(part) }));
  const chosen = await askChoice(turn, vscode.l10n.t('Which part?'), choices);
  return chosen === undefined || chosen === goBack ? 'cancelled' : chosen;
}

function nothingWords(name: 'extract' | 'inline'): string {
  return name === 'extract'
    ? vscode.l10n.t('No part is written inside this bet that could have a file of its own.')
    : vscode.l10n.t('There is no part with a file of its own that could be written into one bet.');
}
