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
      return problem(sentence(error.message));
    }
    case 'BLOCK_AS_IMPLICIT_KEY':
      return problem(
        'A colon and a blank begin a new field here. Put the whole value in quotes, or the field on a line of its own.',
        lineFrom(text, start, base),
      );
    case 'BAD_SCALAR_START':
      return problem(`YAML keeps "${text.slice(start, start + 1)}" for itself. Put the value in quotes.`);
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

/** The quoted scalar that swallowed the rest of the document up to the offset. */
function unclosedQuote(node: Node | undefined, end: number): ScalarNode | undefined {
  if (node === undefined) return undefined;
  if (node.type === 'scalar') return node.style === 'quoted' && node.span.end >= end ? node : undefined;
  const last = node.type === 'list' ? node.items.at(-1) : node.entries.at(-1)?.value;
  return unclosedQuote(last, end) ?? (node.type === 'map' ? unclosedQuote(node.entries.at(-1)?.key, end) : undefined);
}
