import { spanOf, type Span } from '../text/span.ts';
import type { SyntaxProblem } from './tree.ts';

/** The parts of a Markdown file: the YAML between the fences, and the body behind them. */
export interface FrontMatter {
  /** The YAML between the fences; absent when the file begins with none. */
  readonly yaml: Span | undefined;
  readonly body: Span;
  readonly problems: readonly SyntaxProblem[];
}

const fence = /^---[ \t]*$/;
const closingFence = /^(?:---|\.\.\.)[ \t]*$/;
const foreignFence = /^(?:---[ \t]*[A-Za-z]+|\+\+\+|;;;|\{)[ \t]*$/;

/**
 * Finds the front matter: a line `---` that is the first of the file (a byte order mark may stand before it),
 * up to the next line `---` or `...`. Anything else at the top is plain Markdown.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const first = lineEnd(text, start);
  const opening = text.slice(start, first);
  const whole = spanOf(start, text.length);
  if (foreignFence.test(opening)) {
    const message = `Front matter is read as YAML only: "${opening.trim()}" begins another language, which is neither read nor run. Begin it with "---".`;
    return { yaml: undefined, body: whole, problems: [{ code: 'frontMatter', message, span: spanOf(start, first) }] };
  }
  if (!fence.test(opening)) return { yaml: undefined, body: whole, problems: [] };
  const yamlStart = nextLine(text, first);
  for (let at = yamlStart; at < text.length;) {
    const end = lineEnd(text, at);
    if (closingFence.test(text.slice(at, end)))
      return { yaml: spanOf(yamlStart, at), body: spanOf(nextLine(text, end), text.length), problems: [] };
    at = nextLine(text, end);
  }
  // A thematic break at the top of a document without front matter looks the same: only fields tell them apart.
  if (!/^[A-Za-z][\w-]*[ \t]*:/.test(text.slice(yamlStart, yamlStart + 200)))
    return { yaml: undefined, body: whole, problems: [] };
  const message = 'The front matter that opens here is never closed. Put a line "---" behind its last field.';
  return {
    yaml: undefined,
    body: spanOf(yamlStart, text.length),
    problems: [{ code: 'frontMatter', message, span: spanOf(start, first) }],
  };
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) return at;
    at++;
  }
  return at;
}

function nextLine(text: string, end: number): number {
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : Math.min(end + 1, text.length);
}
