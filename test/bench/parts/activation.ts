import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { outHome, root } from '../../../scripts/lib/paths.mjs';
import { runInWindow } from '../../../scripts/lib/test-window.mjs';
import { median, ratioOfPairs, timesOf } from '../measure.ts';
import type { Part, PartResult } from '../part.ts';

/** What VS Code says it took to activate the extension, beside one that does nothing, in the same windows. */
export const activation: Part = {
  name: 'activation',
  title: 'activation in VS Code, as it reports it: loading the entry and running `activate`',
  async run(bench): Promise<PartResult> {
    const entry = statSync(join(root, 'dist/extension.node.js')).size / 1000;
    const size = { what: 'dist/extension.node.js', more: `${entry.toFixed(1)} kB` };
    const empty = emptyExtension(bench.scratch('empty'));
    const reports: Report[] = [];
    try {
      for (let run = 0; run < bench.runs(7); run++) reports.push(await activateBoth(empty, bench.scratch('nothing')));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return {
        rows: [size],
        figures: { entrySize: entry },
        notes: [`not measured, no VS Code could be started: ${why}`],
      };
    }
    const [ours, theirs] = [reports.map(({ betwright }) => betwright), reports.map(report => report.empty)];
    const ratio = ratioOfPairs(ours.map(ready), theirs.map(ready));
    return {
      rows: [
        size,
        {
          what: 'Betwright',
          times: timesOf(ours.map(ready)),
          against: `${ratio.toFixed(1)} × empty`,
          more: split(ours),
        },
        { what: 'an empty extension', times: timesOf(theirs.map(ready)), more: split(theirs) },
      ],
      figures: { activation: median(ours.map(ready)), activationEmpty: ratio, entrySize: entry },
    };
  },
};

/** Milliseconds, as in “Developer: Startup Performance”. */
interface Activation {
  readonly load: number;
  readonly call: number;
  readonly finish: number;
}

interface Report {
  readonly betwright: Activation;
  readonly empty: Activation;
}

/** What “Running Extensions” shows as the activation. */
function ready({ load, call }: Activation): number {
  return load + call;
}

function split(activations: readonly Activation[]): string {
  const of = (name: keyof Activation): string => median(activations.map(each => each[name])).toFixed(0);
  return `load ${of('load')}, call ${of('call')}, finish ${of('finish')} ms`;
}

async function activateBoth(empty: string, folder: string): Promise<Report> {
  const testsPath = join(outHome, 'bench/activation.cjs');
  const entryPoints = [join(import.meta.dirname, '../activation.ts')];
  buildSync({ entryPoints, outfile: testsPath, bundle: true, platform: 'node', format: 'cjs', external: ['vscode'] });
  let printed = '';
  const onOutput = (text: string): void => void (printed += text);
  // Before ours: what the first of all extensions waits for is not its own.
  const extensions = [empty, root];
  const code = await runInWindow({ extensions, testsPath, extensionHost: 'node', folder, onOutput });
  const report = /^activation (\{.*\})$/m.exec(printed)?.[1];
  if (code !== 0 || report === undefined) throw new Error(printed.trim().slice(0, 1000));
  return JSON.parse(report) as Report;
}

function emptyExtension(folder: string): string {
  const manifest = {
    ...{ name: 'empty', publisher: 'bench', version: '0.0.1', engines: { vscode: '^1.100.0' } },
    ...{ main: './main.js', activationEvents: [] },
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'main.js'), 'exports.activate = () => undefined;\n');
  return folder;
}
