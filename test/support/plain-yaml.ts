import type { Arbitrary } from 'fast-check';
import assert from 'node:assert/strict';
import { Lexer } from 'yaml';
import { splitFrontMatter } from '../../src/core/parse/front-matter.ts';
import { readPlainYaml } from '../../src/core/parse/plain-yaml/read.ts';
import { parseYamlWithLibrary } from '../../src/core/parse/library-yaml.ts';
import { arbitraryFrom, damaged } from './damaged.ts';
import type { Random } from './random.ts';
import { allTexts } from './texts.ts';
import { writtenYaml } from './written-yaml.ts';

const maxLexemes = 1_000_000;

/** Whether the reader of plain YAML gave the text up; where it did not, it equals the library, to the last span. */
export function isGivenUp(text: string, base = 0): boolean {
  const plain = readPlainYaml(text, base, maxLexemes);
  if (plain === undefined) return true;
  assert.deepEqual(plain, parseYamlWithLibrary(text, base, maxLexemes));
  // What is counted on the way is no less than the library counts: nothing is read that it would refuse for its size.
  assert.equal(readPlainYaml(text, base, lexemesOf(text) - 1), undefined);
  return false;
}

function lexemesOf(text: string): number {
  return [...new Lexer().lex(text)].length;
}

/** All YAML of the project: whole files and front matter, as the files have it. */
export function yamlTexts(): readonly { readonly file: string; readonly text: string; readonly base: number }[] {
  return allTexts().flatMap(({ file, text }) => {
    if (!file.endsWith('.md')) return [{ file, text, base: 0 }];
    const { yaml } = splitFrontMatter(text);
    return yaml === undefined ? [] : [{ file, text: text.slice(yaml.start, yaml.end), base: yaml.start }];
  });
}

const pieces: readonly string[] = [
  ...['a', 'b', 'a', 'b c', '1', '-1', '~', 'null', '0x1', '.5', 'é', 'x-y', 'true'],
  ...[': ', ': ', ':', ':\n', ': \n', '- ', '- ', '-', '-\n', '? ', '?', ', ', ',', ' ', '  ', '    '],
  ...['\n', '\n', '\n', '\n  ', '\n  ', '\n    ', '\n ', '\n- ', '\n  - ', '\n\n', '\r\n', '\r', '\t', '\n\t'],
  ...[
    '#',
    ' #',
    ' # c',
    '\n# c\n',
    '\n#c\n',
    '\n  #c\n',
    '# c\n',
    '"',
    "'",
    '"a"',
    "'b'",
    '"a" ',
    "''",
    '\\',
    '\\n',
    '\\u00e9',
  ],
  ...['[', ']', '{', '}', '[a]', '{a: b}', '[]', '{}', '[ ', ' ]', '{ ', ' }', '[a, b]', '{a}', '{a: , b}'],
  ...['|', '>', '|-', '>+', '|+\n', '|\n  ', '>\n  ', '>-\n    ', '|2\n', ' |\n    a', ' >\n   a\n\n    b'],
  ...[
    '---',
    '...',
    '\n---\n',
    '\n...\n',
    '--- ',
    '---\n',
    '...\n',
    '%',
    '%YAML 1.1\n',
    '@',
    '`',
    '!',
    '!a ',
    '&a ',
    '*a',
  ],
  ...['<<', '<<: ', '\ufeff', '\0', '\u0085', '\u2028', '\u007f', '\u001f', '\ud800', '🚀', '\u00a0', '\f', '\v'],
];

/** Little pieces that mean something to YAML, in no order that makes sense. */
function soup(random: Random): string {
  return Array.from({ length: 1 + random.below(16) }, () => random.pick(pieces)).join('');
}

const known = yamlTexts().map(({ text }) => text);

/** Some lines of the project. */
function excerpt(random: Random): string {
  const lines = random.pick(known).split('\n');
  const start = random.below(lines.length);
  return lines.slice(start, start + 1 + random.below(30)).join('\n');
}

function repeatedly(random: Random, text: string): string {
  let result = text;
  for (let times = random.below(4); times > 0; times--) result = damaged(random, result, pieces);
  return result;
}

/** Sorts of texts on which both readers are held against each other. */
export const sorts: Readonly<Record<string, Arbitrary<string>>> = {
  'plain documents': arbitraryFrom(random => writtenYaml(random)),
  'plain documents, damaged': arbitraryFrom(random => repeatedly(random, damaged(random, writtenYaml(random), pieces))),
  'texts of the project, damaged': arbitraryFrom(random => repeatedly(random, excerpt(random))),
  'pieces in a row': arbitraryFrom(soup),
};
