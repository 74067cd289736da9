import { compareFindings, type Finding } from './rules/finding.ts';
import { excuseFindings } from './rules/excuse.ts';
import { rules } from './rules/index.ts';
import { judgeFile } from './rules/judge.ts';
import { ownTexts } from './text/own-text.ts';
import { includedPrefixes } from './workspace/include.ts';
import { liesIn } from './workspace/names.ts';
import { isKept } from './workspace/kept-models.ts';
import { createQuestions } from './workspace/questions.ts';
import { recordLookup } from './workspace/recorded-lookup.ts';
import type { Settings } from './workspace/settings.ts';
import { readTeamConfig, teamConfigFolder } from './workspace/team-config.ts';
import { createTeamConfigs } from './workspace/team-configs.ts';
import { createWorkspace, keepInMemory, tableKey, type KeepText, type Workspace } from './workspace/workspace.ts';

/**
 * Keeps the findings of a workspace true while its files change. A change costs what the changed file costs and what
 * depends on it: each file's judgement remembers which questions it asked, and is made again only when one of the
 * answers may have changed.
 */
export interface Judge {
  readonly workspace: Workspace;
  /** Takes in the text of a file, of a configuration or of a table, or that it is gone. Nothing is judged yet. */
  set(file: string, text: string | undefined): void;
  /** New settings, or a new day: everything is judged again. */
  configure(settings: Settings): void;
  readonly settings: Settings;
  /** The settings that hold for a file: those, and over them what its team says. */
  settingsFor(file: string): Settings;
  /**
   * Beginnings of names: Markdown files so called are read otherwise from now on, by another `include` or by other words of
   * a team. Texts are not kept, so the host takes those files in again. Each is told once.
   */
  takeRereads(): readonly string[];
  /** CSV files that metrics name and that were never taken in: the host reads them, or says with `undefined` that they are missing. */
  wantedTables(): readonly string[];
  /** Whether this file says something to us: one with artifacts, or a team's configuration. */
  isOurs(file: string): boolean;
  /** The configurations of teams, in order. */
  configurations(): readonly string[];
  /** Files that wait to be judged, in the order in which they became stale. */
  pending(): readonly string[];
  /** Judges the files that wait (all, or these), and returns the files whose findings may have changed. */
  update(files?: readonly string[]): ReadonlySet<string>;
  /** The files whose judgement has found what stands in this one. */
  finders(file: string): readonly string[];
  /** What stands in this file, in order; findings about other files' subjects included. */
  findings(file: string): readonly Finding[];
}

