import { hintSorts, type HintSort } from '../core/features/inlay-hints/inlay-hint.ts';
import { lensSorts, type LensSort } from '../core/features/lenses/lens.ts';
import { readDate, type Day } from '../core/model/values/date.ts';
import { rules } from '../core/rules/index.ts';
import { maxIncluded, readIncluded, type IncludedFolder } from '../core/workspace/include.ts';
import type { Mode, Severity } from '../core/workspace/settings.ts';

/** The settings of the client, checked. */
export interface ServerSettings {
  /** A day that was fixed; else it is the day of the clock. */
  readonly today: Day | undefined;
  readonly mode: Mode;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly include: readonly IncludedFolder[];
  readonly lenses: ReadonlySet<LensSort>;
  readonly hints: ReadonlySet<HintSort>;
  /** See `ClientSettings`. */
  readonly othersCheckSchemas: boolean;
}

export const defaultSettings: ServerSettings = {
  today: undefined,
  mode: 'scaling',
  severities: {},
  include: [],
  lenses: new Set(lensSorts),
  hints: new Set(hintSorts),
  othersCheckSchemas: false,
};

/** Never throws, whatever the client sent: what is wrong falls back, and `problems` names the setting and what it may be. */
export function readSettings(sent: unknown): {
  readonly settings: ServerSettings;
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  if (!isRecord(sent)) {
    if (sent !== undefined && sent !== null) problems.push('The settings "betwright.*" are not a set of fields.');
    return { settings: defaultSettings, problems };
  }
  const { today, mode, codeLens, inlayHints, include, rules: severities, othersCheckSchemas } = sent;
  return {
    settings: {
      today: readToday(today, problems),
      mode: readMode(mode, problems),
      severities: readSeverities(severities, problems),
      include: readInclude(include, problems),
      lenses: readSwitches('codeLens', lensSorts, codeLens, problems),
      hints: readSwitches('inlayHints', hintSorts, inlayHints, problems),
      othersCheckSchemas: othersCheckSchemas === true,
    },
    problems,
  };
}

function readToday(value: unknown, problems: string[]): Day | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const day = typeof value === 'string' ? readDate(value) : undefined;
  if (day === undefined) problems.push('"betwright.today" is no day such as 2026-11-22; the day of the clock holds.');
  return day;
}

function readMode(value: unknown, problems: string[]): Mode {
  if (value === 'zeroToOne' || value === 'scaling') return value;
  if (value !== undefined && value !== null)
    problems.push('"betwright.mode" is neither "zeroToOne" nor "scaling"; "scaling" holds.');
  return defaultSettings.mode;
}

/** One switch for all (`false`, or `enabled` among the others), and one for each sort. */
function readSwitches<Sort extends string>(
  setting: string,
  sorts: readonly Sort[],
  value: unknown,
  problems: string[],
): ReadonlySet<Sort> {
  const switches = isRecord(value) ? value : { enabled: value };
  const isOn = (name: string): boolean => {
    const on = Object.hasOwn(switches, name) ? switches[name] : undefined;
    if (typeof on === 'boolean') return on;
    if (on !== undefined && on !== null)
      problems.push(`"betwright.${setting}.${name}" is neither true nor false; true holds.`);
    return true;
  };
  return isOn('enabled') ? new Set(sorts.filter(isOn)) : new Set();
}

function readInclude(value: unknown, problems: string[]): readonly IncludedFolder[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    problems.push('"betwright.include" is not a list of folders.');
    return [];
  }
  if (value.length > maxIncluded)
    problems.push(`"betwright.include": only the first ${String(maxIncluded)} folders are looked at.`);
  return value.slice(0, maxIncluded).flatMap((entry: unknown) => {
    const read = readIncluded(entry);
    if (!('problem' in read)) return [read];
    const name = typeof entry === 'string' ? shown(entry) : 'an entry';
    problems.push(`"betwright.include": ${name} ${read.problem}`);
    return [];
  });
}

const severityWords: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'off']);
const ruleIds: ReadonlySet<string> = new Set(rules.map(rule => rule.id));

function readSeverities(value: unknown, problems: string[]): Readonly<Record<string, Severity | 'off'>> {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) {
    problems.push('"betwright.rules" is not a set of fields, one for each rule.');
    return {};
  }
  const severities: Record<string, Severity | 'off'> = {};
  for (const [rule, word] of Object.entries(value)) {
    if (!ruleIds.has(rule)) problems.push(`"betwright.rules" names a rule that does not exist: ${shown(rule)}.`);
    else if (severityWords.has(word)) severities[rule] = word as Severity | 'off';
    else
      problems.push(`"betwright.rules": ${rule} is none of "error", "warning", "information", "off"; its own holds.`);
  }
  return severities;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(name: string): string {
  return JSON.stringify(name.slice(0, 60));
}
