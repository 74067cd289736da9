import type { CodeLens, CodeLensParams, Command } from 'vscode-languageserver';
import { adoptionOffer, type AdoptionOffer } from '../core/features/adoption.ts';
import type { Lens, LensSort } from '../core/features/lenses/lens.ts';
import { lensesOf } from '../core/features/lenses/lenses.ts';
import { readyFix } from '../core/rules/fix.ts';
import type { Judge } from '../core/service.ts';
import { positionAt, type LineStarts } from '../core/text/lines.ts';
import { plainText } from '../core/views/markup/plain-text.ts';
import { rangeIn } from './convert.ts';
import type { Intake } from './intake.ts';
import type { Judging } from './judging.ts';
import {
  adoptCommand,
  fixCommand,
  reasonsCommand,
  refactorCommands,
  revealCommand,
  type AdoptQuestion,
  type FixQuestion,
  type ReasonsArguments,
  type RefactorArguments,
  type RevealArguments,
} from './protocol.ts';

/** How things stand, over the heads of artifacts, metrics and stages; a click mends it, or shows why. */
export function createCodeLenses(
  judge: Judge,
  intake: Intake,
  judging: Judging,
  wanted: () => ReadonlySet<LensSort>,
): (params: CodeLensParams) => CodeLens[] {
  return ({ textDocument: { uri } }) => {
    if (wanted().size === 0) return [];
    judging.settle(uri);
    const lines = intake.lines(uri);
    if (lines === undefined) return [];
    const offer = adoptionOffer(judge.workspace, uri);
    if (offer) return [adoptionLens(offer, uri, lines)];
    if (!judging.isComplete) return [];
    return lensesOf(judge, uri, wanted()).map(lens => ({
      range: rangeIn(lines, lens.span),
      command: commandOf(lens, uri, lines, intake),
    }));
  };
}

function adoptionLens({ span, title }: AdoptionOffer, uri: string, lines: LineStarts): CodeLens {
  const question: AdoptQuestion = { uri };
  return { range: rangeIn(lines, span), command: { title, command: adoptCommand, arguments: [question] } };
}

function commandOf({ title, click }: Lens, uri: string, lines: LineStarts, intake: Intake): Command {
  const shown = lensTitle(title);
  if (click.type === 'reasons') {
    const reasons = click.reasons.flatMap(({ text, file, span }) => {
      const at = file === uri ? lines : intake.lines(file);
      return at === undefined ? [] : [{ text: plainText(text), uri: file, range: rangeIn(at, span) }];
    });
    return { title: shown, command: reasonsCommand, arguments: [{ title: shown, reasons } satisfies ReasonsArguments] };
  }
  if (click.type === 'moment') {
    const argument: RefactorArguments = { uri: click.file, id: click.id };
    return { title: shown, command: refactorCommands[click.moment], arguments: [argument] };
  }
  const { finding } = click;
  if (readyFix(finding.fixes) === undefined) {
    const going: RevealArguments = { uri, range: rangeIn(lines, finding.span) };
    return { title: shown, command: revealCommand, arguments: [going] };
  }
  const mending: FixQuestion = { uri, rule: finding.rule, position: positionAt(lines, finding.span.start) };
  return { title: shown, command: fixCommand, arguments: [mending] };
}

/** Editors draw `$(name)` in a lens as an icon; what a file says draws none. */
function lensTitle(title: string): string {
  return plainText(title).replaceAll('$(', '$ (');
}
