import type { Arbitrary } from 'fast-check';
import assert from 'node:assert/strict';
import { splitFrontMatter } from '../../src/core/parse/front-matter.ts';
import { parseMarkdownWithLibrary } from '../../src/core/parse/markdown/read-blocks.ts';
import { readPlainMarkdown } from '../../src/core/parse/plain-markdown/read.ts';
import { arbitraryFrom, damaged } from './damaged.ts';
import type { Random } from './random.ts';
import { allTexts } from './texts.ts';
import { writtenMarkdown } from './written-markdown.ts';

/** Whether the reader of plain Markdown gave the text up; where it did not, it equals the library, to the last span. */
export function isGivenUp(text: string, start = 0): boolean {
  const body = { start, end: text.length };
  const plain = readPlainMarkdown(text, body);
  if (plain === undefined) return true;
  const read = parseMarkdownWithLibrary(text, body);
  if (read.problems.length > 0) return false;
  assert.deepEqual(plain, read);
  return false;
}

/** All Markdown of the project: bodies, and where they begin. */
export function markdownTexts(): readonly { readonly file: string; readonly text: string; readonly start: number }[] {
  return allTexts()
    .filter(({ file }) => file.endsWith('.md'))
    .map(({ file, text }) => ({ file, text, start: splitFrontMatter(text).body.start }));
}

const pieces: readonly string[] = [
  ...[
    'a',
    'b',
    'a b',
    '1',
    'é',
    '✓',
    '🚀',
    ' ',
    ' ',
    '  ',
    '    ',
    '\t',
    '\n',
    '\n',
    '\n',
    '\n\n',
    '\n  ',
    '\n    ',
    '\r\n',
    '\r',
  ],
  ...[
    '- ',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '-',
    '\n- ',
    '\n  - ',
    '\n1. ',
    '\n   ',
    '> ',
    '>',
    '\n> ',
    '\n>\n',
    '\n> > ',
  ],
  ...['[ ] ', '[x] ', '[X]', '[-] ', '# ', '## ', ' #', '\n# ', '\n---\n', '\n===\n', '---', '***', '___', '\n***\n'],
  ...['*', '**', '***', '_', '__', '~', '~~', '`', '``', '```', '\n```\n', '```yaml\n', '~~~\n', '**a**', '*a*', '`a`'],
  ...['[', ']', '(', ')', '![', '](', '](a)', '[a](b)', '[a]: b', '[a]', '[^1]: ', '"', "'", '[a](b "c")'],
  ...['|', '|', ' | ', '\n|', '\n|-|\n', '|---|---|', '\n| a | b |\n|---|---|\n', ':-:', '\\|', '| a |', '||'],
  ...[
    '<',
    '>',
    '<!--',
    '-->',
    '<!-- a -->',
    '<br>',
    '<b>',
    '</b>',
    '<div>',
    '<a b="c">',
    '<a ',
    '<?',
    '<!X',
    '<http://a>',
  ],
  ...[
    '\\',
    '\\*',
    '\\\n',
    '  \n',
    ' \n',
    '&',
    '&amp;',
    '&lt;',
    '&#35;',
    '&x;',
    '!',
    ':',
    '.',
    ',',
    '+',
    '=',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\0',
    '\ud800',
    '\f',
  ],
];

/** Little pieces that mean something to Markdown, in no order that makes sense. */
function soup(random: Random): string {
  return Array.from({ length: 1 + random.below(14) }, () => random.pick(pieces)).join('');
}

const known = markdownTexts().map(({ text, start }) => text.slice(start));

/** Some lines of the project. */
function excerpt(random: Random): string {
  const lines = random.pick(known).split('\n');
  const start = random.below(lines.length);
  return lines.slice(start, start + 1 + random.below(20)).join('\n');
}

function repeatedly(random: Random, text: string): string {
  let result = text;
  for (let times = random.below(4); times > 0; times--) result = damaged(random, result, pieces);
  return result;
}

/** Sorts of texts on which both readers are held against each other. */
export const sorts: Readonly<Record<string, Arbitrary<string>>> = {
  'plain documents': arbitraryFrom(random => writtenMarkdown(random)),
  'plain documents, damaged': arbitraryFrom(random =>
    repeatedly(random, damaged(random, writtenMarkdown(random), pieces)),
  ),
  'texts of the project, damaged': arbitraryFrom(random => repeatedly(random, excerpt(random))),
  'pieces in a row': arbitraryFrom(soup),
};
