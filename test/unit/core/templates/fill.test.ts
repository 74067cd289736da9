import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { fillTemplate, snippetBody, type Template } from '../../../../src/core/templates/index.ts';
import { yamlScalar } from '../../../../src/core/templates/yaml-scalar.ts';

const template = (body: string, rest: Partial<Template> = {}): Template => ({
  kind: 'bet',
  scope: 'artifact',
  notation: 'yaml',
  label: 'a',
  description: 'b',
  prefix: 'c',
  body,
  ...rest,
});

describe('fillTemplate', () => {
  it('takes the given value, else the default, and the first of a choice', () => {
    const body = 'id: ${1:${id:BET-001}}\nowner: ${2:${owner:Trio}}\nstatus: ${3|proposed,shaping|}\n$0';
    assert.equal(fillTemplate(template(body), { id: 'BET-009' }), 'id: BET-009\nowner: Trio\nstatus: proposed\n');
  });

  it('repeats a stop that stands twice, with the value it was given', () => {
    assert.equal(fillTemplate(template('${1:${id:a}} [$1] ${2|x,y|} $2'), { id: 'b' }), 'b [b] x x');
  });

  it('takes escapes out', () => {
    assert.equal(fillTemplate(template('${1:\\$2.0M} \\\\ { percent: ${2:10%} }'), {}), '$2.0M \\ { percent: 10% }');
  });

  it('takes a blank value for none, and no value from the prototype', () => {
    assert.equal(fillTemplate(template('${id:a} ${constructor:b}'), { id: '  ' }), 'a b');
  });

  it('quotes in front matter and not in the heading below it', () => {
    const body = '---\ntitle: ${1:${title:T}}\n---\n\n# $1\n';
    const filled = fillTemplate(template(body, { notation: 'markdown' }), { title: 'On: time\n---\n' });
    assert.equal(filled, '---\ntitle: "On: time\\n---\\n"\n---\n\n# On: time ---\n');
  });

  it('keeps what is no snippet syntax', () => {
    assert.equal(fillTemplate(template('$x ${ ${1: $ }'), {}), '$x ${ ${1: $ }'.replace('${1: $ }', ' $ '));
  });
});

describe('snippetBody', () => {
  it('turns days into the date variables of VS Code, and other tokens into their defaults', () => {
    assert.deepEqual(snippetBody(template('held: ${1:${today}}\nby: ${2:${owner:Trio}}\n$0')), [
      'held: ${1:${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}}',
      'by: ${2:Trio}',
      '$0',
    ]);
  });

  it('keeps escapes and choices', () => {
    assert.deepEqual(snippetBody(template('${1:\\$2 \\} \\\\} { ${2|a\\,b,c\\|d|} }')), [
      '${1:\\$2 \\} \\\\} { ${2|a\\,b,c\\|d|} }',
    ]);
  });
});

describe('yamlScalar', () => {
  const tricky = [
    ...['plain words', 'María Lind', "O'Hara", 'BET-012', 'C++ / C', 'trailing ', ' leading', 'two\nlines'],
    ...[
      'a: b',
      'a #b',
      '#a',
      '@ana',
      '`x`',
      '%x',
      '- x',
      '-',
      '?',
      '*a',
      '&a',
      '!t',
      '|',
      '>',
      '>= 3',
      '"q"',
      "'q'",
      '[a]',
      '{a}',
      'a, b',
    ],
    ...[
      'null',
      'Null',
      '~',
      'true',
      'No',
      'off',
      'y',
      '010',
      '1.20',
      '1e3',
      '0x1f',
      '.inf',
      '12:30',
      '=',
      '<<',
      '---',
      '...',
    ],
    ...[
      'back\\slash',
      'tab\there',
      '\u0085nel',
      '\u2028ls',
      '\u007f',
      '\ufeffbom',
      'emoji 🥐',
      '日本',
      'ends:',
      'a\u00a0b',
    ],
  ];
  for (const text of tricky) {
    it(`gives back ${JSON.stringify(text)}, in block and in flow, under 1.1 and 1.2`, () => {
      for (const version of ['1.1', '1.2'] as const) {
        const block = parse(`a: ${yamlScalar(text)}\nb: 1\n`, { version }) as unknown;
        assert.deepEqual(block, { a: text, b: 1 });
        const flow = parse(`{ a: ${yamlScalar(text)}, b: [${yamlScalar(text)}] }`, {
          version,
          schema: 'core',
        }) as unknown;
        assert.deepEqual(flow, { a: text, b: [text] });
      }
    });
  }

  it('leaves names and days as they are', () => {
    for (const text of ['Ines Okafor', 'BET-012', '2026-11-22']) assert.equal(yamlScalar(text), text);
  });
});
