import { extendVocabulary, vocabulary, type Vocabulary } from '../model/markdown/vocabulary.ts';
import { includedPrefixes } from './include.ts';
import { liesIn } from './names.ts';
import type { Settings } from './settings.ts';
import { settingsFor, type TeamConfig } from './team-config.ts';

/** What teams have decided, by folder, and what follows for a file. */
export interface TeamConfigs {
  /** Takes in what holds for a folder, or that nothing does any more; whether Markdown in it is read otherwise from now on. */
  set(folder: string, config: TeamConfig | undefined): boolean;
  /** The reader's settings, and over them what the file's teams say; the nearest folder last. */
  settingsFor(file: string, settings: Settings): Settings;
  /** Whether a team names the folder of this Markdown file. */
  isIncluded(file: string): boolean;
  /** The words of Markdown with those of the file's teams; undefined where they have none of their own. */
  words(file: string): Vocabulary | undefined;
}

export function createTeamConfigs(): TeamConfigs {
  const configs = new Map<string, TeamConfig>();
  let included: readonly string[] = [];
  /** By the folders whose words are in it: many files share one, and what is made of it. */
  const vocabularies = new Map<string, Vocabulary>();

  return {
    set(folder, config) {
      const before = readingOf(configs.get(folder));
      if (config === undefined) configs.delete(folder);
      else configs.set(folder, config);
      included = [...configs].flatMap(([place, { include }]) => includedPrefixes(include, [place]));
      vocabularies.clear();
      return before !== readingOf(config);
    },
    settingsFor: (file, settings) => settingsFor(file, settings, configs),
    isIncluded: file => included.some(prefix => liesIn(file, prefix)),
    words(file) {
      const folders = [...configs].flatMap(([folder, config]) =>
        config.vocabulary !== undefined && liesIn(file, folder) ? [folder] : [],
      );
      if (folders.length === 0) return undefined;
      folders.sort((a, b) => a.length - b.length);
      const key = folders.join('\n');
      const known = vocabularies.get(key);
      if (known) return known;
      const words = folders.reduce(
        (sum, folder) => extendVocabulary(sum, configs.get(folder)?.vocabulary ?? {}),
        vocabulary,
      );
      vocabularies.set(key, words);
      return words;
    },
  };
}

/** What decides how Markdown is read, to be compared. */
function readingOf(config: TeamConfig | undefined): string {
  return JSON.stringify([config?.include ?? [], config?.vocabulary ?? {}]);
}
