import { readPlainMarkdown } from '../../src/core/parse/plain-markdown/read.ts';
import { spanOf } from '../../src/core/text/span.ts';
import { bodyTraps, markdownTraps } from './generators.ts';

/*
 * Nothing here measures time: what grows faster than its input runs into the limit of the test. No guard stands before
 * the reader here, so that everything is ten times as large as what it gets.
 */
describe('hostile Markdown is given up or read by the reader of plain Markdown, in time', function () {
  this.timeout(30_000);

  for (const [name, text] of Object.entries({ ...bodyTraps, ...markdownTraps, ...runs() })) {
    it(name, () => {
      for (const trap of [text, text.repeat(3), `| a |\n|---|\n| ${text.slice(0, 300_000)} |\n`, `> ${text}`])
        readPlainMarkdown(trap, spanOf(0, trap.length));
    });
  }
});

function runs(): Readonly<Record<string, string>> {
  const pieces = [
    '[',
    '![',
    '*a ',
    '_a',
    '`',
    '`` ` ',
    '~a ',
    '|',
    '|-',
    '> ',
    '<a b="',
    '<a b=\'<c d="',
    '[a](b "',
    '[[a](b)',
  ];
  const more = [
    '**a* ',
    '***a** ',
    '\t',
    '- \n',
    '- a\n',
    '    a\n',
    '&a;',
    '\\',
    '1. a\n',
    '# a #\n',
    '<!-',
    '![![a](b)',
    '*a_ b*',
  ];
  return Object.fromEntries(
    [...pieces, ...more].map(piece => [`${JSON.stringify(piece)} without end`, piece.repeat(60_000)]),
  );
}
