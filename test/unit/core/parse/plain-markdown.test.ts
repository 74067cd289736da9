import fc from 'fast-check';
import assert from 'node:assert/strict';
import { readPlainMarkdown } from '../../../../src/core/parse/plain-markdown/read.ts';
import { spanOf } from '../../../../src/core/text/span.ts';
import { isGivenUp, markdownTexts, sorts } from '../../../support/plain-markdown.ts';

/** More texts, or others: `BETWRIGHT_PROPERTY_RUNS`, `BETWRIGHT_PROPERTY_SEED`; many more: `npm run fuzz`. */
const runs = Number(process.env['BETWRIGHT_PROPERTY_RUNS'] ?? 150);
const seed = Number(process.env['BETWRIGHT_PROPERTY_SEED'] ?? 20261123);

const endings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': text => text,
  'with CRLF': text => text.replaceAll('\n', '\r\n'),
  'in an item': text => `- ${text.replaceAll('\n', '\n  ')}`,
};

describe('parse/plain-markdown: what the project holds', function () {
  this.timeout(60_000);

  for (const [how, change] of Object.entries(endings)) {
    it(`is read as the library reads it, ${how}`, () => {
      for (const { text, start } of markdownTexts()) {
        if (how === 'as it is') isGivenUp(text, start);
        else isGivenUp(change(text.slice(start)));
      }
    });
  }

  it('is hardly ever given up', () => {
    const texts = markdownTexts();
    const given = texts.filter(({ text, start }) => readPlainMarkdown(text, spanOf(start, text.length)) === undefined);
    assert.ok(texts.length > 100 && given.length < texts.length / 20, given.map(({ file }) => file).join('\n'));
  });
});

describe('parse/plain-markdown: any text is given up or read as the library reads it', function () {
  this.timeout(Math.max(60_000, runs * 200));

  for (const [sort, texts] of Object.entries(sorts)) {
    it(sort, () => {
      let read = 0;
      fc.assert(
        fc.property(texts, text => {
          if (!isGivenUp(text)) read++;
        }),
        { seed, numRuns: runs },
      );
      assert.ok(read > runs / 20, `only ${read} of ${runs} were read`);
    });
  }

  it('wherever a text is cut', () => {
    const text =
      '# A\n\n> **b:** c\n> - [x] d | e\n\n| a | b |\n|:-|-:|\n| `x` | \\| &lt; |\n\n```\n~~~\n```\n<!-- x -->\n\n1. [ ] e\n   > f\n\n    g\n';
    for (let at = 0; at <= text.length; at++) for (const part of [text.slice(0, at), text.slice(at)]) isGivenUp(part);
  });
});

