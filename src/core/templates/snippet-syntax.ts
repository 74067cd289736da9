/** A piece of a snippet. `text` is already without escapes. */
export type SnippetPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'stop'; readonly number: number; readonly content: readonly SnippetPart[] }
  | { readonly type: 'choice'; readonly number: number; readonly options: readonly string[] }
  | { readonly type: 'token'; readonly name: string; readonly fallback: string };

/**
 * Reads the part of TextMate's snippet syntax that templates use. What is not of that syntax stays text, so that
 * nothing is lost and nothing throws. A token's default is plain text.
 */
export function parseSnippet(body: string): readonly SnippetPart[] {
  return readParts(body, 0, 'end').parts;
}

/** The same snippet with its parts changed one by one, written in TextMate's syntax again. */
export function printSnippet(parts: readonly SnippetPart[]): string {
  return parts.map(part => printPart(part, /[\\$]/g)).join('');
}

interface Reading {
  readonly parts: readonly SnippetPart[];
  /** The offset after the last character that was read. */
  readonly end: number;
  readonly closed: boolean;
}

function readParts(body: string, start: number, until: 'end' | 'brace'): Reading {
  const parts: SnippetPart[] = [];
  let text = '';
  let at = start;
  const flush = (): void => {
    if (text !== '') parts.push({ type: 'text', text });
    text = '';
  };
  while (at < body.length) {
    const character = body.charAt(at);
    if (character === '\\' && /[\\$}]/.test(body.charAt(at + 1))) {
      text += body.charAt(at + 1);
      at += 2;
      continue;
    }
    if (character === '}' && until === 'brace') {
      flush();
      return { parts, end: at + 1, closed: true };
    }
    const found = character === '$' ? readDollar(body, at) : undefined;
    if (found) {
      flush();
      parts.push(found.part);
      at = found.end;
      continue;
    }
    text += character;
    at += 1;
  }
  flush();
  return { parts, end: at, closed: until === 'end' };
}

function readDollar(body: string, at: number): { readonly part: SnippetPart; readonly end: number } | undefined {
  const head = matchAt(
    /\$(\d+)|\$\{(\d+)\}|\$\{(\d+):|\$\{(\d+)\|((?:[^|\\]|\\.)*)\|\}|\$\{([A-Za-z_]+)(?::([^}]*))?\}/y,
    body,
    at,
  );
  if (!head) return undefined;
  const end = at + head[0].length;
  const [, bare, braced, withDefault, choice, options, token, fallback] = head;
  const plain = bare ?? braced;
  if (plain !== undefined) return { part: { type: 'stop', number: Number(plain), content: [] }, end };
  if (choice !== undefined)
    return { part: { type: 'choice', number: Number(choice), options: readOptions(options ?? '') }, end };
  if (token !== undefined) return { part: { type: 'token', name: token, fallback: fallback ?? '' }, end };
  const inner = readParts(body, end, 'brace');
  if (!inner.closed) return undefined;
  return { part: { type: 'stop', number: Number(withDefault), content: inner.parts }, end: inner.end };
}

function matchAt(pattern: RegExp, body: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(body) ?? undefined;
}

function readOptions(source: string): readonly string[] {
  return [...source.matchAll(/(?:[^,\\]|\\.)+/g)].map(([option]) => option.replace(/\\(.)/g, '$1'));
}

function printPart(part: SnippetPart, escaped: RegExp): string {
  switch (part.type) {
    case 'text':
      return part.text.replace(escaped, '\\$&');
    case 'token':
      return part.fallback === '' ? `\${${part.name}}` : `\${${part.name}:${part.fallback}}`;
    case 'choice':
      return `\${${String(part.number)}|${part.options.map(option => option.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
    case 'stop': {
      if (part.content.length === 0) return `$${String(part.number)}`;
      const content = part.content.map(inner => printPart(inner, /[\\$}]/g)).join('');
      return `\${${String(part.number)}:${content}}`;
    }
  }
}
