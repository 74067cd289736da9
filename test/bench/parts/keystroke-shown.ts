import { createFolder, startClient, type TestClient } from '../../server/client.ts';
import { lineStartsOf, positionAt } from '../../../src/core/text/lines.ts';
import { betFiles } from '../corpus/corpus.ts';
import { longHierarchy } from '../corpus/long.ts';
import type { CorpusFile } from '../corpus/planted.ts';
import { timesOf, type Times } from '../measure.ts';
import type { Part } from '../part.ts';
import { typing } from '../typing.ts';
import { linesOf, longestBets } from './keystroke.ts';

/** A letter more or less in an editor: from its message to the server until the findings of that text have arrived. */
export const keystrokeShown: Part = {
  name: 'keystroke-shown',
  title: 'a keystroke until the editor has the findings, over the protocol',
  async run(bench) {
    const folder = createFolder(Object.fromEntries(betFiles(100)));
    const client = await startClient({ folders: [folder.uri] });
    try {
      const rows = [];
      const long: CorpusFile = ['long.metrics.yaml', longHierarchy(10_000)];
      for (const file of longestBets()) rows.push(await typed(file, bench.runs(200)));
      const large = await typed(long, bench.runs(10));
      return {
        rows: [...rows, large],
        figures: { keystrokeShown: Math.max(...rows.map(({ times }) => times.p95)) },
        notes: ['from 2,000 lines on the server waits for a pause in typing of 150 ms, which is part of the last row'],
      };
    } finally {
      await client.stop();
      folder.remove();
    }

    async function typed(file: CorpusFile, runs: number): Promise<{ what: string; times: Times }> {
      const name = file[0].endsWith('.md') ? 'Markdown' : 'YAML';
      const samples = await typeInto(client, folder.uriOf(file[0]), file[1], runs);
      return { what: `${name}, ${linesOf(file[1]).toLocaleString('en')} lines`, times: timesOf(samples) };
    }
  },
};

const warmUp = 20;

async function typeInto(client: TestClient, uri: string, text: string, runs: number): Promise<readonly number[]> {
  const strokes = typing(text);
  const samples: number[] = [];
  client.open(uri, text);
  await client.until('the document is judged', () => client.version(uri) === 1);
  let before = text;
  for (let run = 0; run < runs + Math.min(runs, warmUp); run++) {
    const { text: after, offset, removed, typed } = strokes.next().value;
    const lines = lineStartsOf(before);
    const range = { start: positionAt(lines, offset), end: positionAt(lines, offset + removed) };
    const version = run + 2;
    const start = performance.now();
    client.change(uri, version, { range, text: typed });
    await client.until('the findings of this text are there', () => client.version(uri) === version);
    samples.push(performance.now() - start);
    before = after;
  }
  client.close(uri);
  return samples.slice(-runs);
}
