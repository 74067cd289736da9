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
      {
        prefix: template.prefix,
        body: snippetBody(template),
        description: template.description,
        include: [unsaved],
      },
    ]);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

/**
 * What VS Code calls a document that was never saved. Where a name says what a file is the language server offers the same: at the
 * places where it fits, with days, owners and ids filled in, and in nobody's way anywhere else.
 */
const unsaved = 'Untitled-*';
