import type { Finding } from '../../rules/finding.ts';
import type { TextEdit } from '../edits.ts';
import type { FileEdits, RefactorContext } from '../refactor/plan.ts';
import { mend } from './mend.ts';
import { offersOf } from './offers.ts';

/** What mends several findings of one file at once. */
export interface FixAll {
  readonly edits: readonly FileEdits[];
  /** So many of them are mended by it: those whose edits would meet are left for the next time. */
  readonly count: number;
}

/** The first fix of each of these findings that is not for a person to choose; undefined where none can be made. */
export function fixAll(
  context: RefactorContext,
  findings: readonly Finding[],
  which: 'offered' | 'safe',
): FixAll | undefined {
  const made = new Map<string, TextEdit[]>();
  let count = 0;
  for (const finding of findings) {
    const fix = offersOf(context.workspace, finding).find(
      each => each.isAnswer !== true && (which === 'offered' || each.isSafe === true),
    );
    const plan = fix && mend(context, finding, fix);
    if (plan?.type !== 'plan' || plan.edits.length === 0) continue;
    if (plan.edits.some(({ file, edits }) => edits.some(edit => meets(made.get(file) ?? [], edit)))) continue;
    for (const { file, edits } of plan.edits) made.set(file, [...(made.get(file) ?? []), ...edits]);
    count++;
  }
  if (count === 0) return undefined;
  const edits = [...made].map(([file, own]) => ({
    file,
    edits: own.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  }));
  return { edits, count };
}

function meets(edits: readonly TextEdit[], { span }: TextEdit): boolean {
  return edits.some(other => other.span.start <= span.end && span.start <= other.span.end);
}
