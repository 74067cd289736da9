import type { CodeAction } from 'vscode-languageserver';
import { offersAt, type Offer } from '../core/features/refactor/offers.ts';
import type { Judge } from '../core/service.ts';
import type { Range } from '../core/text/lines.ts';
import { plainText } from '../core/views/markup/plain-text.ts';
import { offsetIn } from './convert.ts';
import type { OpenDocument } from './documents.ts';
import { refactorCommands, type RefactorArguments } from './protocol.ts';

/** The kinds of code actions that refactorings come under. */
export const refactorKinds = ['refactor.extract', 'refactor.inline', 'refactor.rewrite'] as const;

/** The refactorings that may be asked for in a range: each runs a command of the client, which asks what it must. */
export function refactorActions(judge: Judge, document: OpenDocument, range: Range): readonly CodeAction[] {
  const { uri, text, lines } = document;
  const selection = { start: offsetIn(text, lines, range.start), end: offsetIn(text, lines, range.end) };
  return offersAt(judge.workspace, judge.settings, uri, selection).map(offer => {
    const { name, id, part } = offer;
    const argument: RefactorArguments = { uri, id, ...(part !== undefined && { part }) };
    const title = plainText(offer.title);
    return { title, kind: kindOf(offer), command: { title, command: refactorCommands[name], arguments: [argument] } };
  });
}

function kindOf({ name }: Offer): (typeof refactorKinds)[number] {
  if (name === 'extract') return 'refactor.extract';
  return name === 'inline' ? 'refactor.inline' : 'refactor.rewrite';
}