describe('parse/plain-markdown: what it reads', () => {
  const frontMatter = '---\nid: A\n---\n';
  const texts: Readonly<Record<string, string>> = {
    'nothing at all': '',
    'nothing but blank lines': '\n  \n\n',
    headings: '# A\n## B ##\n### C#\n####\n##### #\n  # D  \n#E\n####### F\n',
    'headings by underlines': 'A\n===\nB *c*\nd  \n---  \n- e\n  ---\n',
    'paragraphs of several lines': 'a\nb \n  c  \nd\\\ne\n',
    'thematic breaks': '---\n***\n_ _ _\na\n***\n- - -\n',
    'labels, emphasis and their like': '**Owner:** Maria, *a **b** c* __d__ _e_ f_g_h 2 * 3 ** *\n',
    'emphasis in emphasis, and what is left': '**a *b** c\n\n*a **b\n\n***a** b*\n',
    'code in lines': '`a` `` b`c `` ` d ` `` ` `` `e\n\n```f``` `g\nh` i `\n',
    links: '[a](b) [**c** d](e "f") [](g) [h]() [i](j(k)l) [m [n](o) p](q) [r](s t) ![u](v) [![w](x)](y)\n',
    'brackets that are no links': '[a] [b][c] [d][] ![e] [ ] ] [[f]] \\[g](h) [^1]\n',
    'addresses in angle brackets': '<https://a.example/b?c> http://b.example\n',
    'escapes and entities': '\\* \\a \\\\ a\\|b &amp; &lt;b&gt; &nbsp;c R&D &; &a\n',
    'tags and comments in lines': 'a<br>b <br/> <sub>c</sub> <name> </x> <a b="c" d> < e <f <!-- g --> h\n',
    'tildes that strike nothing through': '~5 % or ~10 %, ~~ and ~~~\n',
    lists: '- a\n- b\n\n- c\n* d\n1. e\n2) f\n',
    'lists in lists': '- a\n  - b\n\n    c\n    1. d\n  - e\n- f\n',
    'lists behind blanks': '  - a\n  - b\n -   c\n\n     d\n',
    'items with nothing in them': '-\n- a\n-   \n\n  b\n*\n  c\n',
    'what goes on without being indented': '- a\nb\n\n> c\nd\n',
    'what follows a list at once': '- a\n# B\n- c\n***\n- d\n> e\n',
    tasks: '- [ ] a\n- [x]   b\n* [X] **c** d\n- [ ]\n- [ ]e\n- [✓] f\n- [-] g\n- [~]\n1. [x] h\n   i\n- [ ] `j`\n',
    'tasks that begin with something': '- [ ] <br>a\n- [ ] [b](c)\n- [x] \\*d\n- [x] <!-- e --> f\n',
    tables: '| a | b |\n|---|:-:|\n| c | d |\n| `e\\|f` | \\| |\n|g\nh\n| | |\n|\n| **i** | j | k |  \n\nl\n',
    'tables without pipes at the edges': 'a | b\n--|--\nc | d\ne\nf |\n',
    'a table below a paragraph': 'a\n| b |\n|---|\n# C\n',
    'a table that is none': '| a | b |\n|---|\n\n| c |\n---\n',
    'tables in items and quotes': '- a\n\n  | b |\n  |---|\n  | c |\n- d\n\n> | e |\n> |---|\n> | f |\n',
    fences: '```yaml\na: b\n```\n\n~~~\n```\n~~~~ \n````\n```\n````\n- ```\n  - [ ] a\n\n  ```\n',
    'a fence that nobody closes': 'a\n```\n# b\n\n',
    'tabs in a fence': '```\n\ta\n```\t\nb\n',
    quotes: '> a\n>b\n> > c\n\n> # d\n>\n> e\n> - f\n> - g\n',
    'comments and other HTML': '<!-- a\n\nb --> c\nd\n\n  <!--e-->\n- <!-- f -->\n<div>\n*g*\n\n<x>\nh\n\n<y z>i\n',
    'indented code': 'a\n\n    b\n\n      c\n\nd\n    e\n',
    'letters of all kinds': '**„é“** *→* _x_… **🚀**a *a*\u00a0b\n',
  };
  for (const [name, text] of Object.entries(texts)) {
    it(name, () => {
      assert.equal(isGivenUp(text), false);
      assert.equal(isGivenUp(frontMatter + text, frontMatter.length), false);
      assert.equal(isGivenUp(text.replaceAll('\n', '\r\n')), false);
    });
  }
});

describe('parse/plain-markdown: what it gives up', () => {
  const texts: Readonly<Record<string, string>> = {
    'definitions of links': '[a]: b\n\n[a]\n',
    'definitions over lines': '[a\nb]: c\n',
    'text that is struck through': '~~a~~\n',
    'unknown entities': '&copy; &#35; &x;\n',
    'what would be another entity once it is read': '&amp;lt;\n',
    'targets in angle brackets, or with escapes': '[a](<b c>)\n\n[a](b\\))\n',
    'links over lines': '[a](\nb)\n',
    'images of more than text': '![*a*](b)\n',
    'tags and comments over lines': 'a <b\nc>\n\nd <!-- e\nf -->\n',
    'declarations and instructions': '<?a?>\n\n<!A>\n',
    'scripts, styles and what is preformatted': '<pre>\n\na\n</pre>\n',
    'a comment that nobody closes': '<!-- a\n\nb\n',
    'tabs that indent': '-\ta\n\n\tb\n',
    'tabs in a line': 'a\tb\n',
    'code in an item': '-     a\n',
    'a fence that its item ends': '- ```\n  a\n- b\n',
    'a box alone on its line': '- [ ]\n  a\n',
    'a box behind an item with nothing in it': '*\n[x]\na\n',
    'lists in a quote, and a line with nothing but the mark': '> - a\n>\n> b\n',
    'rows that are not indented as their table': '- | a |\n  |---|\n| b |\n',
    'addresses of mail': '<a@b.example>\n',
    'a lone carriage return': 'a\rb\n',
    'a character that is none': 'a\0b\n',
    'a byte order mark': '\ufeffa\n',
    'what is nested too deeply': `${'> '.repeat(20)}a\n`,
    'stars by the rule of three': '*a**b*\n',
  };
  for (const [name, text] of Object.entries(texts)) it(name, () => assert.equal(isGivenUp(text), true));
});
