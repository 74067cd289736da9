import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { version } from '../../package.json';
import { nearestWord } from '../core/model/nearest.ts';
import { localDay } from '../core/model/values/local-day.ts';
import type { Day } from '../core/model/values/date.ts';
import { findingsJson, type CheckReport } from '../core/report/findings-json.ts';
import { findingsSarif, type RunFailure } from '../core/report/findings-sarif.ts';
import { findingsText, summaryText } from '../core/report/findings-text.ts';
import { compareFindings, type Finding } from '../core/rules/finding.ts';
import { rules } from '../core/rules/index.ts';
import type { Severity } from '../core/workspace/settings.ts';
import type { CheckResult } from './cached-result.ts';
import { openCheckCache, usualCacheFolder } from './check-cache.ts';
import type { Command, FailOn } from './command-line.ts';
import type { Console } from './console.ts';
import type { Unreadable } from './discover.ts';
import { exitCodes } from './exit-codes.ts';
import { load, type Loaded } from './load.ts';
import { createTextReader } from './read-text.ts';
import { scopeOf } from './scope.ts';
import { surveyOf } from './survey.ts';
import { createTexts, type Texts } from './texts.ts';

type CheckCommand = Command & { readonly name: 'check' };

/** Judges artifacts and tells what was found. */
export async function check(command: CheckCommand, console: Console): Promise<number> {
  const unknown = command.rules.find(id => !rules.some(rule => rule.id === id));
  if (unknown !== undefined) {
    console.warn(unknownRule(unknown));
    return exitCodes.wrongUse;
  }
  const checked = await checkedOf(command);
  const report = reportOf(checked, command.rules);
  const failures = failuresOf(report, checked, command.allowEmpty);
  switch (command.format) {
    case 'json':
      console.print(`${JSON.stringify(findingsJson(report), null, 2)}\n`);
      break;
    case 'sarif': {
      const log = findingsSarif(report, { version, failures, textOf: checked.textOf, digest });
      console.print(`${JSON.stringify(log, null, 2)}\n`);
      break;
    }
    case 'text':
      printText(report, checked, command.quiet, console);
  }
  for (const { message } of failures) console.warn(message);
  if (failures.length > 0) return exitCodes.wrongUse;
  return report.findings.some(({ severity }) => fails(severity, command.failOn)) ? exitCodes.findings : exitCodes.fine;
}

function unknownRule(id: string): string {
  const nearest = nearestWord(id, rules.map(rule => rule.id)); // prettier-ignore
  return `There is no rule "${id}". ${nearest === undefined ? '"betwright check --help" lists the rules.' : `Did you mean "${nearest}"?`}`;
}

/** What was found, and what is needed to tell it. */
interface Checked extends Texts {
  readonly today: Day;
  readonly result: CheckResult;
  readonly unreadable: readonly Unreadable[];
}

/** Looks the result up where the same files have been checked before, and else checks them. */
async function checkedOf({ paths, cache: where, common }: CheckCommand): Promise<Checked> {
  const now = Date.now();
  const workingDirectory = process.cwd();
  const scope = scopeOf(paths, workingDirectory);
  const survey = surveyOf(scope);
  const today = common.today ?? localDay(new Date(now));
  const folder = where === 'none' ? undefined : (where?.folder ?? usualCacheFolder(process.env, process.platform));
  const cache =
    folder === undefined || survey.unreadable.length > 0
      ? undefined
      : openCheckCache(folder, {
          sources: survey.sources,
          roots: scope.roots.map(({ name }) => name),
          place: [workingDirectory, ...paths],
          conditions: [...programNow(), today, common.mode ?? ''],
          now,
        });
  const known = cache?.recall();
  if (known) {
    const pathsOf = new Map(survey.sources.map(({ name, path }) => [name, path]));
    return { today, result: known, unreadable: [], ...createTexts(createTextReader(), file => pathsOf.get(file)) };
  }
  const loaded = await load(scope, { ...common, today }, survey);
  const result = resultOf(loaded);
  if (loaded.unreadable.length === 0) cache?.remember(result, loaded.tables);
  return { today, result, unreadable: loaded.unreadable, textOf: loaded.textOf, linesOf: loaded.linesOf };
}

/** Another build may find other things, whatever its version says. */
function programNow(): readonly string[] {
  const { size, mtimeMs } = statSync(__filename);
  return [version, String(size), String(mtimeMs)];
}

function resultOf({ judge, files, configurations }: Loaded): CheckResult {
  const models = files.flatMap(file => judge.workspace.get(file)?.model ?? []);
  return {
    files: models.filter(({ artifacts, broken }) => artifacts.length + broken.length > 0).length,
    artifacts: models.reduce((sum, { artifacts }) => sum + artifacts.length, 0),
    findings: [...files, ...configurations].sort().flatMap(file => judge.findings(file)),
  };
}

function reportOf({ today, result, linesOf }: Checked, chosen: readonly string[]): CheckReport {
  return { ...result, today, findings: findingsOf(result.findings, chosen), linesOf };
}

function findingsOf(findings: readonly Finding[], chosen: readonly string[]): readonly Finding[] {
  const told = chosen.length === 0 ? findings : findings.filter(({ rule }) => chosen.includes(rule));
  return [...told].sort((a, b) => compareFindings(a, b) || (a.message < b.message ? -1 : 1));
}

function printText(report: CheckReport, { textOf }: Checked, quiet: boolean, console: Console): void {
  const { palette, width } = console;
  const findings = findingsText(report, {
    palette,
    width,
    textOf: file => (quiet ? undefined : textOf(file)),
  });
  const summary = quiet || report.files === 0 ? '' : `${findings === '' ? '' : '\n'}${summaryText(report, palette)}\n`;
  console.print(findings + summary);
}

/** Why the report is not the answer to what was asked. */
function failuresOf(report: CheckReport, { unreadable }: Checked, allowEmpty: boolean): readonly RunFailure[] {
  if (unreadable.length > 0)
    return unreadable.map(({ name, reason }) => ({ file: name, message: `Can't read ${name}: ${reason}.` }));
  return report.files === 0 && !allowEmpty ? [{ message: nothingFound }] : [];
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

export const nothingFound =
  'No artifact was found, so nothing was checked. Artifacts are files such as "search.bet.yaml", or YAML and Markdown with a "kind" of ours. If that is as it should be: --allow-empty.';

const order: readonly Severity[] = ['error', 'warning', 'information'];

function fails(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && order.indexOf(severity) <= order.indexOf(failOn);
}
