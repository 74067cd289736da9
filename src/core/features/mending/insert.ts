import type { AnyArtifact } from '../../model/artifact.ts';
import type { Located } from '../../model/located.ts';
import { sectionsInside, sectionsOf, type Section } from '../../model/markdown/sections.ts';
import type { FieldPath } from '../../rules/fix.ts';
import { touches, type Span } from '../../text/span.ts';
import { lineEnding } from '../edits.ts';
import { sheetOf, type Desk } from '../refactor/desk.ts';
import { pageOf } from '../refactor/markdown-pages.ts';
import { chapterLines } from '../refactor/markdown-text.ts';
import { isInBody, yamlRoot } from '../refactor/place.ts';
import type { Value } from '../refactor/value.ts';
import { yamlFlow, yamlItems } from '../refactor/yaml-text.ts';
import { nodeAt, type Sheet } from '../refactor/yaml-sheet.ts';
import { spotAt } from './spot-at.ts';

/** Writes new stages before one that is there. */
export function insertItems(desk: Desk, artifact: AnyArtifact, path: FieldPath, items: readonly Value[]): void {
  const sheet = sheetOf(desk, artifact.file);
  const before = spotAt(artifact, path)?.model;
  if (sheet === undefined) return;
  const isDone =
    before !== undefined &&
    (isInBody(sheet.parsed, before.span)
      ? insertChapters(sheet, before, items)
      : insertInList(sheet, artifact, path, items));
  if (!isDone) desk.obstacles.push('There is no room for it before what stands there.');
}

function insertInList(sheet: Sheet, artifact: AnyArtifact, path: FieldPath, items: readonly Value[]): boolean {
  const { parsed } = sheet;
  const { text } = parsed;
  const list = nodeAt(yamlRoot(parsed, artifact), path.slice(0, -1));
  const node = nodeAt(yamlRoot(parsed, artifact), path);
  if (list?.type !== 'list' || node === undefined || text[list.span.start] === '*') return false;
  const at = node.span.start;
  if (list.flow) {
    sheet.edits.push({ span: { start: at, end: at }, newText: items.map(item => `${yamlFlow(item)}, `).join('') });
    return true;
  }
  const start = lineStart(text, at);
  const dash = /^[ \t]*-[ \t]+$/.exec(text.slice(start, at));
  if (dash === null) return false;
  const indent = /^[ \t]*/.exec(dash[0])?.[0] ?? '';
  const eol = lineEnding(text);
  const lines = yamlItems(items).map(line => indent + line + eol);
  sheet.edits.push({ span: { start, end: start }, newText: lines.join('') });
  return true;
}

/** Each stage under a heading, before the heading of the one that is there. */
function insertChapters(sheet: Sheet, before: Located, items: readonly Value[]): boolean {
  const { parsed } = sheet;
  const { text, markdown } = parsed;
  if (markdown === undefined) return false;
  const place = (before.key ?? before.span).start;
  const sections = sectionsInside(sectionsOf(markdown.blocks, markdown.span));
  const section = sections.find(({ heading }) => heading !== undefined && touches(heading.span, place));
  if (section?.heading === undefined) return false;
  const start = lineStart(text, section.span.start);
  const eol = lineEnding(text);
  const first = numberIn(text, section);
  const { inside } = pageOf('rollout', new Map([['stages', items]]));
  const lines = inside.flatMap((chapter, index) => [
    ...chapterLines(
      { ...chapter, heading: chapter.heading.replace(/^(Stage )\d+/, `$1${(first?.number ?? index) + index}`) },
      section.depth,
    ),
    '',
  ]);
  sheet.edits.push({ span: { start, end: start }, newText: lines.map(line => line + eol).join('') });
  // The stages behind it are counted on.
  for (const later of sections.filter(
    ({ depth, span }) => depth === section.depth && span.start >= section.span.start,
  )) {
    const numbered = first && numberIn(text, later);
    if (numbered) sheet.edits.push({ span: numbered.span, newText: String(numbered.number + items.length) });
  }
  return true;
}

/** `## Stage 2: Beta` */
function numberIn(text: string, { heading }: Section): { readonly number: number; readonly span: Span } | undefined {
  if (heading === undefined) return undefined;
  const written = text.slice(heading.span.start, heading.span.end).slice(0, 200);
  const found = /^([#\s*]*(?:stage|phase|step)\s+)(\d{1,3})\b/i.exec(written);
  if (found === null) return undefined;
  const start = heading.span.start + (found[1] ?? '').length;
  return { number: Number(found[2]), span: { start, end: start + (found[2] ?? '').length } };
}

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}
