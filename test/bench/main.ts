import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { buildFileModel } from '../../src/core/model/file-model.ts';
import { readDate } from '../../src/core/model/values/date.ts';
import { parseFile } from '../../src/core/parse/file.ts';
import { judgeFile } from '../../src/core/rules/judge.ts';
import { createJudge, type Judge } from '../../src/core/service.ts';
import { answerTimes } from './answers.ts';
import { corpusDay, generateCorpus, longDocument, type Corpus } from './corpus.ts';
import { changes, copiesFor, mixedCorpus, rejudgedAfter, wrongFindings } from './mixed.ts';
import { growth, measure, milliseconds, timesOf } from './measure.ts';

const root = join(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000' },
    json: { type: 'string' },
    /** The names of the parts that are wanted; all without it. */
    only: { type: 'string' },
  },
});
const sizes = options.sizes.split(',').map(Number);
const results: Record<string, unknown> = {
  machine: {
    node: process.version,
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
  },
};

function say(line: string): void {
  console.log(line);
}

function newJudge(): Judge {
  const today = readDate(corpusDay);
  if (today === undefined) throw new Error('not a day');
  return createJudge({ today, mode: 'scaling', severities: {} });
}

/** Speed counts only together with every planted defect found, and nothing else. */
function proveFindings(corpus: Corpus): void {
  const judge = newJudge();
  for (const [file, text] of corpus.files) judge.set(file, text);
  judge.update();
  const found = judge.workspace.files().flatMap(file => judge.findings(file).map(finding => `${file} ${finding.rule}`));
  const wanted = corpus.planted.map(({ file, rule }) => `${file} ${rule}`);
  const extra = found.filter(line => !wanted.includes(line));
  const missed = wanted.filter(line => !found.includes(line));
  if (extra.length + missed.length > 0)
    throw new Error(`wrong findings\nmissed: ${missed.slice(0, 5).join('\n')}\nextra: ${extra.slice(0, 5).join('\n')}`);
  say(`all ${String(wanted.length)} planted defects of ${String(corpus.files.size)} files found, and nothing else\n`);
}

function benchColdCheck(): void {
  say('cold check of a workspace (whole process of the command line, page cache warm)');
  const points: { size: number; cost: number }[] = [];
  const rows: unknown[] = [];
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'betwright-bench-'));
    try {
      const corpus = generateCorpus(size);
      for (const [file, text] of corpus.files) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
      }
      const runs = size >= 10_000 ? 3 : 5;
      const samples: number[] = [];
      let memory = 0;
      for (let run = 0; run < runs; run++) {
        const start = performance.now();
        const args = [
          '--import',
          `data:text/javascript,process.on('exit',()=>console.error('maxrss '+process.resourceUsage().maxRSS))`,
          join(root, 'dist/cli.js'),
        ];
        const result = spawnSync(
          process.execPath,
          [...args, 'check', '--today', corpusDay, '--format', 'json', '--fail-on', 'never', folder],
          { encoding: 'utf8', maxBuffer: 2 ** 30 },
        );
        samples.push(performance.now() - start);
        memory = Math.max(memory, Number(/maxrss (\d+)/.exec(result.stderr)?.[1] ?? 0) / 1024);
        if (result.status !== 0) throw new Error(`check failed: ${result.stderr.slice(0, 500)}`);
      }
      const times = timesOf(samples);
      const reading = measure(3, 1, () => {
        for (const file of corpus.files.keys()) readFileSync(join(folder, file), 'utf8');
      });
      const filesPerSecond = (corpus.files.size / times.p50) * 1000;
      points.push({ size: corpus.files.size, cost: times.p50 });
      rows.push({ files: corpus.files.size, ...times, filesPerSecond, memoryMiB: memory, readingMs: reading.p50 });
      say(
        `  ${String(corpus.files.size).padStart(6)} files  p50 ${milliseconds(times.p50)}  p95 ${milliseconds(times.p95)}  ${filesPerSecond.toFixed(0)} files/s  ${(times.p50 / reading.p50).toFixed(1)}× reading them  ${memory.toFixed(0)} MiB`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  say(`  growth: cost ~ files ^ ${growth(points).toFixed(2)}\n`);
  results['coldCheck'] = { rows, growth: growth(points) };
}

