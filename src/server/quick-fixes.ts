import { CodeActionKind, type CancellationToken, type CodeAction } from 'vscode-languageserver';
import { fixAll } from '../core/features/mending/fix-all.ts';
import { offersOf } from '../core/features/mending/offers.ts';
import type { Finding } from '../core/rules/finding.ts';
import type { Diagnose } from './diagnostics.ts';
import type { OpenDocument } from './documents.ts';
import { ignoreActions } from './ignore-actions.ts';
import type { Mending } from './mending.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.betwright`;

/** Findings of a range whose fixes are listed: nobody reads a longer menu. */
const mostMet = 40;
/** Findings that are mended at once: as many as an editor lists of one file. */
const mostMended = 500;

/** What mends the findings in a range, one by one and all of a kind, and what excuses them. */
export async function quickFixes(
  mending: Mending,
  diagnose: Diagnose,
  document: OpenDocument,
  isIn: (finding: Finding) => boolean,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const findings = await mending.findings(document.uri, isIn, token);
  const met = findings.filter(isIn).slice(0, mostMet);
  const fixes = met.flatMap(finding => fixesOf(mending, diagnose, document, finding));
  const rules = [...new Set(met.map(({ rule }) => rule))];
  const all = rules.flatMap(rule => fixAllOf(mending, findings, rule));
  return [...fixes, ...all, ...ignoreActions(mending, diagnose, document, met)];
}

/** What nobody would leave as it is, mended in the whole file: for those who want it done whenever they save. */
export async function fixEverythingSafe(
  mending: Mending,
  { uri }: OpenDocument,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const findings = await mending.findings(uri, ({ fixes }) => fixes?.some(fix => fix.isSafe === true) === true, token);
  const all = fixAll(mending.context, findings, 'safe');
  if (all === undefined) return [];
  return [{ title: 'Fix all that is safe to fix', kind: fixAllKind, edit: mending.editOf(all.edits) }];
}

function fixesOf(mending: Mending, diagnose: Diagnose, { lines }: OpenDocument, finding: Finding): CodeAction[] {
  const diagnostic = diagnose(finding, lines);
  const titles = new Set<string>();
  const actions: CodeAction[] = [];
  for (const fix of offersOf(mending.context.workspace, finding)) {
    const edit = titles.has(fix.title) ? undefined : mending.edit(finding, fix);
    if (edit === undefined) continue;
    titles.add(fix.title);
    const isPreferred = actions.length === 0 && fix.isAnswer !== true;
    actions.push({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      ...(isPreferred && { isPreferred }),
      edit,
    });
  }
  return actions;
}

function fixAllOf(mending: Mending, findings: readonly Finding[], rule: string): CodeAction[] {
  const same = findings.filter(finding => finding.rule === rule).slice(0, mostMended);
  const all = same.length < 2 ? undefined : fixAll(mending.context, same, 'offered');
  if (all === undefined || all.count < 2) return [];
  const title = `Fix all ${all.count} of ${rule} in this file`;
  return [{ title, kind: CodeActionKind.QuickFix, edit: mending.editOf(all.edits) }];
}
