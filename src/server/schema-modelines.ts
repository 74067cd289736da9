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
  for (const end of documentEnds(text)) {
    const document = text.slice(start, end);
    // What stands before the first `---` and says nothing itself belongs to what comes after it.
    if (end < text.length && !/^[^\s#%]/m.test(document.replace(/^---.*/, '')) && start === 0) continue;
    if (ourModeline.test(document)) documents.push(spanOf(start, end));
    start = end;
  }
  return documents;
}

/** As the YAML extension reads it: at the beginning of a line, the first address counts. */
const ourModeline =
  /^#[ \t]+yaml-language-server[ \t]*:[^\n]{0,400}?\$schema=(?:[^\s]{0,2000}\/)?(?:bet|metrics|rollout|retro|launch|tracks)\.schema\.json(?:[?#\s]|$)/m;

function documentEnds(text: string): readonly number[] {
  const marks = [...text.matchAll(/^---(?=[ \t\r]|$)/gm)].map(({ index }) => index).filter(index => index > 0);
  return [...marks, text.length];
}
