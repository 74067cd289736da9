import assert from 'node:assert/strict';
import {
  applyEdits,
  type Plan,
  type RefactorContext,
  type Refactored,
} from '../../../../../src/core/features/refactor/plan.ts';
import { parseFile } from '../../../../../src/core/parse/file.ts';
import type { Settings } from '../../../../../src/core/workspace/settings.ts';
import { judged } from '../../../../support/workspace.ts';

export type Files = Readonly<Record<string, string>>;

export function contextOf(files: Files, settings: Partial<Settings> = {}): RefactorContext {
  const judge = judged(files, settings);
  return {
    workspace: judge.workspace,
    settings: judge.settings,
    parsed: file => {
      const text = files[file];
      return text === undefined ? undefined : parseFile(file, text);
    },
  };
}

/** The files after a refactoring, which must not be refused. */
export function after(files: Files, answer: Refactored): Files {
  const plan = planIn(answer);
  const result: Record<string, string> = { ...files };
  for (const { file, edits } of plan.edits) result[file] = applyEdits(files[file] ?? '', edits);
  for (const { file, text } of plan.created) {
    assert.equal(files[file], undefined, `${file} is there already`);
    result[file] = text;
  }
  return Object.fromEntries(Object.entries(result).filter(([file]) => !plan.deleted.includes(file)));
}

function planIn(answer: Refactored): Plan {
  if (answer.type === 'refused') throw new Error(`refused: ${answer.reason}`);
  return answer;
}

/** The text around the caret afterwards: what stands before it on its line, and behind it. */
export function caretLine(files: Files, answer: Refactored): string {
  assert.ok(answer.type === 'plan' && answer.cursor);
  const text = after(files, answer)[answer.cursor.file] ?? '';
  const { offset } = answer.cursor;
  const before =
    text
      .slice(0, offset)
      .split(/\r\n|\n/)
      .at(-1) ?? '';
  return `${before}|${text.slice(offset).split(/\r\n|\n/)[0] ?? ''}`;
}

export function rulesIn(files: Files, file: string, settings: Partial<Settings> = {}): readonly string[] {
  return judged(files, settings)
    .findings(file)
    .map(({ rule }) => rule)
    .sort();
}

/** The rules that speak in any file afterwards and did not before. */
export function newRules(before: Files, now: Files, settings: Partial<Settings> = {}): readonly string[] {
  const all = (files: Files): readonly string[] => Object.keys(files).flatMap(file => rulesIn(files, file, settings));
  const known = all(before);
  const fresh = [...all(now)];
  for (const rule of known) {
    const at = fresh.indexOf(rule);
    if (at !== -1) fresh.splice(at, 1);
  }
  return [...new Set(fresh)].sort();
}

/** What was written: the lines that are there now and were not before, in order; throws where a line is gone that should stay. */
export function addedLines(before: string, now: string): readonly string[] {
  const old = before.split('\n');
  const added: string[] = [];
  let at = 0;
  for (const line of now.split('\n')) {
    if (line === old[at]) at++;
    else added.push(line);
  }
  assert.equal(at, old.length, `gone: ${old[at] ?? ''}`);
  return added;
}

export function refusedFor(answer: Refactored): {
  readonly reason: string;
  readonly places: number;
  readonly overridable: boolean;
} {
  if (answer.type !== 'refused') throw new Error('it is not refused');
  return { reason: answer.reason, places: answer.reasons.length, overridable: answer.overridable };
}

/** The same text with CRLF and a byte order mark. */
export function foreign(text: string): string {
  return `\ufeff${text.replaceAll('\n', '\r\n')}`;
}
