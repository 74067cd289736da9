import type { AnyArtifact, Artifact } from '../../model/artifact.ts';
import { columnsOf } from '../../model/markdown/lists.ts';
import { newReading } from '../../model/markdown/reading.ts';
import { vocabulary } from '../../model/markdown/vocabulary.ts';
import type { Status } from '../../model/status.ts';
import type { TableBlock } from '../../parse/markdown/blocks.ts';
import { touches, type Span } from '../../text/span.ts';
import type { TextEdit } from '../edits.ts';
import { betCase } from '../../workspace/bet-case.ts';
import { setCells } from './body-table.ts';
import { finished, newDesk, sheetOf, standsInFront, write, type Desk } from './desk.ts';
import { artifactAt, isInBody, spotOfArtifact, withoutField, type Pointer } from './place.ts';
import { applyEdits, refused, type RefactorContext, type Refactored } from './plan.ts';
import type { Sheet } from './yaml-sheet.ts';

/** What moving a bet would write; `undecided` where it can't be concluded before somebody has decided. */
export type Moved = Refactored | { readonly type: 'undecided' };

/**
 * Writes another status where the bet says it, or says it where the bet left it to its dates. What the bet lacks for
 * that status is no obstacle: the findings say it.
 */
export function moveBet(context: RefactorContext, pointer: Pointer, to: Status): Moved {
  const { workspace, settings } = context;
  const named = (workspace.get(pointer.file)?.model.artifacts ?? []).filter(({ id }) => id === pointer.id);
  if (named.length > 1)
    return refused(`Several in this file are called "${pointer.id ?? ''}": rename one of them first.`);
  const artifact = artifactAt(context, pointer);
  if (artifact?.kind !== 'bet') return refused(whyAbsent(context, pointer));
  const bet = betCase(artifact, workspace.lookup, settings);
  if (bet.status === to) return refused('The bet stands there already.');
  if (to === 'concluded' && bet.decision === undefined) return { type: 'undecided' };
  if (to !== 'concluded' && bet.decision !== undefined)
    return refused(`It was decided: ${bet.decision}. Take the decision out of the text first.`);
  const desk = newDesk(context);
  writeStatus(desk, artifact, to);
  const plan = finished(desk);
  if (plan.type === 'refused' || isWritten(context, artifact, to, plan.edits[0]?.edits ?? [])) return plan;
  return refused('Its status is written in a way that can’t be changed here: change it in the text.');
}

function whyAbsent({ workspace }: RefactorContext, { file, id }: Pointer): string {
  const held = workspace.get(file);
  const isStale = held?.shown.some(({ artifact, stale }) => stale && artifact.id === id) === true;
  if (isStale) return 'The file can’t be read at the moment: mend it first.';
  return 'The bet is not there any more.';
}

function writeStatus(desk: Desk, artifact: Artifact<'bet'>, to: Status): void {
  const sheet = sheetOf(desk, artifact.file);
  if (sheet === undefined) return;
  const { status } = artifact.model;
  const origin = artifact.form?.origin;
  // What the heading of a section says of all its bets is not this one's to change.
  const own = status && (origin === undefined || origin === 'document' || holds(artifact.span, status.span));
  if (origin === 'row') {
    writeInRow(desk, sheet, artifact, to);
    return;
  }
  const spot = { ...spotOfArtifact(artifact), model: own ? artifact.model : withoutField(artifact.model, 'status') };
  const isBody =
    sheet.parsed.name.notation === 'markdown' &&
    (own ? isInBody(sheet.parsed, status.span) : !standsInFront(sheet.parsed, spot));
  write(desk, spot, new Map([['status', isBody ? sheetWords[to] : to]]));
}

/** In the cell of its own, else in a new column of the table. */
function writeInRow(desk: Desk, sheet: Sheet, { anchor }: Artifact<'bet'>, to: Status): void {
  const table = sheet.parsed.markdown?.blocks.find(
    (block): block is TableBlock =>
      block.type === 'table' && block.rows.some(({ span }) => touches(span, anchor.start)),
  );
  const index = table?.rows.findIndex(({ span }) => touches(span, anchor.start)) ?? -1;
  if (table === undefined || index === -1) {
    desk.obstacles.push('The row can’t be found in the text.');
    return;
  }
  const columns = columnsOf(newReading(vocabulary), table, 'bet');
  if (!columns.has('status') && columns.has('outcome')) {
    desk.obstacles.push('Its table says how bets ended and not where they stand: give it a column Status first.');
    return;
  }
  sheet.edits.push(
    ...setCells(
      sheet.parsed.text,
      table,
      'bet',
      index,
      new Map([['status', { title: 'Status', cell: sheetWords[to] }]]),
    ),
  );
}

/** As Markdown says them; YAML has the words of the schema. */
const sheetWords: Readonly<Record<Status, string>> = {
  proposed: 'Proposed',
  shaping: 'Shaping',
  building: 'Building',
  rollingOut: 'Rolling out',
  measuring: 'Measuring',
  concluded: 'Concluded',
};

/** Whether the text is then read as it is meant, and nothing else in the file stands elsewhere. */
function isWritten(
  { workspace, parsed }: RefactorContext,
  { file, id }: Artifact<'bet'>,
  to: Status,
  edits: readonly TextEdit[],
): boolean {
  const text = parsed(file)?.text;
  const before = workspace.get(file)?.model.artifacts ?? [];
  const after = text === undefined ? undefined : workspace.read(file, applyEdits(text, edits))?.model;
  if (after === undefined || after.broken.length > 0 || after.artifacts.length !== before.length) return false;
  return after.artifacts.every((artifact, index) => {
    const old = before[index];
    if (old?.id !== artifact.id) return false;
    return artifact.id === id ? statusWord(artifact) === to : statusWord(artifact) === statusWord(old);
  });
}

function statusWord(artifact: AnyArtifact): string | undefined {
  return artifact.kind === 'bet' ? artifact.model.status?.word : undefined;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