function benchKeystroke(): void {
  say('keystroke to findings (computing only: parse, model, rules)');
  const rows: unknown[] = [];
  const corpus = generateCorpus(20);
  const [short] = [...corpus.files].filter(([file]) => file.endsWith('.bet.yaml'));
  for (const [name, text, file] of [
    ['120 lines', short?.[1] ?? '', 'a.bet.yaml'],
    ['10,000 lines', longDocument(10_000), 'a.metrics.yaml'],
  ] as const) {
    const judge = newJudge();
    const place = Math.floor(text.length / 2);
    const long = text.length > 50_000;
    const times = measure(long ? 20 : 300, long ? 3 : 50, run => {
      judge.set(
        file,
        `${text.slice(0, place)}# typed ${String(run)}\n${text.slice(place)}`.replace(/\n(.*)# typed/, '\n# typed $1'),
      );
      judge.update();
      judge.findings(file);
    });
    rows.push({ name, lines: text.split('\n').length, ...times });
    say(`  ${name.padEnd(13)} p50 ${milliseconds(times.p50)}  p95 ${milliseconds(times.p95)}`);
  }
  say('');
  results['keystroke'] = rows;
}

function benchOneChange(): void {
  say('one changed file in a workspace (everything it affects judged again)');
  const rows: unknown[] = [];
  for (const size of sizes) {
    const corpus = generateCorpus(size);
    const before = heap();
    const judge = newJudge();
    for (const [file, text] of corpus.files) judge.set(file, text);
    judge.update();
    const perThousand = ((heap() - before) / corpus.files.size) * 1000;
    const files = [...corpus.files].filter(([file]) => file.includes('MX-'));
    const times = measure(100, 20, run => {
      const [file, text] = files[Math.abs(run) % files.length] ?? ['', ''];
      judge.set(file, text.replace('1.1%', `1.${String(Math.abs(run) % 9)}%`));
      judge.update();
    });
    rows.push({ files: corpus.files.size, ...times, heapMiBPerThousand: perThousand });
    say(
      `  ${String(corpus.files.size).padStart(6)} files  p50 ${milliseconds(times.p50)}  p95 ${milliseconds(times.p95)}  index ${perThousand.toFixed(1)} MiB per 1,000 files`,
    );
  }
  say('');
  results['oneChange'] = rows;
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/** Files of every kind in both notations: what the rules cost beside reading them, and how far a change goes. */
function benchMixed(): void {
  const files = mixedCorpus(copiesFor(Math.max(...sizes)));
  say(`${String(files.size)} mixed files: all kinds, half YAML, half Markdown, every rule planted`);
  const judge = newJudge();
  for (const [file, text] of files) judge.set(file, text);
  judge.update();
  const { extra, missed, planted } = wrongFindings(judge, files);
  if (extra.length + missed.length > 0)
    throw new Error(`wrong findings\nmissed: ${missed.slice(0, 5).join('\n')}\nextra: ${extra.slice(0, 5).join('\n')}`);
  say(`  all ${String(planted)} planted defects found at their places, and nothing else`);

  const [reading, judging]: [number[], number[]] = [[], []];
  for (const [file, text] of files) {
    const start = performance.now();
    const parsed = parseFile(file, text);
    const model = parsed && buildFileModel(file, parsed);
    const middle = performance.now();
    if (model) judgeFile(model, judge.workspace.lookup, judge.settings);
    judging.push(performance.now() - middle);
    reading.push(middle - start);
  }
  const [readingTime, judgingTime] = [sum(reading), sum(judging)];
  const share = judgingTime / readingTime;
  say(
    `  a file: parse and model ${milliseconds(timesOf(reading).p50)}, every rule ${milliseconds(timesOf(judging).p50)} (p50); together the rules cost ${share.toFixed(2)}× the reading`,
  );
  if (share >= 1) throw new Error('the rules cost more than reading and parsing the files');

  say('  files judged again after a change in one file');
  const affected = changes.map(change => ({ what: change.what, files: rejudgedAfter(judge, files, change) }));
  for (const { what, files: count } of affected) say(`    ${what.padEnd(28)} ${String(count).padStart(6)}`);

  const answers = answerTimes(judge, files);
  say(
    `  what an editor asks meanwhile (the first completion looks over the workspace: ${milliseconds(answers.catalog)})`,
  );
  for (const name of ['completion', 'hover', 'lenses', 'hints'] as const)
    say(`    ${name.padEnd(12)} p50 ${milliseconds(answers[name].p50)}, p95 ${milliseconds(answers[name].p95)}`);
  say('');
  results['mixed'] = { files: files.size, planted, readingTime, judgingTime, share, affected, answers };
}

function sum(samples: readonly number[]): number {
  return samples.reduce((total, sample) => total + sample, 0);
}

function benchStart(): void {
  say('start (whole process, against an empty one)');
  const run = (args: readonly string[]): number => {
    const start = performance.now();
    spawnSync(process.execPath, args, { stdio: 'ignore' });
    return performance.now() - start;
  };
  const samples: Record<string, number[]> = { empty: [], help: [] };
  for (let i = 0; i < 15; i++) {
    samples['empty']?.push(run(['-e', '0']));
    samples['help']?.push(run([join(root, 'dist/cli.js'), '--help']));
  }
  const empty = timesOf(samples['empty'] ?? []);
  const help = timesOf(samples['help'] ?? []);
  say(
    `  node -e 0: ${milliseconds(empty.p50)}   betwright --help: ${milliseconds(help.p50)} (${(help.p50 / empty.p50).toFixed(2)}×)`,
  );
  for (const bundle of [
    'extension.node.js',
    'client.node.js',
    'server.node.js',
    'extension.web.js',
    'server.web.js',
    'webview.js',
    'cli.js',
    'cli.run.js',
  ]) {
    say(`  dist/${bundle}: ${(statSync(join(root, 'dist', bundle)).size / 1024).toFixed(0)} KB`);
  }
  say('');
  results['start'] = { empty, help };
}

/** What VS Code waits for when it activates the extension: loading the entry and running `activate`. */
function benchActivation(): void {
  say('activation of the extension in VS Code (load and activate, measured in the extension host)');
  const bundle = join(root, 'out/bench/activation.cjs');
  const entryPoints = [join(import.meta.dirname, 'activation.ts')];
  buildSync({ entryPoints, outfile: bundle, bundle: true, platform: 'node', format: 'cjs', external: ['vscode'] });
  const folder = mkdtempSync(join(tmpdir(), 'betwright-bench-'));
  const samples: number[] = [];
  for (let run = 0; run < 3; run++) {
    const launcher = [join(root, 'scripts/lib/run-in-vscode.mjs'), join(root, 'scripts/lib/vscode-executable.mjs')];
    const result = spawnSync(process.execPath, [...launcher, root, bundle, folder], { encoding: 'utf8' });
    const time = /activation ([\d.]+) ms/.exec(result.stdout)?.[1];
    if (time !== undefined) samples.push(Number(time));
  }
  rmSync(folder, { recursive: true, force: true });
  if (samples.length === 0) say('  not measured: no VS Code could be started (run "npm test" once, it brings one)');
  else say(`  ${samples.map(milliseconds).join(', ')}`);
  say('');
  results['activation'] = samples;
}

const { node, cpu, cores, memoryGiB, system } = results['machine'] as Record<string, string>;
say(`Node ${node ?? ''} on ${cpu ?? ''}, ${cores ?? ''} cores, ${memoryGiB ?? ''} GiB, ${system ?? ''}\n`);
proveFindings(generateCorpus(1000));
const parts: Readonly<Record<string, () => void>> = {
  start: benchStart,
  activation: benchActivation,
  mixed: benchMixed,
  keystroke: benchKeystroke,
  change: benchOneChange,
  cold: benchColdCheck,
};
for (const [name, bench] of Object.entries(parts))
  if (options.only === undefined || options.only.split(',').includes(name)) bench();
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);
