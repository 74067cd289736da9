import * as vscode from 'vscode';
import type { LanguageServer } from '../language-server.ts';
import { perform, type Outcome } from './perform.ts';
import { questionOf, subjectOf } from './refactor-subject.ts';

/** Fills in the retro of a bet with what was promised and what came of it; the caret is where the first thing is to be written. */
export async function startRetro(server: LanguageServer, argument: unknown): Promise<Outcome> {
  const subject = await subjectOf(server, 'startRetro', argument);
  if (subject === undefined) return 'cancelled';
  const verb = vscode.l10n.t('Start the Retro');
  return perform(server, subject, questionOf('startRetro', subject, subject.wishes), { verb });
}
