import { join } from 'node:path';
import { kinds } from '../../src/core/schema/kinds.ts';
import type { FieldInfo, ObjectShape, Shape } from '../../src/core/schema/shape.ts';
import { readSchemas } from './schema-reader.ts';

const banner = '<!-- Generated from schemas/ by "npm run generate". Do not edit: change the schema. -->\n';

/** A page of fields for each kind. */
export function generate(): Map<string, string> {
  const { documents, fields } = readSchemas(join(import.meta.dirname, '../../schemas'));
  const pages = new Map<string, string>();
  for (const kind of kinds) {
    const sections: string[] = [];
    const seen = new Set<string>();
    writeObject(documents[kind], '', sections, seen, fields);
    pages.set(`docs/reference/${kind}.md`, `${banner}# The fields of \`${kind}\`\n\n${sections.join('\n')}`);
  }
  const list = kinds.map(
    kind => `- [${kind}](${kind}.md), in files that end in \`.${kind}.yaml\`, \`.${kind}.yml\` or \`.${kind}.md\``,
  );
  pages.set('docs/reference/README.md', `${banner}# Fields by kind\n\n${list.join('\n')}\n`);
  return pages;
}

type Fields = Readonly<Record<string, Readonly<Record<string, FieldInfo>>>>;

function writeObject(shape: ObjectShape, path: string, sections: string[], seen: Set<string>, fields: Fields): void {
  if (seen.has(shape.name)) return;
  seen.add(shape.name);
  const rows = Object.keys(shape.fields).map(name => {
    const info = fields[shape.name]?.[name];
    return `| \`${name}\` | ${cell(info?.description ?? '')}${wordList(info)} | ${cell(info?.fallback ?? '')} | ${exampleCell(info)} |`;
  });
  const heading = path === '' ? '' : `## \`${path}\`\n\n`;
  sections.push(`${heading}| field | meaning | when absent | example |\n|---|---|---|---|\n${rows.join('\n')}\n`);
  for (const [name, field] of Object.entries(shape.fields)) {
    const inner = objectIn(field);
    if (inner) writeObject(inner, path === '' ? name : `${path}.${name}`, sections, seen, fields);
  }
}

function objectIn(shape: Shape): ObjectShape | undefined {
  if (shape.type === 'object') return shape;
  if (shape.type === 'list') return objectIn(shape.item);
  if (shape.type === 'map') return objectIn(shape.value);
  return shape.type === 'either' ? objectIn(shape.list) : undefined;
}

function wordList(info: FieldInfo | undefined): string {
  if (!info?.words) return '';
  return `<br>${Object.entries(info.words)
    .map(([word, meaning]) => `\`${word}\`: ${cell(meaning)}`)
    .join('<br>')}`;
}

function exampleCell(info: FieldInfo | undefined): string {
  const example = info?.examples[0];
  return example === undefined ? '' : `\`${cell(typeof example === 'string' ? example : JSON.stringify(example))}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
