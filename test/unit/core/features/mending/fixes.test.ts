import assert from 'node:assert/strict';
import { mend } from '../../../../../src/core/features/mending/mend.ts';
import { offersOf } from '../../../../../src/core/features/mending/offers.ts';
import { applyEdits } from '../../../../../src/core/features/refactor/plan.ts';
import { parseFile, type ParsedFile } from '../../../../../src/core/parse/file.ts';
import type { Finding } from '../../../../../src/core/rules/finding.ts';
import type { Fix } from '../../../../../src/core/rules/fix.ts';
import { rules } from '../../../../../src/core/rules/index.ts';
import type { RuleExample } from '../../../../../src/core/rules/rule.ts';
import type { Judge } from '../../../../../src/core/service.ts';
import { takeMarks } from '../../../../support/marks.ts';
import { day, judged, testDay } from '../../../../support/workspace.ts';
import { foreign, type Files } from '../refactor/support.ts';

/** What only people can answer: no text that could be written would be true. */
const forPeople: readonly string[] = [
  'bet/hypothesis-form',
  'bet/hypothesis-missing',
  'bet/iteration-limit',
  'bet/iteration-same-hypothesis',
  'document/placeholder',
  'document/syntax',
  'launch/adoption-missing',
  'launch/checklist-open',
  'metrics/guardrail-breached',
  'metrics/missing',
  'metrics/tier-missing',
  'retro/decision-missing',
  'retro/due-soon',
  'retro/learnings-missing',
  'retro/new-hypothesis-missing',
  'rollout/stage-order',
  'rollout/stage-overrun',
  'tracks/no-discovery',
  'tracks/overlap',
  'value/unreadable',
];

/** Rules whose examples in a notation show what only people can answer, while others can be mended. */
const partly: readonly string[] = [
  'document/conflict yaml',
  'retro/contradicts-evidence md',
  'rollout/gate-skipped md',
];

/** What a fix brings to light: it was there before, and could not be seen. */
const broughtToLight: Readonly<Record<string, readonly string[]>> = {
  'document/schema': ['bet/criteria-missing', 'bet/timebox-missing', 'metrics/missing', 'retro/not-scheduled'],
  'launch/missing': ['launch/component-late', 'launch/owner-missing'],
};

const people = 'id: BET-900\ntitle: Another one\nowner: Ida Holm\nhypothesis: It will lift sales by 5%.\n';

/** A workspace and what is said of it. */
interface State {
  readonly files: Files;
  readonly judge: Judge;
  readonly findings: readonly Finding[];
}

function stateOf(files: Files, today: string): State {
  const judge = judged(files, { today: day(today) });
  return { files, judge, findings: Object.keys(files).flatMap(file => judge.findings(file)) };
}

function filesOf(example: RuleExample): Files {
  const files = Object.fromEntries(Object.entries(example.files).map(([file, text]) => [file, takeMarks(text).text]));
  return { ...files, 'people.bet.yaml': people };
}

function inOtherBytes(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [file, foreign(text)]));
}

/** The files after a fix; undefined where it can't be made in these texts. */
function fixed({ files, judge }: State, finding: Finding, fix: Fix): Files | undefined {
  const parsed = (file: string): ParsedFile | undefined => parseFile(file, files[file] ?? '');
  const plan = mend({ workspace: judge.workspace, settings: judge.settings, parsed }, finding, fix);
  if (plan.type === 'refused') return undefined;
  assert.ok(plan.edits.length > 0, 'a fix that changes nothing');
  const edited = plan.edits.map(({ file, edits }) => [file, applyEdits(files[file] ?? '', edits)] as const);
  return { ...files, ...Object.fromEntries(edited) };
}

function countOf({ findings }: State, { rule, message, file }: Finding): number {
  return findings.filter(each => each.rule === rule && each.message === message && each.file === file).length;
}

function worse({ findings }: State): readonly string[] {
  return [...new Set(findings.flatMap(({ rule, severity }) => (severity === 'information' ? [] : [rule])))];
}

describe('features/mending: the fixes of every rule', function () {
  this.timeout(20_000);
  const offering = new Set<string>();

  for (const rule of rules) {
    rule.examples.forEach((example, index) => {
      if (example.good) return;
      const notation = Object.keys(example.files).every(file => file.endsWith('.md')) ? 'md' : 'yaml';
      it(`${rule.id}, example ${index + 1} in ${notation}`, () => {
        const today = example.today ?? testDay;
        const before = stateOf(filesOf(example), today);
        const other = stateOf(inOtherBytes(before.files), today);
        const known = [...worse(before), ...(broughtToLight[rule.id] ?? [])];
        let made = 0;
        for (const [index, finding] of before.findings.entries()) {
          if (finding.rule !== rule.id) continue;
          const twin = other.findings[index];
          assert.ok(twin);
          const twins = offersOf(other.judge.workspace, twin);
          for (const [place, fix] of offersOf(before.judge.workspace, finding).entries()) {
            const files = fixed(before, finding, fix);
            if (files === undefined) continue;
            made++;
            const shown = `${fix.title}:\n${files[finding.file] ?? ''}`;
            const after = stateOf(files, today);
            assert.ok(countOf(after, finding) < countOf(before, finding), `is still there after ${shown}`);
            assert.deepEqual(
              worse(after).filter(each => !known.includes(each)),
              [],
              `new after ${shown}`,
            );
            const same = twins[place];
            assert.ok(same);
            assert.deepEqual(fixed(other, twin, same), inOtherBytes(files), shown);
          }
        }
        if (made > 0) offering.add(`${rule.id} ${notation}`);
      });
    });
  }

  it('are offered in both notations, but where only people know', () => {
    const wanted = rules
      .filter(({ id }) => !forPeople.includes(id))
      .flatMap(({ id }) => [`${id} yaml`, `${id} md`])
      .filter(each => !partly.includes(each));
    assert.deepEqual([...offering].sort(), wanted.sort());
  });
});
