import type { Random } from './random.ts';

/** Documents as people write them, with everything that the reader of plain YAML reads, and some of what is beside it. */
export function writtenYaml(random: Random): string {
  const count = random.below(5) === 0 ? 1 + random.below(3) : 1;
  const documents = Array.from({ length: count }, (_, index) => {
    const lines = random.below(12) === 0 ? scalarRoot(random) : block(random, random.below(15) === 0 ? 2 : 0, 0);
    const mark = index > 0 || random.below(6) === 0 ? [`---${trail(random)}`] : [];
    const end = random.below(12) === 0 ? [`...${trail(random)}`] : [];
    return [...loose(random, 0), ...mark, ...loose(random, 0), ...(random.below(20) === 0 ? [] : lines), ...end];
  });
  const text = documents.flat().join('\n') + (random.below(8) === 0 ? '' : '\n');
  const ended = random.below(8) === 0 ? text.replaceAll('\n', '\r\n') : text;
  return random.below(20) === 0 ? `\ufeff${ended}` : ended;
}

function block(random: Random, indent: number, depth: number): readonly string[] {
  return random.below(3) === 0 ? list(random, indent, depth) : map(random, indent, depth);
}

function map(random: Random, indent: number, depth: number): readonly string[] {
  const names = keys.slice(random.below(keys.length - 4)).slice(0, 1 + random.below(4));
  return names.flatMap(name => [
    ...loose(random, indent),
    ...behind(random, `${' '.repeat(indent)}${name}${random.below(15) === 0 ? ' ' : ''}:`, indent, depth, true),
  ]);
}

function list(random: Random, indent: number, depth: number): readonly string[] {
  const items = Array.from({ length: 1 + random.below(3) }, () => {
    const gap = random.below(6) === 0 ? 1 + random.below(3) : 1;
    const lead = `${' '.repeat(indent)}-${' '.repeat(gap)}`;
    if (depth > 3 || random.below(3) > 0) return behind(random, `${' '.repeat(indent)}-`, indent, depth, false);
    const [first = '', ...rest] = bare(block(random, indent + 1 + gap, depth + 1));
    return [lead + first.trimStart(), ...rest];
  });
  return items.flatMap(item => [...loose(random, indent), ...item]);
}

