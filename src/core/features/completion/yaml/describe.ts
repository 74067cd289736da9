import { yamlScalar } from '../../../templates/yaml-scalar.ts';
import type { FieldInfo, LeafShape, Shape } from '../../../schema/shape.ts';

/** What kind of thing belongs in a field, in a few words. */
export function shapeWords(shape: Shape): string {
  switch (shape.type) {
    case 'leaf':
      return leafWords(shape);
    case 'list':
      return shape.item.type === 'leaf' && shape.item.target !== undefined ? `ids, ${leafWords(shape.item)}` : 'list';
    case 'either':
      return 'list, or a path';
    case 'map':
      return 'names of your own';
    case 'embed':
      return `${shape.kind}, or the id of one`;
    case 'object': {
      const inner = shape.shorthand === undefined ? undefined : shape.fields[shape.shorthand];
      return inner?.type === 'leaf' ? leafWords(inner) : Object.keys(shape.fields).slice(0, 4).join(', ');
    }
  }
}

function leafWords({ words, reading, target }: LeafShape): string {
  if (words !== undefined) return words.join(' | ');
  if (target !== undefined) return `of a ${target}`;
  return reading === 'dateOrTrue' ? 'date or true' : reading;
}

/** The schema's own words, and an example: nothing of any file. */
export function fieldDocumentation(field: string, info: FieldInfo | undefined): string {
  if (info === undefined) return '';
  const [example] = info.examples;
  const shown = example === undefined ? [] : [`\`\`\`yaml\n${field}: ${flowYaml(example)}\n\`\`\``];
  return [info.description, ...shown].join('\n\n');
}

/** Longer ones are cut by the list. */
const longest = 56;

/** What a field is for, in the first words that the schema says of it. */
export function fieldGist(info: FieldInfo | undefined): string {
  const [first = ''] = (info?.description ?? '').split(/\.(?:\s|$)|[:;](?=\s)/, 1);
  if (first.length <= longest) return first;
  return `${first.slice(0, first.lastIndexOf(' ', longest)).replace(/,$/, '')}…`;
}

function flowYaml(value: unknown): string {
  if (typeof value === 'string') return yamlScalar(value);
  if (Array.isArray(value)) return `[${value.map(flowYaml).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, inner]: [string, unknown]) => `${name}: ${flowYaml(inner)}`);
    return `{ ${fields.join(', ')} }`;
  }
  return String(value);
}
