import type * as Library from './library-yaml.ts';
import { readPlainYaml } from './plain-yaml/read.ts';
import type { ParsedDocument } from './tree.ts';

/** Names, colons, blanks and line ends beyond this take longer to read than anybody waits: some 130 000 lines. */
const maxLexemes = 1_000_000;

/**
 * Loads the library's reader, which hardly any text needs, when the first one does. The bundler makes of it a part that is
 * loaded or run at that moment, and the answer stays synchronous.
 */
declare const require: (part: './library-yaml.ts') => typeof Library;

/**
 * Reads YAML 1.2 core, several documents a file. Never throws; every error stands at its place.
 * `base` is where `text` begins in the file (front matter starts behind its fence): spans are offsets into the file.
 */
export function parseYaml(text: string, base: number): readonly ParsedDocument[] {
  return readPlainYaml(text, base, maxLexemes) ?? readWithLibrary(text, base);
}

function readWithLibrary(text: string, base: number): readonly ParsedDocument[] {
  const { parseYamlWithLibrary } = require('./library-yaml.ts');
  return parseYamlWithLibrary(text, base, maxLexemes);
}
