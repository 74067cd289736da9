import { createHash } from 'node:crypto';
import { version } from '../../package.json';
import { nearestWord } from '../core/model/nearest.ts';
import { findingsJson, type CheckReport } from '../core/report/findings-json.ts';
import { findingsSarif, type RunFailure } from '../core/report/findings-sarif.ts';
import { findingsText, summaryText } from '../core/report/findings-text.ts';
import { compareFindings, type Finding } from '../core/rules/finding.ts';
import { rules } from '../core/rules/index.ts';
import type { Severity } from '../core/workspace/settings.ts';
import type { Command, FailOn } from './command-line.ts';
import type { Console } from './console.ts';
import { exitCodes } from './exit-codes.ts';
import { load, type Loaded } from './load.ts';
import { scopeOf } from './scope.ts';

/** Judges artifacts and tells what was found. */
export async function check(command: Command & { readonly name: 'check' }, console: Console): Promise<number> {
  const unknown = command.rules.find(id => !rules.some(rule => rule.id === id));
  if (unknown !== undefined) {
    console.warn(unknownRule(unknown));
    return exitCodes.wrongUse;
  }
  const loaded = await load(scopeOf(command.paths, process.cwd()), command.common);
  const report = reportOf(loaded, command.rules);
  const failures = failuresOf(report, loaded, command.allowEmpty);
  switch (command.format) {
    case 'json':
      console.print(`${JSON.stringify(findingsJson(report), null, 2)}\n`);
      break;
    case 'sarif': {
      const log = findingsSarif(report, { version, failures, textOf: loaded.textOf, digest });
      console.print(`${JSON.stringify(log, null, 2)}\n`);
      break;
    }
    case 'text':
      printText(report, loaded, command.quiet, console);
  }
  for (const { message } of failures) console.warn(message);
  if (failures.length > 0) return exitCodes.wrongUse;
  return report.findings.some(({ severity }) => fails(severity, command.failOn)) ? exitCodes.findings : exitCodes.fine;
}

function unknownRule(id: string): string {
  const nearest = nearestWord(id, rules.map(rule => rule.id)); // prettier-ignore
  return `There is no rule "${id}". ${nearest === undefined ? '"betwright check --help" lists the rules.' : `Did you mean "${nearest}"?`}`;
}

function reportOf({ judge, files, configurations, linesOf }: Loaded, chosen: readonly string[]): CheckReport {
  const models = files.flatMap(file => judge.workspace.get(file)?.model ?? []);
  return {
    today: judge.settings.today,
    files: models.filter(({ artifacts, broken }) => artifacts.length + broken.length > 0).length,
    artifacts: models.reduce((sum, { artifacts }) => sum + artifacts.length, 0),
    findings: [...files, ...configurations].sort().flatMap(file => findingsOf(judge.findings(file), chosen)),
    linesOf,
  };
}

function findingsOf(findings: readonly Finding[], chosen: readonly string[]): readonly Finding[] {
  const told = chosen.length === 0 ? findings : findings.filter(({ rule }) => chosen.includes(rule));
  return [...told].sort((a, b) => compareFindings(a, b) || (a.message < b.message ? -1 : 1));
}

function printText(report: CheckReport, loaded: Loaded, quiet: boolean, console: Console): void {
  const { palette, width } = console;
  const findings = findingsText(report, {
    palette,
    width,
    textOf: file => (quiet ? undefined : loaded.textOf(file)),
  });
  const summary = quiet || report.files === 0 ? '' : `${findings === '' ? '' : '\n'}${summaryText(report, palette)}\n`;
  console.print(findings + summary);
}

/** Why the report is not the answer to what was asked. */
function failuresOf(report: CheckReport, { unreadable }: Loaded, allowEmpty: boolean): readonly RunFailure[] {
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
