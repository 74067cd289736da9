import * as vscode from 'vscode';
import type { RecognisedDocument, RecognisedProgress, RecognisedText } from '../../server/protocol.ts';
import type { ReadDocument, ReadRow, ReadTable } from '../../webview/messages.ts';
import { kindWords } from '../kinds.ts';
import { plainText } from '../plain-text.ts';
import { progressWords } from '../recognised-words.ts';

/** What could be read of a document that is no artifact, in words; what it does not say stands nowhere. */
export function readDocument(recognised: RecognisedDocument): ReadDocument {
  const { kind, title, offer } = recognised;
  const note =
    offer === undefined
      ? vscode.l10n.t('This reads like a template for a {0}. It is shown as far as it can be read.', kindWords(kind))
      : vscode.l10n.t(
          'This reads like a {0}. It is shown as far as it can be read, and nothing is checked.',
          kindWords(kind),
        );
  const tables = [factsOf(recognised), stagesOf(recognised), metricsOf(recognised)];
  return {
    title: plainText(title),
    note,
    offer: plainText(offer ?? ''),
    tables: tables.filter(({ rows }) => rows.length > 0),
  };
}

function factsOf({ owner, dates, checklist, rows }: RecognisedDocument): ReadTable {
  const facts: ReadRow[] = [
    ...(owner ? [rowOf([vscode.l10n.t('Owner'), owner.text], owner)] : []),
    ...(dates[0] ? [rowOf([vscode.l10n.t('Days named'), dates.map(({ text }) => text).join(', ')], dates[0])] : []),
    ...progressRow(vscode.l10n.t('Checklist'), checklist),
    ...progressRow(vscode.l10n.t('Tables with a status'), rows),
  ];
  return { title: '', columns: [], rows: facts };
}

function progressRow(label: string, progress: RecognisedProgress): readonly ReadRow[] {
  const words = progressWords(progress);
  return words === undefined ? [] : [{ cells: [label, words], progress }];
}

function stagesOf({ stages }: RecognisedDocument): ReadTable {
  return tableOf(
    vscode.l10n.t('Stages'),
    [
      { column: vscode.l10n.t('Stage'), cells: stages.map(({ text }) => text) },
      { column: vscode.l10n.t('Audience'), cells: stages.map(({ reach }) => reach) },
    ],
    stages,
  );
}

function metricsOf({ metrics }: RecognisedDocument): ReadTable {
  return tableOf(
    vscode.l10n.t('Metrics'),
    [
      { column: vscode.l10n.t('Tier'), cells: metrics.map(({ tier }) => tierWords(tier)) },
      { column: vscode.l10n.t('Metric'), cells: metrics.map(({ text }) => text) },
      { column: vscode.l10n.t('Target'), cells: metrics.map(({ target }) => target) },
      { column: vscode.l10n.t('Threshold'), cells: metrics.map(({ threshold }) => threshold) },
      { column: vscode.l10n.t('Current'), cells: metrics.map(({ current }) => current) },
    ],
    metrics,
  );
}

interface Column {
  readonly column: string;
  readonly cells: readonly (string | undefined)[];
}

/** A column in which nothing was read is left out. */
function tableOf(title: string, all: readonly Column[], places: readonly RecognisedText[]): ReadTable {
  const columns = all.filter(({ cells }) => cells.some(cell => cell !== undefined && cell !== ''));
  return {
    title,
    columns: columns.map(({ column }) => column),
    rows: places.map((place, row) =>
      rowOf(
        columns.map(({ cells }) => cells[row] ?? ''),
        place,
      ),
    ),
  };
}

function rowOf(cells: readonly string[], { start, end }: RecognisedText): ReadRow {
  return { cells: cells.map(plainText), start, end };
}

function tierWords(tier: RecognisedDocument['metrics'][number]['tier']): string {
  switch (tier) {
    case 'lagging':
      return vscode.l10n.t('Lagging');
    case 'core':
      return vscode.l10n.t('Core');
    case 'leading':
      return vscode.l10n.t('Leading');
    case 'guardrails':
      return vscode.l10n.t('Guardrail');
  }
}
