import type { Random } from './random.ts';

/** Documents as people write them, with everything that the reader of plain Markdown reads, and some of what is beside it. */
export function writtenMarkdown(random: Random): string {
  const text = blocks(random, 1 + random.below(7), 0).join('\n') + (random.below(6) === 0 ? '' : '\n');
  return random.below(10) === 0 ? text.replaceAll('\n', '\r\n') : text;
}

function blocks(random: Random, count: number, depth: number): readonly string[] {
  const all = Array.from({ length: count }, () => block(random, depth));
  return all.flatMap((lines, index) => (index === 0 || random.below(5) === 0 ? lines : ['', ...lines]));
}

function block(random: Random, depth: number): readonly string[] {
  switch (random.below(depth > 2 ? 6 : 15)) {
    case 0:
    case 1:
      return paragraph(random);
    case 2:
      return [heading(random)];
    case 3:
      return fence(random);
    case 4:
      return random.pick([
        ['---'],
        ['***'],
        ['- - -'],
        ['<!-- note -->'],
        ['<!-- one', 'two -->'],
        ['<!-- a --> b'],
        ['<div>', 'x', '</div>'],
        ['<details>', '<summary>x</summary>'],
        ['<br>'],
        ['    code', '', '    more'],
      ]);
    case 5:
      return [...paragraph(random), random.pick(['===', '---', '=', '--- '])];
    case 6:
    case 7:
    case 8:
      return table(random);
    case 9:
    case 10:
      return quote(random, depth);
    default:
      return list(random, depth);
  }
}

function heading(random: Random): string {
  return `${'#'.repeat(1 + random.below(6))} ${words(random)}${random.pick(['', '', '', ' #', ' ##  ', '#'])}`;
}

function paragraph(random: Random): readonly string[] {
  return Array.from({ length: 1 + random.below(3) }, () => words(random) + random.pick(['', '', '', ' ', '  ', '\\']));
}

function fence(random: Random): readonly string[] {
  const sign = random.pick(['```', '~~~', '````']);
  const inside = random.pick([['x'], ['- [ ] a', '', '# b'], [], ['``'], ['\tx']]);
  return [sign + random.pick(['', 'yaml', ' js x']), ...inside, ...(random.below(30) === 0 ? [] : [sign])];
}

function table(random: Random): readonly string[] {
  const columns = 1 + random.below(4);
  const row = (cell: () => string): string => {
    const cells = Array.from({ length: columns + (random.below(8) === 0 ? random.below(3) - 1 : 0) }, cell);
    return random.below(6) === 0 ? cells.join(' | ') : `| ${cells.join(' | ')} |${random.pick(['', '', ' '])}`;
  };
  const rows = Array.from({ length: random.below(4) }, () => row(() => (random.below(6) === 0 ? '' : words(random))));
  return [row(() => words(random)), row(() => random.pick(['---', ':-:', '-', ':--', '--:'])), ...rows];
}

function quote(random: Random, depth: number): readonly string[] {
  const inner = blocks(random, 1 + random.below(2), depth + 1);
  return inner.map((line, index) =>
    index > 0 && line !== '' && random.below(12) === 0
      ? line
      : `>${line === '' ? '' : random.pick([' ', ' ', ''])}${line}`,
  );
}

function list(random: Random, depth: number): readonly string[] {
  const ordered = random.below(3) === 0;
  const bullet = random.pick(['-', '-', '*', '+']);
  const lead = ' '.repeat(random.below(6) === 0 ? random.below(4) : 0);
  return Array.from({ length: 1 + random.below(4) }, (_, index) => {
    const mark = ordered ? `${index + 1}${random.pick(['.', '.', ')'])}` : bullet;
    const gap = random.below(8) === 0 ? 1 + random.below(4) : 1;
    const first = random.below(15) === 0 ? '' : `${random.pick(boxes)}${words(random)}`;
    const more = random.below(3) === 0 ? blocks(random, 1, depth + 1) : [];
    const loose = random.below(4) === 0 ? [''] : [];
    const indent = ' '.repeat(mark.length + gap + (random.below(40) === 0 ? random.below(3) - 1 : 0));
    return [
      lead + mark + ' '.repeat(gap) + first,
      ...(more.length > 0 ? loose : []),
      ...more.map(line => (line === '' ? '' : lead + indent + line)),
      ...loose,
    ];
  }).flat();
}

const boxes = ['', '', '', '[ ] ', '[x] ', '[X]  ', '[-] ', '[✓] ', '[~]'];

function words(random: Random): string {
  return Array.from({ length: 1 + random.below(4) }, () => inline(random)).join(random.below(8) === 0 ? '' : ' ');
}

/** What hardly ever is given up, and, seldom, what mostly is. */
function inline(random: Random): string {
  return random.pick(random.below(60) === 0 ? seldom : often);
}

const often: readonly string[] = [
  ...[
    'Owner',
    'Maria',
    'trial starts',
    'at least 5%',
    '< 2 %',
    '→',
    'a',
    '2026-11-22',
    'R&D',
    'x_y_z',
    '~5%',
    '🚀',
    'é',
  ],
  ...[
    '**Owner:** Maria',
    '**Owner**: x',
    '*due*',
    '_due_',
    '__x__',
    '**a *b* c**',
    '**',
    '*',
    '_',
    '2*3',
    '"q"',
    '(a)',
  ],
  ...[
    '`code`',
    '`` a`b ``',
    '` a `',
    '`a|b`',
    '`a\\|b`',
    '[BET-1](bets/1.md)',
    '[a](b "c")',
    '[**a**](b)',
    '[a]',
    '[a][b]',
  ],
  ...[
    '[a](b c)',
    '[',
    ']',
    '![i](p.png)',
    '[![i](p)](q)',
    '[[w]]',
    '[^1]',
    '[](a)',
    '[a]()',
    '[a](b(c)d)',
    '\\*',
    '\\|',
    '\\[',
  ],
  ...[
    '<br>',
    '<br/>',
    '<!-- n -->',
    '<sub>x</sub>',
    '<span class="a">',
    '<name>',
    '<Your name>',
    '<https://e.example/a>',
  ],
  ...[
    '\\',
    '&amp;',
    '&lt;',
    '&rarr;',
    '&',
    '<',
    '>',
    'https://e.example/a_b_c',
    'm@e.example',
    '|',
    ':',
    '1.',
    '-',
    '+',
    '#',
    '=',
  ],
];

const seldom: readonly string[] = [
  ...[
    '***both***',
    '`',
    '``',
    '[x](y',
    '[a](<b c>)',
    '<a@b.example>',
    '&x;',
    '&copy;',
    '&#35;',
    '~~gone~~',
    '~~',
    '---',
  ],
  ...['[a]: b', '<a', '<?', '<!X', '[a](b\\)', '[x](y (z))', '\t'],
];
