import * as vscode from 'vscode';
import type { LanguageServer } from '../language-server.ts';
import { perform, type Outcome } from './perform.ts';
import { questionOf, subjectOf } from './refactor-subject.ts';

/** Writes a document in the other notation, in a file that takes the place of the old one. What can't be kept is said before. */
export async function convert(server: LanguageServer, argument: unknown): Promise<Outcome> {
  const subject = await subjectOf(server, 'convert', argument);
  if (subject === undefined) return 'cancelled';
  return perform(server, subject, questionOf('convert', subject), { verb: vscode.l10n.t('Convert') });
}
