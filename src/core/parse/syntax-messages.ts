import type { YAMLError } from 'yaml';
import { spanOf, type Span } from '../text/span.ts';
import type { Node, ScalarNode, SyntaxProblem } from './tree.ts';

/** Says a parser's error at its cause, in words that say what to do. */
export function explainSyntax(text: string, error: YAMLError, root: Node | undefined, base: number): SyntaxProblem {
  const [start, end] = error.pos;
  const span = spanOf(base + Math.min(start, text.length), base + Math.min(Math.max(end, start), text.length));
  const problem = (message: string, place = span): SyntaxProblem => ({ code: 'yaml', message, span: place });
  switch (error.code) {
    case 'MISSING_CHAR': {
      const quoted = error.message.includes('quote') ? unclosedQuote(root, span.start) : undefined;
      if (quoted)
        return problem('The quote that opens here is never closed.', spanOf(quoted.span.start, quoted.span.start + 1));
      if (error.message.startsWith('Implicit map key'))
        return problem('A field’s name needs a colon behind it, and then its value.');
      return problem(sentence(error.message));
    }
    case 'BLOCK_AS_IMPLICIT_KEY':
      return problem(
        'A colon and a blank begin a new field here. Put the whole value in quotes, or the field on a line of its own.',
        lineFrom(text, start, base),
      );
    case 'BAD_SCALAR_START':
      return problem(`YAML keeps "${text.slice(start, start + 1)}" for itself. Put the value in quotes.`);
    case 'BAD_INDENT': {
      const open = /^Flow (map|sequence) in block collection .* end with/.test(error.message)
        ? lastBefore(root, span.start, node => node.type !== 'scalar' && node.flow)
        : undefined;
      if (open === undefined) return problem(sentence(error.message));
      const bracket = text.charAt(open.span.start - base);
      return problem(`The "${bracket}" that opens here is never closed.`, spanOf(open.span.start, open.span.start + 1));
    }
    case 'TAB_AS_INDENT':
      return problem('YAML does not take tabs as indentation. Use blanks.');
    case 'MULTILINE_IMPLICIT_KEY':
      return problem(
        'This line is no field: a colon is missing, or the lines before it are indented in a different way.',
        lineFrom(text, start, base),
      );
    case 'UNEXPECTED_TOKEN':
      return problem(
        /block-seq-ind on same line/i.test(error.message)
          ? 'A list begins on the line below its field, not beside it.'
          : sentence(error.message),
      );
    default:
      return problem(sentence(error.message));
  }
}

function sentence(message: string): string {
  const line = message.split('\n', 1)[0] ?? '';
  const trimmed = line.replace(/ at line \d+, column \d+:?$/, '');
  return trimmed.endsWith('.') ? trimmed : `${trimmed}.`;
}

function lineFrom(text: string, start: number, base: number): Span {
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return spanOf(base + start, base + Math.max(end, start));
}

/** The quoted scalar that swallowed what lies between its quote and the offset. */
function unclosedQuote(root: Node | undefined, offset: number): ScalarNode | undefined {
  const found = lastBefore(root, offset, node => node.type === 'scalar' && node.style === 'quoted');
  return found?.type === 'scalar' ? found : undefined;
}

/** The deepest node of this sort on the way to the last thing that begins before the offset. */
function lastBefore(root: Node | undefined, offset: number, isSought: (node: Node) => boolean): Node | undefined {
  let found: Node | undefined;
  for (let node = root; node !== undefined && node.span.start < offset;) {
    if (isSought(node)) found = node;
    node = lastChildBefore(node, offset);
  }
  return found;
}

function lastChildBefore(node: Node, offset: number): Node | undefined {
  if (node.type === 'scalar') return undefined;
  if (node.type === 'list') return node.items.findLast(item => item.span.start < offset);
  const entry = node.entries.findLast(({ key }) => key.span.start < offset);
  return entry && entry.value.span.start < offset && entry.value.span.end > entry.value.span.start
    ? entry.value
    : entry?.key;
}
