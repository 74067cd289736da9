import { parseArgs } from 'node:util';

export interface Options {
  /** Names of the parts that are wanted; all without it. */
  readonly only: readonly string[] | undefined;
  readonly skip: readonly string[];
  /** Numbers of files, from small to large. */
  readonly sizes: readonly number[];
  /** How often each job is to run, in place of what is usual for it. */
  readonly runs: number | undefined;
  readonly isQuick: boolean;
  readonly hasPeers: boolean;
  readonly json: string | undefined;
  readonly plot: string | undefined;
  readonly isWritten: boolean;
  readonly isHelp: boolean;
}

export const usage = `Measures how fast Betwright is, on a workspace that it makes itself.

  npm run bench -- [options]
    --only A,B       these parts alone; --list names them
    --skip A,B       all but these
    --sizes 1000,…   numbers of files (usually 1000,10000,100000)
    --runs N         so many runs of each job
    --quick          100 and 1,000 files and few runs: whether it works, not how fast it is
    --peers          other tools too, which are installed below out/ for it
    --json FILE      keeps everything that was measured
    --plot FILE      draws the growth as SVG
    --write          puts the figures and the plot into the documentation
    --list, --help   what they say
`;

/** @throws TypeError on an option that nobody knows */
export function readOptions(args: readonly string[]): Options & { readonly isList: boolean } {
  const { values } = parseArgs({ args: [...args], options: known });
  const sizes = (values.sizes ?? (values.quick ? '100,1000' : '1000,10000,100000')).split(',').map(Number);
  if (sizes.some(size => !Number.isInteger(size) || size < 1)) throw new TypeError('--sizes are whole numbers');
  const runs = values.runs === undefined ? undefined : Number(values.runs);
  if (runs !== undefined && !(runs >= 1)) throw new TypeError('--runs is a number from 1');
  return {
    only: values.only?.split(','),
    skip: values.skip?.split(',') ?? [],
    sizes: [...new Set(sizes)].sort((a, b) => a - b),
    runs,
    isQuick: values.quick,
    hasPeers: values.peers,
    json: values.json,
    plot: values.plot,
    isWritten: values.write,
    isHelp: values.help,
    isList: values.list,
  };
}

const flag = { type: 'boolean', default: false } as const;
const text = { type: 'string' } as const;
const known = {
  ...{ only: text, skip: text, sizes: text, runs: text, json: text, plot: text },
  ...{ quick: flag, peers: flag, write: flag, help: flag, list: flag },
} as const;