/** @param keepText how the texts of thousands of files are kept, to be read again when somebody asks what stands in them */
export function createJudge(initial: Settings, keepText: KeepText = keepInMemory): Judge {
  let settings = initial;
  let included = includedIn(initial);
  const configs = createTeamConfigs();
  const workspace = createWorkspace(
    {
      isIncluded: file => included.some(prefix => liesIn(file, prefix)) || configs.isIncluded(file),
      words: file => configs.words(file),
      folders: () => foldersIn(settings),
    },
    keepText,
  );
  const rereads = new Set<string>();
  const stale = new Set<string>();
  const asked = createQuestions();
  /** Findings by the file they stand in, then by the file whose judgement made them. */
  const placed = new Map<string, Map<string, readonly Finding[]>>();
  const madeIn = new Map<string, readonly string[]>();
  /** What is wrong with how teams have said what they decided, by file. */
  const configFindings = new Map<string, readonly Finding[]>();

  function configureFolder(file: string, folder: string, text: string | undefined): void {
    if (text === undefined) {
      if (configs.set(folder, undefined)) rereads.add(folder);
      configFindings.delete(file);
    } else {
      const { config, problems } = readTeamConfig(text, isRule);
      if (configs.set(folder, config)) rereads.add(folder);
      const severity = 'error' as const;
      configFindings.set(
        file,
        problems.map(({ rule, span, message }) => ({ rule, severity, message, file, span })),
      );
    }
    for (const below of workspace.files()) if (below.startsWith(folder)) stale.add(below);
    stale.add(file);
  }

  function forget(file: string, changed: Set<string>): void {
    asked.forget(file);
    for (const place of madeIn.get(file) ?? []) {
      placed.get(place)?.delete(file);
      if (placed.get(place)?.size === 0) placed.delete(place);
      changed.add(place);
    }
    madeIn.delete(file);
  }

  function judge(file: string, changed: Set<string>): void {
    forget(file, changed);
    changed.add(file);
    const entry = workspace.get(file);
    if (entry === undefined) return;
    const questions = new Set<string>();
    const byPlace = new Map<string, Finding[]>();
    const said = new Set<string>();
    for (const finding of judgeFile(
      entry.model,
      recordLookup(workspace.lookup, questions),
      configs.settingsFor(file, settings),
    )) {
      // What an alias repeats stands, and is mended, in one place.
      const key = `${finding.rule} ${finding.span.start} ${finding.span.end} ${finding.file} ${finding.message}`;
      if (said.has(key)) continue;
      said.add(key);
      const kept = ownTexts(finding, isKept);
      const list = byPlace.get(kept.file);
      if (list) list.push(kept);
      else byPlace.set(kept.file, [kept]);
    }
    for (const table of entry.tables) questions.add(tableKey(table));
    asked.set(file, questions);
    for (const [place, findings] of byPlace) {
      const makers = placed.get(place);
      if (makers) makers.set(file, findings);
      else placed.set(place, new Map([[file, findings]]));
      changed.add(place);
    }
    if (byPlace.size > 0) madeIn.set(file, [...byPlace.keys()]);
  }

  return {
    workspace,
    get settings() {
      return settings;
    },
    set(file, text) {
      const folder = teamConfigFolder(file);
      if (folder !== undefined) {
        configureFolder(file, folder, text);
        return;
      }
      const wasRecognised = workspace.recognised(file) !== undefined;
      for (const question of workspace.set(file, text))
        for (const asker of asked.takeAskers(question)) stale.add(asker);
      const isShown = workspace.get(file) !== undefined || workspace.recognised(file) !== undefined;
      // What is merely recognised has no findings; that it came, changed or went is told all the same.
      if (isShown || wasRecognised || madeIn.has(file)) stale.add(file);
    },
    configure(next) {
      const before = { included, folders: foldersIn(settings) };
      settings = next;
      included = includedIn(next);
      for (const prefix of onlyInOne(before.included, included)) rereads.add(prefix);
      if (onlyInOne(before.folders, foldersIn(next)).length > 0) workspace.resolveAgain();
      for (const file of workspace.files()) stale.add(file);
    },
    settingsFor: file => configs.settingsFor(file, settings),
    takeRereads() {
      const prefixes = [...rereads].sort();
      rereads.clear();
      return prefixes;
    },
    wantedTables: () => workspace.wantedTables(),
    isOurs: file => workspace.get(file) !== undefined || configFindings.has(file),
    configurations: () => [...configFindings.keys()].sort(),
    pending: () => [...stale],
    update(files = [...stale]) {
      const changed = new Set<string>();
      for (const file of files) {
        if (!stale.delete(file)) continue;
        judge(file, changed);
      }
      return changed;
    },
    finders: file => [...(placed.get(file)?.keys() ?? [])],
    findings(file) {
      const own = configFindings.get(file);
      if (own !== undefined) return own;
      const found = [...(placed.get(file)?.values() ?? [])].flat();
      const ignores = workspace.get(file)?.ignores ?? [];
      return [...excuseFindings(file, found, ignores, configs.settingsFor(file, settings))].sort(compareFindings);
    },
  };
}

function foldersIn(settings: Settings): readonly string[] {
  return settings.folders ?? [''];
}

function includedIn(settings: Settings): readonly string[] {
  return includedPrefixes(settings.include ?? [], foldersIn(settings));
}

function onlyInOne(before: readonly string[], after: readonly string[]): readonly string[] {
  return [...before.filter(name => !after.includes(name)), ...after.filter(name => !before.includes(name))];
}

const ruleIds: ReadonlySet<string> = new Set(rules.map(rule => rule.id));

function isRule(id: string): boolean {
  return ruleIds.has(id);
}
