import { hierarchyFor } from '../core/features/hierarchy-graph.ts';
import type { Judge } from '../core/service.ts';
import { safeName } from '../core/text/safe-name.ts';
import type { HierarchyGraph } from '../core/views/hierarchy/graph.ts';
import { hierarchyPage } from '../core/views/hierarchy/page.ts';
import { renderHierarchy } from '../core/views/hierarchy/svg.ts';
import { mermaidHierarchy } from '../core/views/mermaid/hierarchy.ts';
import { stillSvg } from '../core/views/still/still-svg.ts';
import type { Documents } from './documents.ts';
import type { Judging } from './judging.ts';
import type { ExportAnswer, ExportQuestion } from './protocol.ts';

/** Loads what turns a picture into dots; absent where that can't run. */
export type LoadPng = () => Promise<(svg: string) => Uint8Array>;

/** Writes the metrics hierarchy of a place in a file in the format that is wanted, from the texts as they are in the editor. */
export function createExport(
  judge: Judge,
  documents: Documents,
  judging: Judging,
  loadPng: LoadPng | undefined,
): (question: ExportQuestion) => Promise<ExportAnswer> {
  let png: ReturnType<LoadPng> | undefined;

  async function contentOf(graph: HierarchyGraph, { format, theme }: ExportQuestion): Promise<string | undefined> {
    switch (format) {
      case 'svg':
        return `${renderHierarchy(graph, 'embedded')}\n`;
      case 'html':
        return hierarchyPage(graph);
      case 'mermaid':
        return mermaidHierarchy(graph);
      case 'png': {
        if (loadPng === undefined) return undefined;
        png ??= loadPng();
        const dots = (await png)(stillSvg(renderHierarchy(graph, 'embedded'), theme === 'dark' ? 'dark' : 'light'));
        return base64(dots);
      }
    }
  }

  return async question => {
    for (const open of documents.uris()) judging.settle(open);
    const answer = hierarchyFor(judge, question.uri, question.offset);
    if (answer.state === 'none') return { refused: answer.reason };
    const content = await contentOf(answer.graph, question);
    if (content === undefined) return { refused: 'noPng' };
    const { title, subtitle } = answer.graph;
    return { name: safeName(subtitle ?? title), content };
  };
}

/** As text, which is what the protocol carries. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
