import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { outHome, root } from '../../../scripts/lib/paths.mjs';
import { runInWindow } from '../../../scripts/lib/test-window.mjs';
import { median, ratioOfPairs, timesOf } from '../measure.ts';
import type { Part, PartResult } from '../part.ts';

/** What VS Code says it took to activate the extension, beside one that does nothing, in windows that open in turn. */
export const activation: Part = {
  name: 'activation',
  title: 'activation in VS Code, as it reports it: loading the entry and running `activate`',
  async run(bench): Promise<PartResult> {
    const entry = statSync(join(root, 'dist/extension.node.js')).size / 1000;
    const size = { what: 'dist/extension.node.js', more: `${entry.toFixed(1)} kB` };
    const empty = emptyExtension(bench.scratch('empty'));
    const [ours, theirs]: [Activation[], Activation[]] = [[], []];
    try {
      for (let run = 0; run < bench.runs(5); run++) {
        ours.push(await activate(root, bench.scratch('nothing')));
        theirs.push(await activate(empty, bench.scratch('nothing')));
      }
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { rows: [size], figures: { entrySize: entry }, notes: [`not measured, VS Code did not do it: ${why}`] };
    }
    const ratio = ratioOfPairs(ours.map(whole), theirs.map(whole));
    return {
      rows: [
        size,
        { what: 'Betwright', times: timesOf(ours.map(ready)), more: split(ours) },
        { what: 'an empty extension', times: timesOf(theirs.map(ready)), more: split(theirs) },
        {
          what: 'Betwright, as who asks for it waits',
          times: timesOf(ours.map(whole)),
          against: `${ratio.toFixed(1)} × empty`,
        },
        { what: 'an empty extension, as who asks for it waits', times: timesOf(theirs.map(whole)) },
      ],
      figures: { activation: median(ours.map(ready)), activationEmpty: ratio, entrySize: entry },
      notes: [
        'VS Code reports whole milliseconds, too coarse for an empty extension: the ratio is that of the waiting',
      ],
    };
  },
};

/** Milliseconds; all but the first as in “Developer: Startup Performance”. */
interface Activation {
  /** From asking for the activation until it is done, with all that VS Code does for it. */
  readonly whole: number;
  readonly load: number;
  readonly call: number;
  readonly finish: number;
}

/** What “Running Extensions” shows as the activation. */
function ready({ load, call }: Activation): number {
  return load + call;
}

function whole(activation: Activation): number {
  return activation.whole;
}

function split(activations: readonly Activation[]): string {
  const of = (name: keyof Activation): string => median(activations.map(each => each[name])).toFixed(0);
  return `load ${of('load')}, call ${of('call')}, finish ${of('finish')} ms`;
}

async function activate(extension: string, folder: string): Promise<Activation> {
  const testsPath = join(outHome, 'bench/activation.cjs');
  const entryPoints = [join(import.meta.dirname, '../activation.ts')];
  buildSync({ entryPoints, outfile: testsPath, bundle: true, platform: 'node', format: 'cjs', external: ['vscode'] });
  let printed = '';
  const onOutput = (text: string): void => void (printed += text);
  const code = await runInWindow({ extensions: [extension], testsPath, extensionHost: 'node', folder, onOutput });
  const report = /^activation (\{.*\})$/m.exec(printed)?.[1];
  if (code !== 0 || report === undefined) throw new Error(printed.trim().slice(-1000));
  return JSON.parse(report) as Activation;
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
