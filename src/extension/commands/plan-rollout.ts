import * as vscode from 'vscode';
import type { LanguageServer } from '../language-server.ts';
import { perform, type Outcome } from './perform.ts';
import { questionOf, subjectOf } from './refactor-subject.ts';

/** Writes the usual stages for a bet, to be made one's own. */
export async function planRollout(server: LanguageServer, argument: unknown): Promise<Outcome> {
  const subject = await subjectOf(server, 'planRollout', argument);
  if (subject === undefined) return 'cancelled';
  const verb = vscode.l10n.t('Plan the Rollout');
  return perform(server, subject, questionOf('planRollout', subject, subject.wishes), { verb });
}
