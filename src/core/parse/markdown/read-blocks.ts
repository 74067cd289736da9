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
import { flatten, type Source } from './flatten.ts';
import { guard } from './guard.ts';
import type { Inline } from './inline.ts';
import { parseMdast } from './mdast.ts';

/**
 * Reads Markdown (GFM) into blocks. Never throws; what would take too long is left out and told in `problems`.
 * `body` is the stretch of the file behind its front matter.
 */
export function parseMarkdown(text: string, body: Span): MarkdownBody {
  const { text: safe, problems, at } = guard(text.slice(body.start, body.end), body.start);
  const source: Source = { text: safe, at, comments: [] };
  try {
    const blocks = readAll(parseMdast(safe).children, source);
    return { span: body, blocks, comments: source.comments, problems };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const first = safe.search(/\S/);
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

const commentForm = /<!--([\s\S]*?)(?:-->|$)/g;

function readComments(html: Html, source: Source): void {
  if (!html.value.includes('<!--')) return;
  const from = html.position?.start.offset ?? 0;
  const raw = source.text.slice(from, html.position?.end.offset ?? from);
  for (const match of raw.matchAll(commentForm)) {
    const start = from + match.index;
    source.comments.push({
      span: spanOf(source.at(start), source.at(start + match[0].length)),
      text: match[1] ?? '',
    });
  }
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

const foreignBox = /^\[([✓✔\-~/>])\](?=\s|$)/;

/** Boxes of other tools: `[✓]` ticks; what `[-]` or `[~]` mean is not known. A box without text is no box of GFM. */
function withForeignBox(span: Span, blocks: readonly Block[]): ListItem {
  const first = blocks[0];
  const found = first?.type === 'paragraph' ? foreignBox.exec(first.content.text) : null;
  if (first?.type !== 'paragraph' || found === null) return { span, blocks };
  const state = '✓✔'.includes(found[1] ?? ' ') ? 'done' : 'unknown';
  const box: Box = { state, span: spanOf(first.content.span.start, first.content.span.start + 3) };
  const content = withoutStart(first.content, found[0].length);
  return { span, box, blocks: [{ ...first, content }, ...blocks.slice(1)] };
}

function withoutStart(inline: Inline, count: number): Inline {
  const shift = <Range extends { readonly from: number; readonly to: number }>(range: Range): Range => ({
    ...range,
    from: Math.max(range.from - count, 0),
    to: Math.max(range.to - count, 0),
  });
  return {
    text: inline.text.slice(count),
    span: inline.span,
    segments: inline.segments.flatMap(segment => {
      const cut = Math.min(Math.max(count - segment.at, 0), segment.length);
      if (cut === segment.length) return [];
      const isExact = segment.end - segment.start === segment.length;
      const start = isExact ? segment.start + cut : segment.start;
      return [{ at: segment.at + cut - count, length: segment.length - cut, start, end: segment.end }];
    }),
    strong: inline.strong.map(shift),
    links: inline.links.map(shift),
  };
}

function readTable(node: Table, span: Span, source: Source): Block {
  const [header, ...rows] = node.children.map((row): TableRow => {
    const cells = row.children.map(cell => flatten(cell.children, cellSpan(cell, source), source));
    return { span: place(row, source), cells };
  });
  return { type: 'table', span, header: header ?? { span, cells: [] }, rows };
}

/** A cell without its pipes and the blanks beside them. */
function cellSpan(cell: TableCell, source: Source): Span {
  let start = cell.position?.start.offset ?? 0;
  let end = cell.position?.end.offset ?? start;
  if (source.text.charAt(start) === '|') start++;
  if (end > start && source.text.charAt(end - 1) === '|' && source.text.charAt(end - 2) !== '\\') end--;
  while (start < end && ' \t'.includes(source.text.charAt(start))) start++;
  while (end > start && ' \t'.includes(source.text.charAt(end - 1))) end--;
  return spanOf(source.at(start), source.at(end));
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
