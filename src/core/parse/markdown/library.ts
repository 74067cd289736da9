import type {
  BlockContent,
  Code,
  DefinitionContent,
  Html,
  List,
  ListItem as MdastItem,
  RootContent,
  Table,
  TableCell,
} from 'mdast';
import { spanOf, type Span } from '../../text/span.ts';
import type { Block, Box, CodeLine, HeadingBlock, ListItem, MarkdownBody, TableRow } from './blocks.ts';
import { withForeignBox } from './boxes.ts';
import { spanOfCell } from './cells.ts';
import { commentsIn } from './comments.ts';
import { flatten, type Source } from './flatten.ts';
import type { GuardedText } from './guard.ts';
import { parseMdast } from './mdast.ts';

/** Reads Markdown (GFM) that went through the guard into blocks; `body` is the stretch of the file that it is of. */
export function readWithLibrary({ text, at, problems }: GuardedText, body: Span): MarkdownBody {
  const source: Source = { text, at, comments: [] };
  try {
    const blocks = readAll(parseMdast(text).children, source);
    return { span: body, blocks, comments: source.comments, problems };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const first = text.search(/\S/);
    const start = at(Math.max(first, 0));
    const message = 'Not checked: the text is nested too deeply.';
    return {
      span: body,
      blocks: [],
      comments: [],
      problems: [...problems, { code: 'tooDeep', message, span: spanOf(start, Math.min(start + 1, body.end)) }],
    };
  }
}

type MdastBlock = RootContent | BlockContent | DefinitionContent;

function readAll(nodes: readonly MdastBlock[], source: Source): Block[] {
  return nodes.flatMap(node => readBlock(node, source) ?? []);
}

function place(node: { position?: MdastBlock['position'] }, source: Source): Span {
  const start = node.position?.start.offset ?? 0;
  return spanOf(source.at(start), source.at(node.position?.end.offset ?? start));
}

function readBlock(node: MdastBlock, source: Source): Block | undefined {
  const span = place(node, source);
  switch (node.type) {
    case 'heading':
      return {
        type: 'heading',
        span,
        depth: node.depth,
        content: flatten(node.children, span, source),
      } satisfies HeadingBlock;
    case 'paragraph': {
      const content = flatten(node.children, span, source);
      return content.text.trim() === '' ? undefined : { type: 'paragraph', span, content };
    }
    case 'list':
      return readList(node, span, source);
    case 'table':
      return readTable(node, span, source);
    case 'blockquote':
      return { type: 'quote', span, blocks: readAll(node.children, source) };
    case 'code':
      return { type: 'code', span, lines: codeLines(source, node) };
    case 'thematicBreak':
      return { type: 'break', span };
    case 'html':
      readComments(node, source);
      return { type: 'html', span };
    default:
      return undefined;
  }
}

function readComments(html: Html, source: Source): void {
  const from = html.position?.start.offset ?? 0;
  const raw = source.text.slice(from, html.position?.end.offset ?? from);
  for (const { span, text } of commentsIn(raw, from)) source.comments.push({ span: mapped(span, source), text });
}

function mapped({ start, end }: Span, source: Source): Span {
  return spanOf(source.at(start), source.at(end));
}

function readList(node: List, span: Span, source: Source): Block {
  return {
    type: 'list',
    span,
    ordered: node.ordered === true,
    items: node.children.map(item => readItem(item, source)),
  };
}

function readItem(node: MdastItem, source: Source): ListItem {
  const span = place(node, source);
  const blocks = readAll(node.children, source);
  if (typeof node.checked === 'boolean') {
    const box = boxBefore(source, node, node.checked);
    return { span, box, blocks };
  }
  return withForeignBox(span, blocks);
}

/** The library takes the box off the paragraph's text: it is the last one before that text. */
function boxBefore(source: Source, node: MdastItem, checked: boolean): Box {
  const start = node.position?.start.offset ?? 0;
  const text = source.text.slice(start, start + 200);
  const at = source.at(start + Math.max(text.indexOf('['), 0));
  return { state: checked ? 'done' : 'open', span: spanOf(at, at + 3) };
}

function readTable(node: Table, span: Span, source: Source): Block {
  const [header, ...rows] = node.children.map((row): TableRow => {
    const cells = row.children.map(cell => flatten(cell.children, cellSpan(cell, source), source));
    return { span: place(row, source), cells };
  });
  return { type: 'table', span, header: header ?? { span, cells: [] }, rows };
}

function cellSpan(cell: TableCell, source: Source): Span {
  const start = cell.position?.start.offset ?? 0;
  return mapped(spanOfCell(source.text, start, cell.position?.end.offset ?? start), source);
}

function codeLines(source: Source, code: Code): readonly CodeLine[] {
  const lines: CodeLine[] = [];
  let at = code.position?.start.offset ?? 0;
  const text = source.text.slice(at, code.position?.end.offset ?? at);
  for (const line of text.split(/\r\n|\n|\r/)) {
    lines.push({ span: spanOf(source.at(at), source.at(at + line.length)), text: line });
    at += line.length + (source.text.startsWith('\r\n', at + line.length) ? 2 : 1);
  }
  return lines;
}
