import { entryOf, type Node } from '../parse/tree.ts';
import { parseYaml } from '../parse/yaml.ts';
import type { Span } from '../text/span.ts';
import { maxIncluded, readIncluded, type IncludedFolder } from './include.ts';
import type { Mode, Settings, Severity } from './settings.ts';
import { readVocabulary, type TeamVocabulary } from './team-vocabulary.ts';

/** The file in which a team says how it works; it holds for its folder and all below, for everybody who opens it. */
export const teamConfigName = 'betwright.config.yaml';

/** What a team has decided. It wins over the settings of whoever reads, so that everybody reads the same findings. */
export interface TeamConfig {
  readonly mode: Mode | undefined;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Folders below the file's own whose Markdown is read for its headings alone. */
  readonly include: readonly IncludedFolder[];
  /** The team's own words for what Markdown says. */
  readonly vocabulary: TeamVocabulary | undefined;
}

export interface ConfigProblem {
  readonly rule: 'document/syntax' | 'document/schema';
  readonly span: Span;
  readonly message: string;
}

export interface ReadTeamConfig {
  readonly config: TeamConfig;
  readonly problems: readonly ConfigProblem[];
}

/** The folder of a team's configuration, with its final slash; undefined for any other file. */
export function teamConfigFolder(file: string): string | undefined {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return file === folder + teamConfigName ? folder : undefined;
}

const severities: ReadonlySet<string> = new Set(['error', 'warning', 'information', 'off']);
const modes: ReadonlySet<string> = new Set(['zeroToOne', 'scaling']);

const fields = ['mode', 'rules', 'include', 'vocabulary'] as const;

const undecided: TeamConfig = { mode: undefined, severities: {}, include: [], vocabulary: undefined };

/** Never throws: what can't be understood is said at its place and left out; the rest holds. */
export function readTeamConfig(text: string, isRule: (id: string) => boolean): ReadTeamConfig {
  const problems: ConfigProblem[] = [];
  const [document] = parseYaml(text, 0);
  const root = document?.root;
  if (document !== undefined && document.problems.length > 0) {
    const syntax = document.problems.map(({ span, message }) => ({ rule: 'document/syntax' as const, span, message }));
    return { config: undecided, problems: syntax };
  }
  if (root === undefined) return { config: undecided, problems };
  if (root.type !== 'map') {
    problems.push({
      rule: 'document/schema',
      span: root.span,
      message: `The configuration is a set of fields: ${fields.join(', ')}.`,
    });
    return { config: undecided, problems };
  }
  for (const { key } of root.entries) {
    if (fields.some(field => field === key.text) || key.text.startsWith('x-')) continue;
    problems.push({
      rule: 'document/schema',
      span: key.span,
      message: `The configuration knows no "${key.text.slice(0, 60)}", only ${fields.join(', ')}.`,
    });
  }
  return {
    config: {
      mode: readMode(entryOf(root, 'mode')?.value, problems),
      severities: readRules(entryOf(root, 'rules')?.value, isRule, problems),
      include: readInclude(entryOf(root, 'include')?.value, problems),
      vocabulary: readTeamVocabulary(entryOf(root, 'vocabulary')?.value, problems),
    },
    problems,
  };
}

function isNothing(node: Node | undefined): node is undefined {
  return node === undefined || (node.type === 'scalar' && node.value === null);
}

function readTeamVocabulary(node: Node | undefined, problems: ConfigProblem[]): TeamVocabulary | undefined {
  if (isNothing(node)) return undefined;
  return readVocabulary(node, (span, message) => problems.push({ rule: 'document/schema', span, message }));
}

/** One folder, or a list of them. */
function readInclude(node: Node | undefined, problems: ConfigProblem[]): readonly IncludedFolder[] {
  if (isNothing(node)) return [];
  const items = node.type === 'list' ? node.items : [node];
  const say = (span: Span, message: string): void => void problems.push({ rule: 'document/schema', span, message });
  const beyond = items[maxIncluded];
  if (beyond) say(beyond.span, `Only the first ${maxIncluded} folders are looked at.`);
  return items.slice(0, maxIncluded).flatMap(item => {
    const text = item.type !== 'scalar' ? undefined : item.value === null ? '' : item.text;
    const read = readIncluded(text);
    if (!('problem' in read)) return [read];
    say(item.span, `This folder ${read.problem}`);
    return [];
  });
}

function readMode(node: Node | undefined, problems: ConfigProblem[]): Mode | undefined {
  if (isNothing(node)) return undefined;
  if (node.type === 'scalar' && modes.has(node.text)) return node.text as Mode;
  problems.push({ rule: 'document/schema', span: node.span, message: '"mode" is zeroToOne or scaling.' });
  return undefined;
}

function readRules(
  node: Node | undefined,
  isRule: (id: string) => boolean,
  problems: ConfigProblem[],
): TeamConfig['severities'] {
  if (isNothing(node)) return {};
  if (node.type !== 'map') {
    problems.push({
      rule: 'document/schema',
      span: node.span,
      message: '"rules" is a set of fields: "metrics/cadence: off".',
    });
    return {};
  }
  const read = new Map<string, Severity | 'off'>();
  for (const { key, value } of node.entries) {
    if (!isRule(key.text))
      problems.push({
        rule: 'document/schema',
        span: key.span,
        message: `There is no rule "${key.text.slice(0, 60)}".`,
      });
    else if (value.type === 'scalar' && severities.has(value.text)) read.set(key.text, value.text as Severity | 'off');
    else
      problems.push({
        rule: 'document/schema',
        span: value.span,
        message: 'A rule is error, warning, information or off.',
      });
  }
  return Object.fromEntries(read);
}

/** The settings that hold for a file: the reader's, and over them what its team says; the nearest folder last. */
export function settingsFor(file: string, settings: Settings, configs: ReadonlyMap<string, TeamConfig>): Settings {
  if (configs.size === 0) return settings;
  const folders = [...configs.keys()].filter(folder => file.startsWith(folder)).sort((a, b) => a.length - b.length);
  return folders.reduce((merged, folder) => {
    const config = configs.get(folder);
    return {
      ...merged,
      mode: config?.mode ?? merged.mode,
      severities: { ...merged.severities, ...config?.severities },
    };
  }, settings);
}
