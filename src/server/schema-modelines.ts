import { spanOf, type Span } from '../core/text/span.ts';

/**
 * The YAML documents of a text that tell a YAML extension, by a comment such as
 * `# yaml-language-server: $schema=…/bet.schema.json`, to hold them to a schema of ours. A comment speaks for the document
 * it stands in, or stands before.
 */
export function documentsWithOurSchema(text: string): readonly Span[] {
  if (!text.includes('yaml-language-server')) return [];
  const documents: Span[] = [];
  let start = 0;
  let from = 0;
  for (const end of documentEnds(text)) {
    const isHead = start === 0 && from === 0 && !saysSomething(text.slice(from, end));
    from = end;
    // Comments before the first `---` belong to what comes after it.
    if (isHead && end < text.length) continue;
    if (namesOurSchema(text.slice(start, end))) documents.push(spanOf(start, end));
    start = end;
  }
  return documents;
}

function saysSomething(part: string): boolean {
  return /^[^\s#%]/m.test(part);
}

/** As the YAML extension reads it: the first such comment at the beginning of a line counts, and in it the first address. */
function namesOurSchema(document: string): boolean {
  const [, said = ''] = /^#[ \t]+yaml-language-server[ \t]*:(.*)/m.exec(document) ?? [];
  const [, address = ''] = /\$schema=(\S+)/.exec(said) ?? [];
  const name =
    address
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '';
  return /^(?:bet|metrics|rollout|retro|launch|tracks)\.schema\.json$/.test(name);
}

function documentEnds(text: string): readonly number[] {
  const marks = [...text.matchAll(/^---(?=[ \t\r]|$)/gm)].map(({ index }) => index).filter(index => index > 0);
  return [...marks, text.length];
}
