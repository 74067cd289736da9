import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { HintSort } from '../core/features/inlay-hints/inlay-hint.ts';
import type { LensSort } from '../core/features/lenses/lens.ts';
import { localDay } from '../core/model/values/local-day.ts';
import type { Judge } from '../core/service.ts';
import type { Judging } from './judging.ts';
import { defaultSettings, readSettings } from './settings.ts';
import { watchDay } from './today.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

export interface FollowedSettings {
  readonly lenses: () => ReadonlySet<LensSort>;
  readonly hints: () => ReadonlySet<HintSort>;
  readonly othersCheckSchemas: () => boolean;
  /** Judges everything anew if another day has begun. */
  readonly lookAtClock: () => void;
  readonly dispose: () => void;
}

/** Follows the settings of the client and the calendar. */
export function followSettings(
  connection: Connection,
  { capabilities, initializationOptions }: InitializeParams,
  judge: Judge,
  judging: Judging,
  files: Pick<WorkspaceFiles, 'catchUp'>,
  log: (line: string) => void,
): FollowedSettings {
  let settings = defaultSettings;
  const told = new Set<string>();

  function apply(sent: unknown): void {
    const read = readSettings(sent);
    ({ settings } = read);
    for (const problem of read.problems) {
      if (!told.has(problem)) log(problem);
      told.add(problem);
    }
    const { mode, severities, include } = settings;
    judge.configure({ ...judge.settings, today: settings.today ?? localDay(new Date()), mode, severities, include });
    judging.touched();
    files.catchUp();
  }

  /** For a client that says that they have changed, and waits to be asked what they are. */
  async function pull(): Promise<void> {
    if (capabilities.workspace?.configuration !== true) return;
    const sent: unknown = await connection.workspace.getConfiguration('betwright').catch(() => undefined);
    if (sent !== undefined && sent !== null) apply(sent);
  }

  function lookAtClock(): void {
    const today = settings.today ?? localDay(new Date());
    if (today === judge.settings.today) return;
    judge.configure({ ...judge.settings, today });
    judging.touched();
  }

  const first = fieldOf(initializationOptions, 'settings');
  if (first !== undefined) apply(first);
  connection.onDidChangeConfiguration(({ settings: sent }: { readonly settings: unknown }) => {
    if (sent === undefined || sent === null) void pull();
    else apply(fieldOf(sent, 'betwright') ?? sent);
  });
  const stopWatching = watchDay(lookAtClock);
  return {
    lenses: () => settings.lenses,
    hints: () => settings.hints,
    othersCheckSchemas: () => settings.othersCheckSchemas,
    lookAtClock,
    dispose: stopWatching,
  };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