/** What begins on a line of its own begins with its first content. */
function bare(lines: readonly string[]): readonly string[] {
  return lines.slice(lines.findIndex(line => !/^\s*(?:#|$)/.test(line)));
}

/** A value behind a key or a hyphen: on the line, or below it. */
function behind(random: Random, lead: string, indent: number, depth: number, isKey: boolean): readonly string[] {
  const deeper = indent + 1 + random.below(4);
  switch (random.below(depth > 3 ? 5 : 9)) {
    case 0:
      return [`${lead}${trail(random)}`];
    case 1: {
      const sign = random.pick(['|', '>', '|-', '>-', '|+', '>+']);
      return [`${lead} ${sign}${trail(random)}`, ...textLines(random, deeper)];
    }
    case 2:
      return [`${lead} ${flow(random, 0)}${trail(random)}`];
    case 5:
      return [`${lead}${trail(random)}`, ...loose(random, deeper), ' '.repeat(deeper) + scalar(random) + trail(random)];
    case 6:
    case 7:
      return [`${lead}${trail(random)}`, ...block(random, deeper, depth + 1)];
    case 8:
      return isKey ? [`${lead}${trail(random)}`, ...list(random, indent, depth + 1)] : [`${lead} ${scalar(random)}`];
    default:
      return [`${lead}${random.below(9) === 0 ? '   ' : ' '}${scalar(random)}${trail(random)}`];
  }
}

function textLines(random: Random, indent: number): readonly string[] {
  const words = [
    'one',
    '# no comment',
    'two: three',
    '- four',
    '  deeper',
    '',
    '',
    'last ',
    ' x',
    'a\tb',
    '[',
    '---',
    '\ttab',
    ' \ttab',
  ];
  const lines = Array.from({ length: 1 + random.below(5) }, () => random.pick(words));
  return lines.map(line => (line === '' && random.below(4) > 0 ? '' : ' '.repeat(indent) + line));
}

function scalarRoot(random: Random): readonly string[] {
  return [(random.below(2) === 0 ? scalar(random) : flow(random, 0)) + trail(random)];
}

function flow(random: Random, depth: number): string {
  const inner = (): string => (depth < 2 && random.below(5) === 0 ? flow(random, depth + 1) : flowScalar(random));
  const count = random.below(4);
  const gap = random.pick(['', ' ', '']);
  const comma = random.pick([', ', ',', ' , ']);
  const last = random.below(8) === 0 && count > 0 ? ',' : '';
  if (random.below(2) === 0) return `[${gap}${Array.from({ length: count }, inner).join(comma)}${last}${gap}]`;
  const start = random.below(keys.length - 4);
  const pairs = keys.slice(start, start + count).map(key => {
    const sort = random.below(8);
    return sort === 0
      ? key
      : sort === 1
        ? `${key}:`
        : `${key}${sort === 2 ? ' ' : ''}:${sort === 3 ? '' : ' '}${inner()}`;
  });
  return `{${gap}${pairs.join(comma)}${last}${gap}}`;
}

/** Nothing, blanks, or a comment. */
function trail(random: Random): string {
  return random.below(6) > 0 ? '' : random.pick([' ', '   ', ' # c', '  #c', ' #']);
}

/** Empty lines and comments, indented like what follows or not. */
function loose(random: Random, indent: number): readonly string[] {
  if (random.below(8) > 0) return [];
  const spaces = ' '.repeat(random.below(3) === 0 ? random.below(6) : indent);
  return [random.pick(['', `${spaces}# why`, `${spaces}#x`, spaces, '\n'])];
}

function scalar(random: Random): string {
  return random.pick(random.below(4) === 0 ? odd : scalars);
}

function flowScalar(random: Random): string {
  return random.pick(random.below(4) === 0 ? oddInFlow : scalars.filter(text => !/[,[\]{}]/.test(text)));
}

const keys = [
  'id',
  'title',
  '"quoted key"',
  "'it''s'",
  '1',
  'true',
  'a b',
  'x-y',
  'é',
  '~',
  '-x',
  'k#',
  'a:b',
  '日本',
  'n.n',
  '<',
];
const scalars = [
  ...[
    'word',
    'two words',
    '1',
    '-1.5',
    '0x1F',
    '0o17',
    '1e3',
    '.5',
    '-.inf',
    '.nan',
    'true',
    'False',
    'null',
    '~',
    '~x',
  ],
  ...[
    '2026-11-22',
    '12:30',
    '45%',
    '< 2%',
    '$4.2M',
    '+5pp',
    'a-b',
    '-x',
    '--',
    'x#y',
    'a:b',
    'http://x.example/?a=1#b',
  ],
  ...[
    '"quoted"',
    "'single'",
    "'it''s'",
    '"a \\"b\\""',
    '"\\u00e9\\n\\\\"',
    '""',
    "''",
    '"a: b # c"',
    "'- x'",
    '"a\tb"',
  ],
  ...['é ü', '日本語', '🚀 go', 'a  b', 'a, b', 'a [b]', 'a {b}', '0', '010', '1_000', '\u00a0x', 'no', 'a & b', 'x*'],
];
const odd = [
  'a: b',
  '- x',
  '@x',
  '`x`',
  '%x',
  '&a x',
  '*a',
  '!t x',
  '? x',
  ': x',
  ':x',
  '?x',
  '"a"b',
  "'a' b",
  '"open',
  '"\\q"',
  '[a',
  'a:',
  ',x',
  ']',
  '|x',
  '<<',
  '"\\x41\\U0001F600"',
  'a\tb',
];
const oddInFlow = [...odd, '"a":b', 'a #b', '-', '- a', '[a: b]', '{a: {b}}', 'a:', '{a b}', '', '-,'];
