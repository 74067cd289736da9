import { parseSnippet, printSnippet, type SnippetPart } from './snippet-syntax.ts';
import type { Template } from './template.ts';
import { yamlScalar } from './yaml-scalar.ts';

/**
 * The template as plain text: each token is the given value, else its default; each choice is its first word; the
 * stops are gone. In YAML and in front matter a value is quoted where it needs quotes; in prose it is put on one line.
 */
export function fillTemplate(template: Template, values: Readonly<Record<string, string>>): string {
  const parts = parseSnippet(template.body);
  const contents = new Map<number, readonly SnippetPart[]>();
  const fences = template.notation === 'markdown' && template.scope === 'artifact' ? 2 : Number.POSITIVE_INFINITY;
  let filled = '';
  const write = (part: SnippetPart): void => {
    switch (part.type) {
      case 'text':
        filled += part.text;
        return;
      case 'choice':
        contents.set(part.number, [{ type: 'text', text: part.options[0] ?? '' }]);
        filled += part.options[0] ?? '';
        return;
      case 'token':
        filled += valueOf(part, values, countFences(filled) < fences);
        return;
      case 'stop':
        if (part.content.length > 0) contents.set(part.number, part.content);
        for (const inner of contents.get(part.number) ?? []) write(inner);
    }
  };
  parts.forEach(write);
  return filled;
}

/** The template as the lines of a VS Code snippet: dates are VS Code's own variables, other tokens their defaults. */
export function snippetBody(template: Template): readonly string[] {
  return printSnippet(parseSnippet(template.body).map(forEditor)).split('\n');
}

const editorDate = ['YEAR', 'MONTH', 'DATE'].flatMap((name, index): SnippetPart[] => [
  ...(index === 0 ? [] : [{ type: 'text', text: '-' } as const]),
  { type: 'token', name: `CURRENT_${name}`, fallback: '' },
]);

function forEditor(part: SnippetPart): SnippetPart {
  if (part.type === 'stop') return { ...part, content: part.content.flatMap(tokenForEditor) };
  return part;
}

/** No snippet can reckon with dates, so the end of a timebox is today until somebody types over it. */
function tokenForEditor(part: SnippetPart): readonly SnippetPart[] {
  if (part.type !== 'token') return [forEditor(part)];
  if (part.name === 'today' || part.name === 'timeboxEnd') return editorDate;
  return [{ type: 'text', text: part.fallback }];
}

function valueOf(
  token: SnippetPart & { readonly type: 'token' },
  values: Readonly<Record<string, string>>,
  inYaml: boolean,
): string {
  const given = Object.hasOwn(values, token.name) ? values[token.name] : undefined;
  if (given === undefined || given.trim() === '') return token.fallback;
  return inYaml ? yamlScalar(given) : given.trim().replace(/\s+/g, ' ');
}

function countFences(text: string): number {
  return text.split('\n').filter(line => line === '---').length;
}
