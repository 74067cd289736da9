import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearestWord } from '../core/model/nearest.ts';
import { readDate, type Day } from '../core/model/values/date.ts';

/** A command with its options as they were written and checked: what is wrong never gets this far. */
export type Command =
  | {
      readonly name: 'check';
      readonly paths: readonly string[];
      readonly format: CheckFormat;
      readonly failOn: FailOn;
      /** Only findings of these rules; all where none is named. */
      readonly rules: readonly string[];
      readonly quiet: boolean;
      readonly allowEmpty: boolean;
      /** Where results are remembered; where the system keeps such things, if nothing is said. */
      readonly cache: { readonly folder: string } | 'none' | undefined;
      readonly common: Common;
    }
  | {
      readonly name: 'list';
      readonly paths: readonly string[];
      readonly format: Format;
      readonly kinds: readonly string[];
      readonly statuses: readonly string[];
      readonly allowEmpty: boolean;
      readonly common: Common;
    }
  | { readonly name: 'show'; readonly id: string; readonly format: Format; readonly common: Common }
  | {
      readonly name: 'graph';
      readonly subject: string;
      readonly format: PictureFormat;
      /** The colours of a picture that can't follow the reader's; undefined where it is to follow them. */
      readonly theme: 'light' | 'dark' | undefined;
      readonly out: string | undefined;
      readonly common: Common;
    }
  | {
      readonly name: 'report';
      readonly paths: readonly string[];
      /** The folder of the site. */
      readonly out: string;
      readonly title: string | undefined;
      /** Whether the folder may hold other things. */
      readonly force: boolean;
      readonly allowEmpty: boolean;
      readonly common: Common;
    }
  | {
      readonly name: 'calendar';
      readonly paths: readonly string[];
      readonly out: string | undefined;
      /** What the days are for; all where none is named. */
      readonly kinds: readonly string[];
      /** Whose days; everybody's where nobody is named. */
      readonly owners: readonly string[];
      readonly allowEmpty: boolean;
      readonly common: Common;
    }
  | { readonly name: 'lsp' };

export type Format = 'text' | 'json';
export type CheckFormat = Format | 'sarif';
export type PictureFormat = 'svg' | 'html' | 'mermaid' | 'png';
export type FailOn = 'error' | 'warning' | 'information' | 'never';
export type ColorChoice = 'auto' | 'always' | 'never';
export type CommandName = Command['name'];

/** What every command that looks at files takes. */
export interface Common {
  readonly today: Day | undefined;
  readonly mode: 'zeroToOne' | 'scaling' | undefined;
  readonly color: ColorChoice;
}

export type CommandLine =
  | { readonly type: 'run'; readonly command: Command }
  | { readonly type: 'help'; readonly about: CommandName | undefined }
  | { readonly type: 'version' }
  | { readonly type: 'wrong'; readonly message: string; readonly about: CommandName | undefined };

/** Reads the arguments behind `betwright`. Loads nothing and looks at no file. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const [first, ...rest] = args;
  if (first === undefined)
    return { type: 'wrong', message: `Name a command: ${commandNames.join(', ')}.`, about: undefined };
  if (first === '--help' || first === '-h') return { type: 'help', about: undefined };
  if (first === '--version' || first === '-V') return { type: 'version' };
  if (first === 'help') return helpOn(rest[0]);
  if (!isCommandName(first)) return { type: 'wrong', message: unknownCommand(first), about: undefined };
  try {
    return readCommand(first, rest);
  } catch (error) {
    if (error instanceof WrongUse) return { type: 'wrong', message: error.message, about: first };
    throw error;
  }
}

const commandNames = [
  'check',
  'list',
  'show',
  'graph',
  'report',
  'calendar',
  'lsp',
] as const satisfies readonly CommandName[];

function isCommandName(word: string): word is CommandName {
  return (commandNames as readonly string[]).includes(word);
}

function helpOn(word: string | undefined): CommandLine {
  if (word === undefined || isCommandName(word)) return { type: 'help', about: word };
  return { type: 'wrong', message: unknownCommand(word), about: undefined };
}

function unknownCommand(word: string): string {
  if (word.startsWith('-'))
    return `The command comes first, then its options: "${word}" is neither a command nor --help or --version.`;
  const nearest = nearestWord(word, commandNames);
  return `There is no command "${word}". ${nearest === undefined ? `The commands are ${commandNames.join(', ')}.` : `Did you mean "${nearest}"?`}`;
}

/** What the user has to change, in words for the user. */
class WrongUse extends Error {}

const text = { type: 'string' } as const;
const list = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;
const out = { type: 'string', short: 'o' } as const;
const commonOptions = { help: { type: 'boolean', short: 'h' }, today: text, mode: text, color: text } as const;
const options = {
  check: {
    ...commonOptions,
    format: text,
    'fail-on': text,
    rule: list,
    quiet: { type: 'boolean', short: 'q' },
    'allow-empty': flag,
    'cache-dir': text,
    'no-cache': flag,
  },
  list: { ...commonOptions, format: text, kind: list, status: list, 'allow-empty': flag },
  show: { ...commonOptions, format: text },
  graph: { ...commonOptions, format: text, theme: text, out },
  report: { ...commonOptions, out, title: text, force: flag, 'allow-empty': flag },
  calendar: { ...commonOptions, out, kind: list, owner: list, 'allow-empty': flag },
  // Some editors say besides which process they are, so that the server ends when they are gone.
  lsp: { help: commonOptions.help, stdio: flag, clientProcessId: text },
} as const satisfies Record<CommandName, ParseArgsConfig['options']>;

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

