import { lstatSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { hierarchyFor, type HierarchyAnswer } from '../core/features/hierarchy-graph.ts';
import { entriesWithId } from '../core/report/entry.ts';
import type { Judge } from '../core/service.ts';
import type { HierarchyGraph } from '../core/views/hierarchy/graph.ts';
import { hierarchyPage } from '../core/views/hierarchy/page.ts';
import { renderHierarchy } from '../core/views/hierarchy/svg.ts';
import { mermaidHierarchy } from '../core/views/mermaid/hierarchy.ts';
import { stillSvg } from '../core/views/still/still-svg.ts';
import type { Command } from './command-line.ts';
import type { Console } from './console.ts';
import { exitCodes } from './exit-codes.ts';
import { load } from './load.ts';
import { scopeOf } from './scope.ts';
import { notFound } from './show.ts';
import { writeOut } from './write-out.ts';

/** Draws the metrics hierarchy of an artifact, named by its id or by its file: the picture that the preview shows. */
export async function graph(command: Command & { readonly name: 'graph' }, console: Console): Promise<number> {
  const workingDirectory = process.cwd();
  const { subject, out } = command;
  const { judge } = await load(scopeOf(isFile(subject) ? ['.', subject] : [], workingDirectory), command.common);
  const answer = answerFor(subject, judge, workingDirectory);
  if (typeof answer === 'string') {
    console.warn(answer);
    return exitCodes.wrongUse;
  }
  if (command.format === 'png' && out === undefined && process.stdout.isTTY) {
    console.warn('A PNG is nothing for a terminal: name a file by --out.');
    return exitCodes.wrongUse;
  }
  return writeOut(await pictureOf(answer.graph, command), out, console);
}

async function pictureOf(
  graph: HierarchyGraph,
  { format, theme }: Command & { readonly name: 'graph' },
): Promise<string | Uint8Array> {
  switch (format) {
    case 'svg': {
      const svg = renderHierarchy(graph, 'embedded');
      return `${theme === undefined ? svg : stillSvg(svg, theme)}\n`;
    }
    case 'html':
      return hierarchyPage(graph);
    case 'mermaid':
      return mermaidHierarchy(graph);
    case 'png': {
      const { startPng } = await import('../png/png.ts');
      const pngOf = await startPng();
      return pngOf(stillSvg(renderHierarchy(graph, 'embedded'), theme ?? 'light'));
    }
  }
}

type Drawable = Exclude<HierarchyAnswer, { readonly state: 'none' }>;

/** What to draw, or in words why nothing can be drawn. */
function answerFor(subject: string, judge: Judge, workingDirectory: string): Drawable | string {
  const [entry] = entriesWithId(subject, judge);
  if (entry === undefined && !isFile(subject)) return notFound(subject, judge);
  const file = entry?.file ?? relative(workingDirectory, resolve(workingDirectory, subject)).split(sep).join('/');
  const answer = hierarchyFor(judge, file, entry?.part.holder.id);
  if (answer.state !== 'none') return answer;
  switch (answer.reason) {
    case 'notOurs':
      return `${file} holds no artifact.`;
    case 'broken':
      return `${file} can't be parsed. "betwright check" says where.`;
    case 'noMetrics':
      return `"${answer.title}" has no metrics to draw.`;
  }
}

function isFile(subject: string): boolean {
  try {
    return lstatSync(subject, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // An id may be what no file can be called.
    return false;
  }
}
