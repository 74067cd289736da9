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
        include: filesFor(template),
      },
    ]);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

/**
 * The names of files in which a snippet is offered, so that it is in nobody's way in other YAML and Markdown. Not whole artifacts
 * where the name says what the file is: there the language server offers them, with days, owner and id filled in.
 */
function filesFor({ scope, kind, alsoIn = [], notation }: Template): readonly string[] {
  if (scope === 'artifact') return [unsaved];
  const endings = notation === 'yaml' ? '{yaml,yml}' : 'md';
  const kinds = new Set(['bet', kind, ...alsoIn]);
  return [...[...kinds].map(name => `*.${name}.${endings}`), unsaved];
}

/** What VS Code calls a document that was never saved. */
const unsaved = 'Untitled-*';
