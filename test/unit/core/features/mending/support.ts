import assert from 'node:assert/strict';
import { mend } from '../../../../../src/core/features/mending/mend.ts';
import { offersOf } from '../../../../../src/core/features/mending/offers.ts';
import { applyEdits, type Plan, type Refactored } from '../../../../../src/core/features/refactor/plan.ts';
import { judged } from '../../../../support/workspace.ts';
import { contextOf, type Files } from '../refactor/support.ts';

function planned(answer: Refactored): Plan {
  if (answer.type === 'refused') throw new Error(answer.reason);
  return answer;
}

/** The titles of what is offered for the first finding of a rule, in their order. */
export function offered(files: Files, rule: string): readonly string[] {
  const judge = judged(files);
  const finding = Object.keys(files)
    .flatMap(file => judge.findings(file))
    .find(each => each.rule === rule);
  assert.ok(finding, `${rule} is silent`);
  return offersOf(judge.workspace, finding).map(({ title }) => title);
}

/** The files after a fix of the first finding of a rule: the first that is offered, or the one so called. */
export function mended(files: Files, rule: string, title?: string): Files {
  const context = contextOf(files);
  const judge = judged(files);
  const finding = Object.keys(files)
    .flatMap(file => judge.findings(file))
    .find(each => each.rule === rule);
  assert.ok(finding, `${rule} is silent`);
  const fix = offersOf(judge.workspace, finding).find(each => title === undefined || each.title === title);
  assert.ok(fix, `${rule} has no such fix`);
  const plan = mend({ ...context, workspace: judge.workspace }, finding, fix);
  const { edits } = planned(plan);
  return {
    ...files,
    ...Object.fromEntries(edits.map(({ file, edits: own }) => [file, applyEdits(files[file] ?? '', own)])),
  };
}
