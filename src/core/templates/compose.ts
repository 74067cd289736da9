import { parseSnippet, printSnippet, type SnippetPart } from './snippet-syntax.ts';

/**
 * Puts bodies behind one another, each on lines of its own. Every body numbers its stops from 1; here they are
 * numbered on, so that a body can be written once and used in several templates. `$0` stays.
 */
export function joinBodies(...bodies: readonly string[]): string {
  let last = 0;
  const joined: string[] = [];
  for (const body of bodies) {
    const parts = parseSnippet(body);
    joined.push(printSnippet(parts.map(part => shifted(part, last))));
    last += Math.max(0, ...parts.map(highest));
  }
  return joined.join('\n');
}

/** A body as the value of a key: two blanks further in. Empty lines stay empty. */
export function under(key: string, body: string): string {
  return `${key}:\n${body.replace(/^(?=.)/gm, '  ')}`;
}

function shifted(part: SnippetPart, by: number): SnippetPart {
  if (part.type === 'text' || part.type === 'token' || part.number === 0) return part;
  const number = part.number + by;
  if (part.type === 'choice') return { ...part, number };
  return { ...part, number, content: part.content.map(inner => shifted(inner, by)) };
}

function highest(part: SnippetPart): number {
  if (part.type === 'text' || part.type === 'token') return 0;
  if (part.type === 'choice') return part.number;
  return Math.max(part.number, ...part.content.map(highest));
}
