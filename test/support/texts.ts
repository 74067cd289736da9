import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/core/rules/index.ts';
import { kinds } from '../../src/core/schema/kinds.ts';
import { fillTemplate, templates } from '../../src/core/templates/index.ts';
import { exampleFiles } from './examples.ts';
import { takeMarks } from './marks.ts';

export interface NamedText {
  readonly file: string;
  readonly text: string;
}

const root = join(import.meta.dirname, '../..');

/** Everything in the project that is, or shows, an artifact: examples, fixtures, templates, the rules' examples and what stands in fences in the docs. */
export function allTexts(): readonly NamedText[] {
  return [...exampleFiles(), ...filesBelow('test/fixtures'), ...templateTexts(), ...ruleTexts(), ...fencedTexts()];
}

function filesBelow(folder: string): readonly NamedText[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:ya?ml|md)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(path => ({ file: path.slice(root.length + 1).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
}

function templateTexts(): readonly NamedText[] {
  return templates.map(template => ({
    file: `${template.prefix}.${template.kind}.${template.notation === 'yaml' ? 'yaml' : 'md'}`,
    text: fillTemplate(template, {}),
  }));
}

function ruleTexts(): readonly NamedText[] {
  return rules.flatMap(({ examples }) =>
    examples.flatMap(({ files }) =>
      Object.entries(files).map(([file, marked]) => ({ file, text: takeMarks(marked).text })),
    ),
  );
}

/** What stands in fences says what kind it is, or goes through every kind in turn. */
function fencedTexts(): readonly NamedText[] {
  const fence = /^```(yaml|markdown|md)\n([^]*?)^```$/gm;
  return filesBelow('docs').flatMap(({ file, text }) =>
    [...text.matchAll(fence)].map(([, notation, content = ''], index) => ({
      file: `${file}-${index}.${kinds[index % kinds.length] ?? ''}.${notation === 'yaml' ? 'yaml' : 'md'}`,
      text: content,
    })),
  );
}
