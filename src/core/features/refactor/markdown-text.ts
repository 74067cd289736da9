import { caretMark } from './yaml-text.ts';
import { hole, isList, textOfValue, type Value } from './value.ts';

/** A heading with what stands under it. */
export interface Chapter {
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly inside: readonly Chapter[];
}

/** Lines that belong together; an empty line stands between two blocks. */
export type Block = readonly string[];

/** What a set of fields becomes: labels and lists at the top, and headings of its own. */
export interface Page {
  readonly blocks: readonly Block[];
  readonly inside: readonly Chapter[];
}

export function pageLines({ blocks, inside }: Page, depth: number): readonly string[] {
  const parts = [...blocks.filter(block => block.length > 0), ...inside.map(chapter => chapterLines(chapter, depth))];
  return parts.flatMap((part, index) => (index === 0 ? part : ['', ...part]));
}

/** A chapter at a depth of headings; deeper than six there is none. */
export function chapterLines({ heading, blocks, inside }: Chapter, depth: number): readonly string[] {
  const head = `${'#'.repeat(Math.min(depth, 6))} ${heading}`;
  const rest = pageLines({ blocks, inside }, depth + 1);
  return rest.length === 0 ? [head] : [head, '', ...rest];
}

/** Labels under one another, each on a line of its own. */
export function labels(pairs: readonly (readonly [label: string, value: Value | undefined])[]): Block {
  const lines = pairs.flatMap(([label, value]) => {
    if (value === undefined || isList(value)) return [];
    if (value === hole) return [`**${label}:** ${caretMark}`];
    const text = textOfValue(value);
    return text === undefined || text === ''
      ? []
      : [`**${label}:** ${rawLabels.has(label) ? oneLine(text) : inline(text)}`];
  });
  return lines.map((line, index) => (index < lines.length - 1 ? `${line}  ` : line));
}

/** Labels whose value may be a link. */
const rawLabels: ReadonlySet<string> = new Set(['Opportunity', 'Rollback runbook', 'Flag URL']);

export function labelled(label: string, block: Block): readonly Block[] {
  return block.length === 0 ? [] : [[`**${label}:**`], block];
}

export function quote(value: Value | undefined): Block {
  if (value === hole) return [`> ${caretMark}`];
  const text = textOfValue(value);
  return text === undefined || text === '' ? [] : [`> ${lineStart(inline(text))}`];
}

export function bullets(items: readonly Value[], numbered: 'numbered' | 'plain'): Block {
  return items.flatMap((item, index) => {
    const sign = numbered === 'numbered' ? `${index + 1}.` : '-';
    if (item === hole) return [`${sign} ${caretMark}`];
    const text = textOfValue(item);
    return text === undefined ? [] : [`${sign} ${lineStart(inline(text))}`];
  });
}

/** A table of the columns in which anything stands. */
export function table(
  columns: readonly (readonly [title: string, cell: (row: number) => string | undefined])[],
  rows: number,
): Block {
  const cells = columns.map(([title, cell]) => ({
    title,
    texts: Array.from({ length: rows }, (_, row) => cell(row) ?? ''),
  }));
  const used = cells.filter(({ texts }, index) => index === 0 || texts.some(text => text !== ''));
  if (rows === 0 || used.length === 0) return [];
  const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`.replace(/ {2,}\|/g, ' |');
  return [
    line(used.map(({ title }) => title)),
    `|${used.map(() => '---').join('|')}|`,
    ...Array.from({ length: rows }, (_, row) => line(used.map(({ texts }) => texts[row] ?? ''))),
  ];
}

/** A text in a table's cell. */
export function cell(value: Value | undefined): string | undefined {
  if (value === hole) return caretMark;
  const text = textOfValue(value);
  return text === undefined ? undefined : inline(text).replaceAll('|', '\\|');
}

/** A text in running text: what Markdown would take for a mark of its own is escaped. */
export function inline(text: string): string {
  return oneLine(text)
    .replace(/[\\`*[]/g, '\\$&')
    .replace(/(^|[^\p{L}\p{N}])_|_(?=$|[^\p{L}\p{N}])/gu, found => `${found.slice(0, -1)}\\_`)
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/~~/g, '\\~\\~')
    .replace(/&(?=#?\w{1,30};)/g, '\\&');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** At the start of a line some signs begin a block. */
function lineStart(text: string): string {
  return text.replace(/^(?=[#>+=-])/, '\\').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
