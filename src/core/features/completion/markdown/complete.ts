import type { AnyArtifact } from '../../../model/artifact.ts';
import type { Kind } from '../../../schema/kinds.ts';
import type { Judge } from '../../../service.ts';
import { lineStartsOf } from '../../../text/lines.ts';
import { spanOf, touches, type Span } from '../../../text/span.ts';
import { noItems, snippetText, type CompletionItem, type CompletionList } from '../item.ts';
import type { CompletionQuestion } from '../question.ts';
import { artifactDetail } from '../references.ts';
import { surroundingsOfArtifact } from '../surroundings.ts';
import { areaAt, labelField, type Area } from './areas.ts';
import { columnField, tableMeaning } from './columns.ts';
import { beginningItems, headingItems } from './headings.ts';
import { bodyLines, cellAt, labelIn, plain, type BodyLines, type TableCell } from './lines.ts';
import { meaningOf, phraseOf } from '../../../model/markdown/phrase.ts';
import { vocabulary } from '../../../model/markdown/vocabulary.ts';
import { fieldItemsFor, type MarkdownContext } from './values.ts';

/** What fits at the caret in the body of a Markdown file. */
export function completeMarkdown(judge: Judge, question: CompletionQuestion, kind: Kind, body: Span): CompletionList {
  const { text, caret, file, infos } = question;
  const found = bodyLines(text, lineStartsOf(text), body, caret);
  const line = found?.lines[found.at];
  if (found === undefined || line === undefined || line.isSilent) return noItems;
  const area = areaAt(found, found.at, kind);
  const around = surroundingsOfArtifact(judge, file, kind, artifactAt(judge, file, caret));
  const front = frontFields(text.slice(0, body.start));
  const context: MarkdownContext = { text, caret, infos, around, area, front };
  if (line.depth > 0 || /^ {0,3}#{1,6}$/.test(line.text)) return headingItems(context, found);
  const link = linkItems(context, line.text.slice(0, caret - line.span.start));
  if (link) return link;
  const cell = cellAt(found, caret);
  if (cell) return cellItems(context, cell);
  const label = labelIn(line);
  if (label && caret >= label.span.start) return labelItems(context, found, label.label, label.span, label.needsBlank);
  return beginningItems(context, found);
}

/** The names that begin lines between the fences. */
function frontFields(above: string): ReadonlySet<string> {
  return new Set([...above.matchAll(/^([A-Za-z]\w*)[ \t]*:/gm)].map(([, name = '']) => name));
}

/** Where several stand in a file, the one around the caret. */
function artifactAt(judge: Judge, file: string, caret: number): AnyArtifact | undefined {
  const shown = judge.workspace.get(file)?.shown ?? [];
  return (shown.find(({ artifact }) => touches(artifact.span, caret)) ?? shown[0])?.artifact;
}

function labelItems(
  context: MarkdownContext,
  found: BodyLines,
  label: string,
  span: Span,
  needsBlank: boolean,
): CompletionList {
  const meant = labelField(context.area, label);
  if (meant === undefined) return noItems;
  const beside = labelsAround(found, context.area);
  return fieldItemsFor(context, { ...meant.field, path: [], beside, span, needsBlank, choices: true });
}

/** The values of other labels among the same lines, by the last part of their field. */
function labelsAround({ lines, at }: BodyLines, area: Area): (field: string) => string | undefined {
  return field => {
    for (let index = area.heading + 1; index < lines.length && lines[index]?.depth === 0; index++) {
      const line = lines[index];
      const label = line && index !== at ? labelIn(line) : undefined;
      if (label === undefined || label.value === '') continue;
      const meaning = labelField(area, label.label)?.meaning;
      if (meaning === field || meaning?.endsWith(`.${field}`) === true) return plain(label.value);
    }
    return undefined;
  };
}

function cellItems(context: MarkdownContext, cell: TableCell): CompletionList {
  const { area } = context;
  const { header, row, column } = cell;
  const place = { span: cell.span, needsBlank: cell.needsBlank };
  // A table of two columns may list fields: then the first cell is the label.
  const isFields =
    header.length === 2 && meaningOf(vocabulary, 'labels', ['fieldTable'], phraseOf(header[0] ?? '')) !== undefined;
  if (isFields) {
    const meant = column === 1 ? labelField(area, row[0] ?? '') : undefined;
    return meant
      ? fieldItemsFor(context, { ...meant.field, path: [], beside: none, ...place, choices: true })
      : noItems;
  }
  const meaning = tableMeaning(area, header);
  const field = meaning && columnField(meaning, column);
  if (meaning === undefined || field === undefined) return noItems;
  const beside = (name: string): string | undefined => {
    const index = meaning.columns.indexOf(name);
    const said = index === -1 ? undefined : row[index];
    return said === '' ? undefined : said;
  };
  const path = meaning.table === 'metric' ? area.sections : [];
  const span = field.field === 'drives' ? lastOf(context, cell.span) : cell.span;
  const needsBlank = cell.needsBlank || (span.start > cell.span.start && context.text[span.start - 1] === ',');
  return fieldItemsFor(context, { ...field, path, beside, span, needsBlank, choices: false });
}

/** Of several names divided by commas the one that the caret is in. */
function lastOf({ text, caret }: MarkdownContext, span: Span): Span {
  const comma = text.lastIndexOf(',', caret - 1);
  if (comma < span.start) {
    const next = text.indexOf(',', caret);
    return next === -1 || next > span.end ? span : spanOf(span.start, next);
  }
  let start = comma + 1;
  while (start < caret && text[start] === ' ') start++;
  const next = text.indexOf(',', caret);
  return spanOf(start, next === -1 || next > span.end ? span.end : next);
}

function none(): undefined {
  return undefined;
}

/** Ids of artifacts in the text of a link: `[BET-0`. */
function linkItems(context: MarkdownContext, before: string): CompletionList | undefined {
  const open = /(?:^|[^\]!])\[([\p{L}][\p{L}\p{N}_-]*)$/u.exec(before);
  const typed = open?.[1];
  if (typed === undefined || /^x$/i.test(typed)) return undefined;
  const kinds = ['bet', 'metrics', 'rollout', 'retro', 'launch', 'tracks'] as const;
  const span = spanOf(context.caret - typed.length, context.caret);
  const items: CompletionItem[] = [];
  const wanted = typed.toLowerCase();
  for (const kind of kinds)
    for (const artifact of context.around.catalog.artifacts(kind)) {
      const isWanted = artifact.id.toLowerCase().includes(wanted) || artifact.title.toLowerCase().includes(wanted);
      if (!isWanted || artifact.idSpan === undefined) continue;
      if (items.length === maxLinks) return { items, isIncomplete: true };
      items.push({
        label: artifact.id,
        kind: 'artifact',
        detail: artifactDetail(artifact, context.around),
        span,
        snippet: snippetText(artifact.id),
        filter: `${artifact.id} ${artifact.title}`,
      });
    }
  return { items, isIncomplete: true };
}

const maxLinks = 50;
