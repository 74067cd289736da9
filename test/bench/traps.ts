/** Hostile texts of a size: each of these has cost some parser minutes, its memory or its life. */
export const traps: Readonly<Record<string, Trap>> = {
  'yaml: brackets in brackets': yaml(4_000, size => `notes: ${times(size, '[')}${times(size, ']')}\n`),
  'yaml: brackets that nobody closes': yaml(4_000, size => `notes: ${times(size, '[')}\n`),
  'yaml: maps in maps': yaml(400, size => `x-a:\n${steps(size, level => `a${level}:`)}`),
  'yaml: lists in lists on one line': yaml(4_000, size => `x-a:\n  ${times(size, '- ')}x\n`),
  'yaml: one long line': yaml(400_000, size => `notes: ${times(size / 5, 'word ')}\n`),
  'yaml: a long quoted text': yaml(100_000, size => `notes: "${times(size / 5, 'word\n  ')}"\n`),
  'yaml: escapes': yaml(20_000, size => `title: "${times(size, '\\u00e9')}"\n`),
  'yaml: a hundred thousand keys': yaml(50_000, size => lines(size, index => `key${index}: v`)),
  'yaml: one key again and again': yaml(20_000, size => times(size, 'owner: v\n')),
  'yaml: items': yaml(5_000, size => `metrics:\n  core:\n${times(size, '    - Orders\n')}`),
  'yaml: documents': yaml(5_000, size => times(size, '---\nkind: bet\n')),
  'yaml: anchors used once': yaml(
    5_000,
    size => lines(size, i => `x-a${i}: &a${i} v`) + lines(size, i => `x-b${i}: *a${i}`),
  ),
  'yaml: aliases of aliases': yaml(
    30,
    size => `x-0: &a0 [l, l]\n${lines(size, i => `x-${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)}`,
  ),
  'yaml: a chain of merge keys': yaml(
    500,
    size => `x-0: &m0 {k: 0}\n${lines(size, i => `x-${i + 1}: &m${i + 1} {<<: *m${i}, k${i}: 0}`)}`,
  ),
  'yaml: comments that excuse': yaml(5_000, size => times(size, '# betwright-ignore bet/owner-missing: later\n')),
  'yaml: conflicts of a merge': yaml(2_000, size => times(size, '<<<<<<< a\nx-a: A\n=======\nx-a: B\n>>>>>>> b\n')),
  'yaml: blanks in a value': yaml(
    50_000,
    size => `timebox: { start: "${times(size, ' ')}x", duration: "${times(size, '1-2 weeks ')}" }\n`,
  ),
  'yaml: digits in a value': yaml(
    50_000,
    size => `metrics: { core: [{ name: a, target: "${times(size, '9')}", baseline: "${times(size, '1,')}" }] }\n`,
  ),
  'markdown: stars and brackets': markdown(5_000, size => times(size, '*]')),
  'markdown: links in stars': markdown(3_000, size => times(size, '*[a](b)')),
  'markdown: CDATA that nobody closes': markdown(2_000, size => times(size, 'a <![CDATA[')),
  'markdown: lists in lists': markdown(200, size => steps(size, () => '- a')),
  'markdown: dashes on one line': markdown(5_000, size => times(size, '- ')),
  'markdown: boxes on one line': markdown(3_000, size => times(size, '- [ ] ')),
  'markdown: links that nobody closes': markdown(5_000, size => times(size, '[x](')),
  'markdown: stars and underscores': markdown(5_000, size => times(size, '*a_')),
  'markdown: quotes in quotes': markdown(5_000, size => `${times(size, '>')} a`),
  'markdown: footnotes': markdown(500, size => lines(size, i => `[^${i}]: [^${i + 1}]\n`)),
  'markdown: ticks': markdown(20_000, size => times(size, '`a')),
  'markdown: labels': markdown(5_000, size => times(size, '**Owner:** ')),
  'markdown: one long line': markdown(100_000, size => times(size / 5, 'word ')),
  'markdown: headings of one text': markdown(1_000, size => times(size, '## Planning\n\n')),
  'markdown: stages': markdown(400, size => lines(size, i => `## Stage ${i}: Beta (${i % 100}%)\n`)),
  'markdown: boxes': markdown(
    1_000,
    size => `## Stage 1: Alpha\n\n**Exit criteria**\n\n${times(size, '- [ ] works\n')}`,
  ),
  'markdown: metrics in a table': markdown(
    400,
    size =>
      `## Core metrics\n\n| Metric | Target | Drives |\n|---|---|---|\n${lines(size, i => `| m${i} | ${i}% | m${i + 1} |`)}`,
  ),
  'markdown: columns': markdown(
    250,
    size =>
      `## Core metrics\n\n|${times(size, 'Target|')}\n|${times(size, '-|')}\n${times(10, `|${times(size, '1|')}\n`)}`,
  ),
};

/** A text that grows with its size; the size is one at which it takes long enough to be measured, and four times of it is still read. */
export interface Trap {
  readonly file: string;
  readonly size: number;
  readonly write: (size: number) => string;
}

function yaml(size: number, write: (size: number) => string): Trap {
  return { file: 'a.bet.yaml', size, write: count => `kind: bet\nid: A\n${write(count)}` };
}

function markdown(size: number, write: (size: number) => string): Trap {
  return { file: 'a.bet.md', size, write: count => `# Bet: A\n\n${write(count)}\n` };
}

function times(count: number, text: string): string {
  return text.repeat(count);
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
}

/** Each line one blank further in than the one before. */
function steps(count: number, line: (level: number) => string): string {
  return lines(count, level => `${times(level + 1, ' ')}${line(level)}`);
}
