import type { PhrasingContent } from 'mdast';
import { spanOf, type Span } from '../../text/span.ts';
import type { MarkdownComment } from './blocks.ts';
import { isFormattingTag, isLineBreakTag } from './tags.ts';
import type { Inline, InlineLink, Segment, TextRange } from './inline.ts';

/** What a reader needs to know of the text: what the parser saw, and where that stands in the file. */
export interface Source {
  readonly text: string;
  readonly at: (offset: number) => number;
  /** Comments that were met. */
  readonly comments: MarkdownComment[];
}

/** Flattens running text to plain text with the place of every character. */
export function flatten(nodes: readonly PhrasingContent[], span: Span, source: Source): Inline {
  const segments: Segment[] = [];
  const strong: TextRange[] = [];
  const links: InlineLink[] = [];
  const parts: string[] = [];
  let length = 0;

  function add(text: string, start: number, end: number): void {
    if (text === '') return;
    segments.push({ at: length, length: text.length, start: source.at(start), end: source.at(end) });
    parts.push(text);
    length += text.length;
  }

  function addAll(children: readonly PhrasingContent[]): void {
    for (const child of children) addNode(child);
  }

  function addNode(node: PhrasingContent): void {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    switch (node.type) {
      case 'text':
        alignText(source.text.slice(start, end), node.value, start, add);
        return;
      case 'inlineCode':
        addCode(node.value, start, end);
        return;
      case 'break':
        add('\n', start, end);
        return;
      case 'html':
        addHtml(node.value, start, end);
        return;
      case 'image':
      case 'imageReference':
        add(node.alt ?? '', start, end);
        return;
      case 'strong': {
        const from = length;
        addAll(node.children);
        strong.push({ from, to: length });
        return;
      }
      case 'link': {
        const from = length;
        addAll(node.children);
        const span = spanOf(source.at(start), source.at(end));
        const at = source.text.slice(start, end).lastIndexOf(node.url);
        const target = at === -1 ? span : spanOf(source.at(start + at), source.at(start + at + node.url.length));
        links.push({ from, to: length, url: node.url, span, target });
        return;
      }
      case 'emphasis':
      case 'delete':
      case 'linkReference':
        addAll(node.children);
        return;
      default:
        add(source.text.slice(start, end), start, end);
    }
  }

  function addCode(value: string, start: number, end: number): void {
    const raw = source.text.slice(start, end);
    const at = raw.indexOf(value);
    if (value !== '' && at !== -1) add(value, start + at, start + at + value.length);
    else add(value, start, end);
  }

  function addHtml(value: string, start: number, end: number): void {
    if (value.startsWith('<!--')) {
      source.comments.push({ span: spanOf(source.at(start), source.at(end)), text: value.slice(4, -3) });
    } else if (isLineBreakTag(value)) add('\n', start, end);
    else if (!isFormattingTag(value)) add(value, start, end);
  }

  addAll(nodes);
  return { text: parts.length === 1 ? (parts[0] ?? '') : parts.join(''), span, segments, strong, links };
}

type Add = (text: string, start: number, end: number) => void;

/** Brings a text and what was written for it together: escapes, entities, and the marks of quotes and lists at line starts. */
function alignText(raw: string, value: string, base: number, add: Add): void {
  if (raw === value && !value.includes('\n') && !value.includes('\r')) {
    add(value, base, base + raw.length);
    return;
  }
  let at = 0;
  let read = 0;
  let runAt = 0;
  let runRead = 0;
  const flush = (): void => {
    if (read > runRead) add(value.slice(runRead, read), base + runAt, base + at);
  };
  while (read < value.length) {
    const wanted = value.charAt(read);
    const written = raw.charAt(at);
    if (written === '') {
      flush();
      add(value.slice(read), base + raw.length, base + raw.length);
      return;
    }
    if (wanted === '\n' || wanted === '\r') {
      flush();
      const blanks = /^[ \t]*/.exec(raw.slice(at))?.[0].length ?? 0;
      const from = at + blanks;
      const after = raw.startsWith('\r\n', from) ? from + 2 : from + 1;
      add('\n', base + at, base + after);
      read += value.startsWith('\r\n', read) ? 2 : 1;
      at = skipMarks(raw, after, value.charAt(read));
      runAt = at;
      runRead = read;
      continue;
    }
    const escaped = written === '\\' && raw.charAt(at + 1) === wanted && /[!-/:-@[-`{-~]/.test(wanted);
    const entity = written === '&' ? /^&#?\w{1,32};/.exec(raw.slice(at, at + 40))?.[0] : undefined;
    if (written === wanted && !escaped && (entity === undefined || value.startsWith(entity, read))) {
      at++;
      read++;
      continue;
    }
    flush();
    if (escaped) {
      add(wanted, base + at, base + at + 2);
      at += 2;
      read++;
    } else if (entity !== undefined) {
      const width = wanted >= '\ud800' && wanted <= '\udbff' ? 2 : 1;
      add(value.slice(read, read + width), base + at, base + at + entity.length);
      at += entity.length;
      read += width;
    } else {
      // What was written can't be told character by character: the rest stands for the rest.
      add(value.slice(read), base + at, base + raw.length);
      return;
    }
    runAt = at;
    runRead = read;
  }
  flush();
}

/** Blanks and quote marks before a line that goes on inside a container. */
function skipMarks(raw: string, from: number, next: string): number {
  let at = from;
  while (at < raw.length) {
    const character = raw.charAt(at);
    if (character === ' ' || character === '\t' || (character === '>' && next !== '>')) at++;
    else break;
  }
  return at;
}
