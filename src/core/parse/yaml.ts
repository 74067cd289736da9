import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Document,
  type ParsedNode,
  type YAMLError,
} from 'yaml';
import { spanOf, type Span } from '../text/span.ts';
import { resolvePlainScalar } from './plain-scalar.ts';
import { explainSyntax } from './syntax-messages.ts';
import type { Entry, ListNode, MapNode, Node, ParsedDocument, ScalarNode, SyntaxProblem } from './tree.ts';

/** More expanded nodes than this behind aliases and merge keys are a bomb, not a plan. */
const maxExpandedNodes = 100_000;

/** More syntax errors than this in one document help nobody. */
const maxProblems = 50;

/**
 * Reads YAML 1.2 core, several documents a file. Never throws; every error stands at its place.
 * `base` is where `text` begins in the file (front matter starts behind its fence): spans are offsets into the file.
 */
export function parseYaml(text: string, base: number): readonly ParsedDocument[] {
  try {
    const documents = parseAllDocuments(withLineFeeds(text), {
      version: '1.2',
      schema: 'core',
      merge: false,
      // The library compares every key with every other: duplicates are found here instead, in linear time.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    return 'empty' in documents ? [] : documents.map(document => readDocument(text, document, base));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return [
      {
        root: undefined,
        span: spanOf(base, base + text.length),
        problems: [tooDeepAt(spanOf(base, base + firstLineLength(text)))],
      },
    ];
  }
}

/** YAML ends lines at a lone CR, VS Code too, the library does not. Offsets stay as they are. */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

function firstLineLength(text: string): number {
  const end = text.search(/[\r\n]/);
  return end === -1 ? text.length : end;
}

function tooDeepAt(span: Span): SyntaxProblem {
  return { code: 'tooDeep', message: 'Not checked: the document is nested too deeply.', span };
}

function readDocument(text: string, document: Document.Parsed, base: number): ParsedDocument {
  const problems: SyntaxProblem[] = [];
  const root = document.contents === null ? undefined : readTree(text, document.contents, base, problems);
  const span = root?.span ?? spanOf(base + document.range[0], base + document.range[1]);
  return {
    root: isEmptyRoot(root) ? undefined : root,
    span,
    problems: [...syntaxProblems(text, document.errors, root, base), ...problems].slice(0, maxProblems),
  };
}

function isEmptyRoot(root: Node | undefined): boolean {
  return root?.type === 'scalar' && root.value === null && root.span.start === root.span.end;
}

function syntaxProblems(
  text: string,
  errors: readonly YAMLError[],
  root: Node | undefined,
  base: number,
): readonly SyntaxProblem[] {
  const exhausted = errors.find(error => error.code === 'RESOURCE_EXHAUSTION');
  if (exhausted) return [tooDeepAt(spanOf(base + exhausted.pos[0], base + exhausted.pos[1]))];
  return errors.slice(0, maxProblems).map(error => explainSyntax(text, error, root, base));
}

interface Anchored {
  readonly node: Node;
  readonly weight: number;
}

/** Turns the library's nodes into ours. Aliases share the node they point to; what is inside it counts again each time. */
function readTree(text: string, top: ParsedNode, base: number, problems: SyntaxProblem[]): Node {
  const anchors = new Map<string, Anchored | 'open'>();
  let weight = 0;

  function at(node: ParsedNode): Span {
    return spanOf(base + node.range[0], base + node.range[1]);
  }

  function missing(span: Span): ScalarNode {
    return { type: 'scalar', span, text: '', value: null, style: 'plain' };
  }

  function read(node: ParsedNode): Node {
    if (isAlias(node)) return readAlias(node.source, at(node));
    weight++;
    const anchor = node.anchor;
    if (anchor === undefined) return readContent(node);
    anchors.set(anchor, 'open');
    const before = weight;
    const content = readContent(node);
    anchors.set(anchor, { node: content, weight: weight - before + 1 });
    return content;
  }

  function readContent(node: ParsedNode): Node {
    if (isMap(node)) return readMap(node);
    if (isSeq(node)) return readList(node);
    return readScalar(node);
  }

  function readAlias(name: string, span: Span): Node {
    const target = anchors.get(name);
    if (target === undefined) {
      problems.push({
        code: 'alias',
        message: `Nothing above is named "&${name}", so "*${name}" stands for nothing.`,
        span,
      });
      return missing(span);
    }
    if (target === 'open') {
      problems.push({
        code: 'selfReference',
        message: `"*${name}" stands inside what it names: the value contains itself.`,
        span,
      });
      return missing(span);
    }
    weight += target.weight;
    if (weight > maxExpandedNodes) {
      problems.push({ code: 'tooLarge', message: 'Not checked: the aliases make the document too large.', span });
      weight -= target.weight;
      return missing(span);
    }
    return { ...target.node, span };
  }

  function readScalar(node: ParsedNode): ScalarNode {
    const span = at(node);
    if (!isScalar(node)) return missing(span);
    const source = typeof node.source === 'string' ? node.source : '';
    if (node.type === 'PLAIN')
      return { type: 'scalar', span, text: source, value: resolvePlainScalar(source), style: 'plain' };
    const style = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL' ? 'block' : 'quoted';
    return { type: 'scalar', span, text: source, value: source, style };
  }

  function readList(node: ParsedNode & { items: unknown[] }): ListNode {
    const items = (node.items as ParsedNode[]).map(read);
    return { type: 'list', span: closed(node, items.at(-1)), items, flow: isFlow(node) };
  }

  function readMap(node: ParsedNode & { items: unknown[] }): MapNode {
    const entries = new Map<string, Entry>();
    const merged: Entry[] = [];
    let last: Node | undefined;
    for (const pair of node.items as { key: ParsedNode; value: ParsedNode | null }[]) {
      const key = readKey(pair.key);
      const value = pair.value === null ? missing(spanOf(key.span.end, key.span.end)) : read(pair.value);
      last = pair.value === null ? key : value;
      if (key.text === '<<' && key.style === 'plain') merged.push(...mergeEntries(value));
      else if (!entries.has(key.text)) entries.set(key.text, { key, value });
      else
        problems.push({
          code: 'duplicateKey',
          message: `"${key.text}" is given twice in the same place; only the first counts. Remove one of them.`,
          span: key.span,
        });
    }
    for (const entry of merged) if (!entries.has(entry.key.text)) entries.set(entry.key.text, entry);
    return { type: 'map', span: closed(node, last), entries: [...entries.values()], flow: isFlow(node) };
  }

  /** Merge keys are no YAML 1.2, but people use them with anchors to say a thing once. */
  function mergeEntries(value: Node): readonly Entry[] {
    if (value.type === 'list') return value.items.flatMap(mergeEntries);
    if (value.type !== 'map') {
      problems.push({
        code: 'alias',
        message: '"<<" takes over the fields of a map: write "<<: *name", where "&name" marks a map.',
        span: value.span,
      });
      return [];
    }
    weight += value.entries.length;
    if (weight <= maxExpandedNodes) return value.entries;
    problems.push({
      code: 'tooLarge',
      message: 'Not checked: the merge keys make the document too large.',
      span: value.span,
    });
    return [];
  }

  function readKey(node: ParsedNode): ScalarNode {
    const key = read(node);
    if (key.type === 'scalar') return key;
    const span = at(node);
    return { type: 'scalar', span, text: text.slice(span.start - base, span.end - base), value: null, style: 'plain' };
  }

  /** A block map or list ends where its last value does, not behind the blank lines and comments that follow. */
  function closed(node: ParsedNode, last: Node | undefined): Span {
    const own = at(node);
    return isFlow(node) || last === undefined || last.span.end < own.start
      ? own
      : spanOf(own.start, Math.min(own.end, Math.max(last.span.end, own.start)));
  }

  return read(top);
}

function isFlow(node: unknown): boolean {
  return (node as { flow?: boolean }).flow === true;
}
