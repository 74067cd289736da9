import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  type CST,
  type Document,
  type ParsedNode,
  type YAMLError,
} from 'yaml';
import { spanOf, type Span } from '../text/span.ts';
import { tooDeepAt } from './nesting.ts';
import { resolvePlainScalar } from './plain-scalar.ts';
import { explainSyntax } from './syntax-messages.ts';
import type { Entry, ListNode, MapNode, Node, ParsedDocument, ScalarNode, SyntaxProblem } from './tree.ts';

/** More expanded nodes than this behind aliases and merge keys are a bomb, not a plan. */
const maxExpandedNodes = 100_000;

/** More syntax errors than this in one document help nobody. */
const maxProblems = 50;

const options = {
  version: '1.2',
  schema: 'core',
  merge: false,
  // Sets, ordered maps and their like would come as other nodes; here they are the maps and lists they are written as.
  resolveKnownTags: false,
  // The library compares every key with every other: duplicates are found here instead, in linear time.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/**
 * The same as `parseYaml` for any text, thirty times slower: what that asks where a text is not plain, and is held against.
 * Lexemes beyond `maxLexemes` are not read.
 */
export function parseYamlWithLibrary(text: string, base: number, maxLexemes: number): readonly ParsedDocument[] {
  const done: ParsedDocument[] = [];
  try {
    for (const composed of composeDocuments(withLineFeeds(text), maxLexemes)) {
      const { document, refusal } = composed;
      if (refusal) done.push(refusedDocument(refusal, base));
      else if (document) done.push(readDocument(text, document, base));
    }
  } catch (error) {
    const from = done.at(-1)?.span.end ?? base;
    const problem: SyntaxProblem =
      error instanceof RangeError
        ? { code: 'tooDeep', message: tooDeepMessage, span: firstLineFrom(text, from, base) }
        : {
            code: 'yaml',
            message: 'Not checked: this YAML can’t be read. Write it in a plainer way.',
            span: firstLineFrom(text, from, base),
          };
    done.push({ root: undefined, span: spanOf(from, base + text.length), problems: [problem] });
  }
  return done;
}

/** YAML ends lines at a lone CR, VS Code too, the library does not. Offsets stay as they are. */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

function firstLineFrom(text: string, from: number, base: number): Span {
  const start = from - base;
  const end = text.slice(start).search(/[\r\n]/);
  return spanOf(from, end === -1 ? base + text.length : from + end);
}

const tooDeepMessage = 'Not checked: the document is nested too deeply.';

/** Why a document is not read, and where it stands; offsets into the text. */
interface Refusal {
  readonly code: 'tooDeep' | 'tooLarge';
  readonly message: string;
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

interface Composed {
  readonly document?: Document.Parsed;
  readonly refusal?: Refusal;
}

/**
 * The library's documents, one after the other. What would exhaust it is kept from it: a document nested too deeply,
 * and everything behind the last lexeme that is read.
 */
function composeDocuments(source: string, maxLexemes: number): readonly Composed[] {
  const parser = new Parser();
  const composer = new Composer(options);
  const composed: Document.Parsed[] = [];
  const refusals: (Refusal | undefined)[] = [];
  let documentEnd = 0;

  function take(token: CST.Token): void {
    if (token.type !== 'document') {
      composed.push(...composer.next(token));
      return;
    }
    const at = tooDeepAt(token.value);
    refusals.push(
      at === undefined
        ? undefined
        : { code: 'tooDeep', message: tooDeepMessage, at, start: token.offset, end: parser.offset },
    );
    // An empty document in its place keeps the order, and the errors around it.
    composed.push(
      ...composer.next(at === undefined ? token : { type: 'document', offset: token.offset, start: token.start }),
    );
    documentEnd = parser.offset;
  }

  let read = 0;
  for (const lexeme of new Lexer().lex(source)) {
    if (++read > maxLexemes) {
      composed.push(...composer.end());
      const message = 'Not checked: the document is too large. Divide it into several files.';
      const rest: Refusal = { code: 'tooLarge', message, at: parser.offset, start: documentEnd, end: source.length };
      return [...withRefusals(composed, refusals), { refusal: rest }];
    }
    for (const token of parser.next(lexeme)) take(token);
  }
  for (const token of parser.end()) take(token);
  composed.push(...composer.end());
  return withRefusals(composed, refusals);
}

function withRefusals(
  documents: readonly Document.Parsed[],
  refusals: readonly (Refusal | undefined)[],
): readonly Composed[] {
  return documents.map((document, index) => {
    const refusal = refusals[index];
    return refusal ? { refusal } : { document };
  });
}

function refusedDocument({ code, message, at, start, end }: Refusal, base: number): ParsedDocument {
  const span = spanOf(base + at, base + Math.min(at + 1, Math.max(end, at)));
  return { root: undefined, span: spanOf(base + start, base + end), problems: [{ code, message, span }] };
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
  if (exhausted) {
    const span = spanOf(base + exhausted.pos[0], base + exhausted.pos[1]);
    return [{ code: 'tooDeep', message: tooDeepMessage, span }];
  }
  return errors.slice(0, maxProblems).map(error => explainSyntax(text, error, root, base));
}

interface Anchored {
  readonly node: Node;
  readonly weight: number;
}

const textTag = 'tag:yaml.org,2002:str';

/** Turns the library's nodes into ours. Aliases share the node they point to; what is inside it counts again each time. */
function readTree(text: string, top: ParsedNode, base: number, problems: SyntaxProblem[]): Node {
  const anchors = new Map<string, Anchored | 'open'>();
  let weight = 0;
  let isTooLarge = false;
  /** What stands in place of aliases that lead nowhere: said once, at the alias. */
  const lost = new Set<Node>();

  /** Once: every further alias of a bomb would say the same. */
  function reportTooLarge(what: string, span: Span): void {
    if (!isTooLarge)
      problems.push({ code: 'tooLarge', message: `Not checked: the ${what} make the document too large.`, span });
    isTooLarge = true;
  }

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

  function nowhere(span: Span): ScalarNode {
    const node = missing(span);
    lost.add(node);
    return node;
  }

  function readAlias(name: string, span: Span): Node {
    const target = anchors.get(name);
    if (target === undefined) {
      problems.push({
        code: 'alias',
        message: `Nothing above is named "&${name}", so "*${name}" stands for nothing.`,
        span,
      });
      return nowhere(span);
    }
    if (target === 'open') {
      problems.push({
        code: 'selfReference',
        message: `"*${name}" stands inside what it names: the value contains itself.`,
        span,
      });
      return nowhere(span);
    }
    weight += target.weight;
    if (weight > maxExpandedNodes) {
      reportTooLarge('aliases', span);
      weight -= target.weight;
      return nowhere(span);
    }
    return { ...target.node, span };
  }

  function readScalar(node: ParsedNode): ScalarNode {
    const span = at(node);
    if (!isScalar(node)) return missing(span);
    const source = typeof node.source === 'string' ? node.source : '';
    if (node.type === 'PLAIN') {
      const value = node.tag === textTag ? source : resolvePlainScalar(source);
      return { type: 'scalar', span, text: source, value, style: 'plain' };
    }
    if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL')
      return { type: 'scalar', span: withoutLineEnds(span), text: source, value: source, style: 'block' };
    return { type: 'scalar', span, text: source, value: source, style: 'quoted' };
  }

  /** A block scalar takes along the line ends behind its last line; to a reader it ends with its text. */
  function withoutLineEnds({ start, end }: Span): Span {
    let last = end - base;
    while (last > start - base && (text[last - 1] === '\n' || text[last - 1] === '\r')) last--;
    return spanOf(start, base + last);
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
      if (lost.has(value)) return [];
      problems.push({
        code: 'alias',
        message: '"<<" takes over the fields of a map: write "<<: *name", where "&name" marks a map.',
        span: value.span,
      });
      return [];
    }
    weight += value.entries.length;
    if (weight <= maxExpandedNodes) return value.entries;
    reportTooLarge('merge keys', value.span);
    return [];
  }

  function readKey(node: ParsedNode): ScalarNode {
    const key = read(node);
    const span = visible(at(node));
    if (key.type === 'scalar') return { ...key, span };
    return { type: 'scalar', span, text: text.slice(span.start - base, span.end - base), value: null, style: 'plain' };
  }

  /** A key that is nothing but its colon is seen at the colon. */
  function visible(span: Span): Span {
    if (span.end > span.start) return span;
    const start = Math.max(base, Math.min(span.start, base + text.length - 1));
    return spanOf(start, start + 1);
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
