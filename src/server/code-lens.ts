import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { lensesOf } from '../core/features/lenses.ts';
import type { Judge } from '../core/service.ts';
import { positionAt } from '../core/text/lines.ts';
import { plainText } from '../core/views/hierarchy/text.ts';
import { rangeIn } from './convert.ts';
import type { Intake } from './intake.ts';
import type { Judging } from './judging.ts';
import { fixCommand, revealCommand, type FixQuestion, type RevealArguments } from './protocol.ts';

/** What an artifact is in trouble with, over its head; a click mends it, or goes there. */
export function createCodeLenses(
  judge: Judge,
  intake: Intake,
  judging: Judging,
  areWanted: () => boolean,
): (params: CodeLensParams) => CodeLens[] {
  return ({ textDocument: { uri } }) => {
    if (!areWanted()) return [];
    judging.settle(uri);
    const lines = intake.lines(uri);
    if (lines === undefined || !judging.isComplete) return [];
    return lensesOf(judge, uri).map(({ span, title, finding }) => {
      const position = positionAt(lines, finding.span.start);
      const mending: FixQuestion = { uri, rule: finding.rule, position };
      const going: RevealArguments = { uri, range: rangeIn(lines, finding.span) };
      const [command, argument] = finding.fix === undefined ? [revealCommand, going] : [fixCommand, mending];
      return { range: rangeIn(lines, span), command: { title: lensTitle(title), command, arguments: [argument] } };
    });
  };
}

/** Editors draw `$(name)` in a lens as an icon; what a file says draws none. */
function lensTitle(title: string): string {
  return plainText(title).replaceAll('$(', '$ (');
}
