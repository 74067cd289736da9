/** What a fixture says is found in it. */
export interface Expectation {
  readonly severity: string;
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

const yamlBlock = /(?:^|\n)# expect\n((?:#.*\n)+)$/;
const markdownBlock = /(?:^|\n)<!-- expect\n((?:.*\n)+?)-->\n$/;
const line = /^(error|warning|information) ([a-z]+\/[a-z0-9-]+): (.+)$/;

/**
 * The expectations that stand in a comment at the end of a fixture: one a line, `severity rule: the line of the document,
 * with « and » around the place`, or `nothing`. In Markdown `-->` is written `--&gt;` there.
 */
export function expectationsIn(file: string, text: string): readonly Expectation[] {
  const isMarkdown = file.endsWith('.md');
  const block = (isMarkdown ? markdownBlock : yamlBlock).exec(text);
  if (block === null) throw new Error(`${file} does not say what is expected: end it with a comment "expect"`);
  const document = text.slice(0, block.index);
  const said = (block[1] ?? '').trimEnd().split('\n');
  const wanted = said.map(each => (isMarkdown ? each.replaceAll('--&gt;', '-->') : each.replace(/^#/, '')).trim());
  if (wanted.length === 1 && wanted[0] === 'nothing') return [];
  return wanted.map(each => {
    const [, severity, rule, marked] = line.exec(each) ?? [];
    if (severity === undefined || rule === undefined || marked === undefined)
      throw new Error(`${file}: "${each}" is no expectation`);
    return { severity, rule, ...placeOf(file, document, marked) };
  });
}

function placeOf(file: string, document: string, marked: string): { readonly start: number; readonly end: number } {
  const [before, inside, after, ...more] = marked.split(/[«»]/);
  if (before === undefined || inside === undefined || after === undefined || more.length > 0)
    throw new Error(`${file}: "${marked}" has no « and »`);
  const plain = before + inside + after;
  let offset = 0;
  const starts: number[] = [];
  for (const each of document.split('\n')) {
    if (each.trim() === plain) starts.push(offset + each.length - each.trimStart().length);
    offset += each.length + 1;
  }
  const [start] = starts;
  if (start === undefined || starts.length > 1)
    throw new Error(`${file}: "${plain}" stands there ${starts.length} times`);
  return { start: start + before.length, end: start + before.length + inside.length };
}