function readCommand(name: CommandName, args: readonly string[]): CommandLine {
  const { values, positionals } = parsed(name, args);
  if (values['help'] === true) return { type: 'help', about: name };
  if (name === 'lsp') {
    if (positionals.length > 0) throw new WrongUse('"lsp" takes no paths: the editor says which folders are open.');
    return { type: 'run', command: { name } };
  }
  const common: Common = {
    today: dayIn(values),
    mode: oneOf('mode', ['zeroToOne', 'scaling'], values),
    color: oneOf('color', ['auto', 'always', 'never'], values) ?? 'auto',
  };
  const formats = ['text', 'json'] as const;
  switch (name) {
    case 'check': {
      const failOn = oneOf('fail-on', ['error', 'warning', 'information', 'never'], values) ?? 'error';
      const [format, rules] = [oneOf('format', [...formats, 'sarif'], values) ?? 'text', texts('rule', values)];
      const [quiet, allowEmpty] = [values['quiet'] === true, values['allow-empty'] === true];
      const folder = values['cache-dir'];
      const cache = values['no-cache'] === true ? 'none' : typeof folder === 'string' ? { folder } : undefined;
      const told = { format, failOn, rules, quiet, allowEmpty };
      return { type: 'run', command: { name, paths: positionals, ...told, cache, common } };
    }
    case 'list': {
      const kinds = texts('kind', values);
      const statuses = texts('status', values);
      const format = oneOf('format', formats, values) ?? 'text';
      return {
        type: 'run',
        command: {
          name,
          paths: positionals,
          format,
          kinds,
          statuses,
          allowEmpty: values['allow-empty'] === true,
          common,
        },
      };
    }
    case 'show': {
      const id = onlyOne(positionals, 'the id of an artifact, such as "betwright show BET-007"');
      return { type: 'run', command: { name, id, format: oneOf('format', formats, values) ?? 'text', common } };
    }
    case 'graph': {
      const subject = onlyOne(positionals, 'an id or a file, such as "betwright graph BET-007"');
      const file = textIn('out', values);
      const written = oneOf('format', ['svg', 'html', 'mermaid', 'png'], values);
      const format = written ?? formatByEnding(file);
      const theme = oneOf('theme', ['light', 'dark'], values);
      if (theme !== undefined && (format === 'html' || format === 'mermaid'))
        throw new WrongUse(`"--theme" is for svg and png: ${format} has the colours of whoever reads it.`);
      return { type: 'run', command: { name, subject, format, theme, out: file, common } };
    }
    case 'report': {
      const folder = textIn('out', values) ?? '';
      if (folder === '') throw new WrongUse('Name the folder of the site, such as "betwright report --out site".');
      const [force, allowEmpty] = [values['force'] === true, values['allow-empty'] === true];
      const title = textIn('title', values);
      return { type: 'run', command: { name, paths: positionals, out: folder, title, force, allowEmpty, common } };
    }
    case 'calendar': {
      const [kinds, allowEmpty] = [texts('kind', values), values['allow-empty'] === true];
      // A name may hold a comma: whoever names several says --owner again.
      const owners = [values['owner'] ?? []].flat().map(String);
      const file = textIn('out', values);
      return { type: 'run', command: { name, paths: positionals, out: file, kinds, owners, allowEmpty, common } };
    }
  }
}

function parsed(
  name: CommandName,
  args: readonly string[],
): { readonly values: Values; readonly positionals: readonly string[] } {
  const known: NonNullable<ParseArgsConfig['options']> = options[name];
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError) || !('code' in error)) throw error;
    const option = /'(?:-\w, )?(-{1,2}[^\s'=]+)/.exec(error.message)?.[1] ?? '';
    switch (error.code) {
      case 'ERR_PARSE_ARGS_UNKNOWN_OPTION': {
        const nearest = nearestWord(option.replace(/^-+/, ''), Object.keys(known));
        const hint =
          nearest === undefined ? 'A path that begins with "-" stands behind "--".' : `Did you mean "--${nearest}"?`;
        throw new WrongUse(`"${name}" has no option "${option}". ${hint}`);
      }
      case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
        throw new WrongUse(
          error.message.includes('does not take')
            ? `"${option}" takes no value.`
            : `"${option}" needs a value, such as "${option}=…".`,
        );
      default:
        throw error;
    }
  }
}

function dayIn(values: Values): Day | undefined {
  const today = values['today'];
  if (typeof today !== 'string') return undefined;
  const day = readDate(today);
  // What files may write around a day, a time or a remark, is a slip here.
  if (day !== today) throw new WrongUse(`"--today" is a day such as 2026-11-22, not "${today}".`);
  return day;
}

function oneOf<Word extends string>(name: string, words: readonly Word[], values: Values): Word | undefined {
  const value = values[name];
  if (typeof value !== 'string') return undefined;
  const word = words.find(known => known === value);
  if (word === undefined) throw new WrongUse(`"--${name}" is ${words.join(' or ')}, not "${value}".`);
  return word;
}

/** What a file is called says what it is meant to be. */
function formatByEnding(file: string | undefined): PictureFormat {
  const ending = /\.(\w+)$/.exec(file ?? '')?.[1]?.toLowerCase() ?? '';
  return pictureEndings[ending] ?? 'svg';
}

const pictureEndings: Readonly<Record<string, PictureFormat>> = {
  html: 'html',
  htm: 'html',
  mmd: 'mermaid',
  mermaid: 'mermaid',
  png: 'png',
};

function textIn(name: string, values: Values): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

function texts(name: string, values: Values): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value.flatMap(each => String(each).split(',')).filter(each => each !== '') : [];
}

function onlyOne(positionals: readonly string[], what: string): string {
  const [only, ...more] = positionals;
  if (only === undefined || only === '') throw new WrongUse(`Name ${what}.`);
  if (more.length > 0) throw new WrongUse(`Only one at a time: name ${what}.`);
  return only;
}
