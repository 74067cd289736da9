import { checkArguments } from '../checks.ts';
import { betFiles } from '../corpus/corpus.ts';
import { writeCorpus } from '../corpus/disk.ts';
import type { CorpusFile } from '../corpus/planted.ts';
import { inTurn, ratioOfPairs, timesOf } from '../measure.ts';
import type { Bench, Part, PartResult, Row } from '../part.ts';
import { markdownPeers, yamlPeers, type PeerCommand } from '../peers/commands.ts';
import { languageServerRows } from '../peers/language-server.ts';
import { timeProcess } from '../processes.ts';

/** Other tools at the part of the job that they can do, in turn with ours. They know no rule and no reference. */
export const peers: Part = {
  name: 'peers',
  title: 'other tools: the YAML half by its schema, the Markdown half read',
  async run(bench): Promise<PartResult> {
    if (bench.peers === undefined) return { rows: [], notes: ['not measured: `--peers` installs them'] };
    const rows: Row[] = [];
    let checkPeer: number | undefined;
    for (const size of bench.sizes.filter(each => each <= 10_000)) {
      for (const [ending, commands] of [
        ['.bet.yaml', yamlPeers(bench.peers)],
        ['.bet.md', markdownPeers(bench.peers)],
      ] as const) {
        const compared = compare(bench, size, ending, commands);
        rows.push(...compared.rows);
        if (size === 10_000) checkPeer ??= compared.ratios.get('C++ jsonschema');
      }
    }
    rows.push(...(await languageServerRows(bench.peers, bench)));
    const notes = Object.entries(bench.peers.versions).map(([name, version]) => `${name} ${version}`);
    return { rows, figures: { ...(checkPeer !== undefined && { checkPeer }) }, notes: [notes.join(', ')] };
  },
};

/** How many times what the other takes we take, by its name. */
interface Compared {
  readonly rows: readonly Row[];
  readonly ratios: ReadonlyMap<string, number>;
}

function compare(bench: Bench, size: number, ending: string, commands: readonly PeerCommand[]): Compared {
  const half = Math.ceil(size / 2);
  const { folder } = writeCorpus(bench.scratch(`peers-${half}${ending}`), bets(half, ending));
  const files = `${half.toLocaleString('en')} ${ending === '.bet.md' ? 'Markdown' : 'YAML'} files`;
  const rows: Row[] = [];
  const ratios = new Map<string, number>();
  for (const { name, command, args } of commands.filter(each => size <= each.most)) {
    const jobs = {
      ours: () => timeProcess(process.execPath, checkArguments(), folder),
      theirs: () => timeProcess(command, args(folder), folder),
    };
    try {
      const warm = jobs.ours() + jobs.theirs();
      const runs = bench.runs(warm > 5_000 ? 2 : 5);
      const samples = inTurn({ ours: runs, theirs: runs }, jobs);
      const ratio = ratioOfPairs(samples.ours, samples.theirs);
      ratios.set(name, ratio);
      rows.push(
        { what: `${name}, ${files}`, times: timesOf(samples.theirs) },
        { what: 'betwright, the same', times: timesOf(samples.ours), against: `${ratio.toFixed(2)} × ${name}` },
      );
    } catch (error) {
      rows.push({
        what: `${name}, ${files}`,
        more: `failed: ${error instanceof Error ? error.message : String(error)}`,
      });
    }
  }
  return { rows, ratios };
}

/** Bets of one notation that need no other file. */
function* bets(count: number, ending: string): Generator<CorpusFile> {
  let written = 0;
  for (const [file, text] of betFiles(count * 3)) {
    if (!file.endsWith(ending) || text.includes('MX-')) continue;
    yield [file, text];
    if (++written === count) return;
  }
}
