import { snippetBody, templates, type Template } from '../../src/core/templates/index.ts';

/** From the templates: VS Code's snippet files, one a language. */
export function generate(): Map<string, string> {
  return new Map([
    ['snippets/yaml.json', snippetFile('yaml')],
    ['snippets/markdown.json', snippetFile('markdown')],
  ]);
}

function snippetFile(notation: Template['notation']): string {
  const entries = templates
    .filter(template => template.notation === notation)
    .sort((a, b) => (a.label < b.label ? -1 : 1))
    .map(template => [
      template.label,
      { prefix: template.prefix, body: snippetBody(template), description: template.description },
    ]);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}
