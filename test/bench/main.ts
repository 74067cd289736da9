import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { createBench } from './context.ts';
import { goals, type Figures } from './goals.ts';
import { machineText, thisMachine } from './machine.ts';
import { readOptions, usage, type Options } from './options.ts';
import type { Bench, Part, PartResult } from './part.ts';
import { parts } from './parts/index.ts';
import { installPeers } from './peers/install.ts';
import { proveFindings } from './proof.ts';
import { withFigures } from './report/document.ts';
import { goalsText, partText } from './report/text.ts';

void start().then(() => {
  // What a part left behind, such as the pipe of a server, must not keep the bench from ending.
  process.exit();
});

async function start(): Promise<void> {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options.isHelp) console.log(usage);
    else if (options.isList) for (const { name, title } of parts) console.log(`${name.padEnd(16)} ${title}`);
    else await runBench(options);
  } catch (error) {
    console.error(error instanceof TypeError ? error.message : error);
    process.exitCode = 1;
  }
}

async function runBench(chosen: Options): Promise<void> {
  const wanted = choose(chosen);
  const machine = thisMachine(new Date());
  console.log(`${machineText(machine)}\n`);
  console.log(`${proveFindings()}\n`);
  const peers = chosen.hasPeers ? await installPeers(line => console.log(line)) : undefined;
  const bench = createBench(chosen, peers);
  const measured: { readonly part: Part; readonly result: PartResult }[] = [];
  for (const part of wanted) {
    console.log(part.title);
    const began = performance.now();
    const result = await perform(part, bench);
    console.log(partText(result).replace(/\n$/, `\n  (${((performance.now() - began) / 1000).toFixed(0)} s)\n`));
    measured.push({ part, result });
  }
  const figures: Figures = Object.assign({}, ...measured.map(({ result }) => result.figures ?? {})) as Figures;
  console.log(goalsText(figures));

  const results = Object.fromEntries(measured.map(({ part, result }) => [part.name, { title: part.title, ...result }]));
  const everything = { machine, peers: peers?.versions, goals, figures, parts: results };
  if (chosen.json !== undefined) writeFileSync(chosen.json, `${JSON.stringify(everything, null, 2)}\n`);
  const picture = measured.find(({ result }) => result.picture !== undefined)?.result.picture;
  if (chosen.plot !== undefined && picture !== undefined) writeFileSync(chosen.plot, picture);
  if (!chosen.isWritten) return;
  const page = join(root, 'docs/performance.md');
  const told = measured.map(({ part, result }) => ({ title: part.title, result }));
  const drawn = picture === undefined ? undefined : 'growth.svg';
  const report = { machine: machineText(machine), figures, picture: drawn, parts: told };
  writeFileSync(page, withFigures(readFileSync(page, 'utf8'), report));
  if (picture !== undefined) writeFileSync(join(root, 'docs/growth.svg'), picture);
}

/** A part that fails says so, and the others are measured all the same. */
async function perform(part: Part, bench: Bench): Promise<PartResult> {
  try {
    return await part.run(bench);
  } catch (error) {
    process.exitCode = 1;
    return { rows: [], notes: [`failed: ${error instanceof Error ? error.message : String(error)}`] };
  }
}

function choose({ only, skip }: Options): readonly Part[] {
  const unknown = [...(only ?? []), ...skip].filter(name => parts.every(part => part.name !== name));
  if (unknown.length > 0) throw new TypeError(`There is no part ${unknown.join(', ')}: --list names them`);
  return parts.filter(({ name }) => (only === undefined || only.includes(name)) && !skip.includes(name));
}
