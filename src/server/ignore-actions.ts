import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import { ignoreEdit, type IgnoreReach } from '../core/features/mending/ignore.ts';
import type { Judge } from '../core/service.ts';
import type { Finding } from '../core/rules/finding.ts';
import type { Diagnose } from './diagnostics.ts';
import { rangeIn } from './convert.ts';
import { parsedDocument, type Documents, type OpenDocument } from './documents.ts';
import { workspaceEdit, type EditAbilities } from './edits.ts';
import type { Mending } from './mending.ts';

const reaches: readonly IgnoreReach[] = ['place', 'file'];

/** Each edit is proved by reading the text with it: where that can't wait until one is chosen, so many are worked out. */
const mostAtOnce = 3;

/** What is to be excused once an action is chosen. */
interface Awaited {
  readonly uri: string;
  readonly version: number;
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly reach: IgnoreReach;
}

/**
 * Exceptions from these findings, with a reason: of each rule one here, and below those one in the whole file. What they change is
 * worked out when one is chosen, if the client waits for it.
 */
export function ignoreActions(
  mending: Mending,
  diagnose: Diagnose,
  document: OpenDocument,
  findings: readonly Finding[],
): CodeAction[] {
  const firsts = findings.filter(
    (finding, index) => isExcusable(finding) && findings.findIndex(({ rule }) => rule === finding.rule) === index,
  );
  if (mending.abilities.later)
    return reaches.flatMap(reach =>
      firsts.map(finding => ({
        ...labelled(finding, reach, diagnose, document),
        data: awaited(document, finding, reach),
      })),
    );
  return reaches.flatMap(reach =>
    firsts.slice(0, mostAtOnce).flatMap((finding): CodeAction[] => {
      const parsed = parsedDocument(document);
      const edit = parsed && ignoreEdit(parsed, finding, reach, mending.context.settings.today);
      if (edit === undefined) return [];
      return [
        {
          ...labelled(finding, reach, diagnose, document),
          edit: mending.editOf([{ file: document.uri, edits: [edit] }]),
        },
      ];
    }),
  );
}

/** Answers what a chosen action changes: nothing where the text has changed since, or no comment can stand there. */
export function createIgnoreResolve(
  judge: Judge,
  documents: Documents,
  abilities: EditAbilities,
): (action: CodeAction) => CodeAction {
  return action => {
    const { data } = action as { readonly data?: unknown };
    if (!isAwaited(data)) return action;
    const { uri, version, rule, start, end, reach } = data;
    const document = documents.get(uri);
    const parsed = document?.version === version ? parsedDocument(document) : undefined;
    const finding = judge
      .findings(uri)
      .find(({ rule: own, span }) => own === rule && span.start === start && span.end === end);
    const edit = parsed && finding && ignoreEdit(parsed, finding, reach, judge.settings.today);
    if (document === undefined || edit === undefined) return action;
    const { span, newText } = edit;
    return { ...action, edit: workspaceEdit(document, [{ range: rangeIn(document.lines, span), newText }], abilities) };
  };
}

function isExcusable({ rule }: Finding): boolean {
  return !rule.startsWith('ignore/') && rule !== 'document/syntax';
}

function labelled(
  finding: Finding,
  reach: IgnoreReach,
  diagnose: Diagnose,
  { lines }: OpenDocument,
): Pick<CodeAction, 'title' | 'kind' | 'diagnostics'> {
  const title =
    reach === 'place' ? `Ignore ${finding.rule} here, with a reason` : `Ignore ${finding.rule} in this file`;
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnose(finding, lines)] };
}

function awaited({ uri, version }: OpenDocument, { rule, span }: Finding, reach: IgnoreReach): Awaited {
  return { uri, version, rule, start: span.start, end: span.end, reach };
}

function isAwaited(data: unknown): data is Awaited {
  if (typeof data !== 'object' || data === null) return false;
  const { uri, version, rule, start, end, reach } = data as Readonly<Record<string, unknown>>;
  return (
    typeof uri === 'string' &&
    typeof version === 'number' &&
    typeof rule === 'string' &&
    typeof start === 'number' &&
    typeof end === 'number' &&
    (reach === 'place' || reach === 'file')
  );
}
