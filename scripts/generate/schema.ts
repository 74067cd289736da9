import { join } from 'node:path';
import { kinds } from '../../src/core/schema/kinds.ts';
import type { ObjectShape, Shape } from '../../src/core/schema/shape.ts';
import { readSchemas, type ReadSchemas } from './schema-reader.ts';

const banner = '// Generated from schemas/ by "npm run generate". Do not edit: change the schema.\n';

/** From the JSON Schemas: the reader's tables, the types of the model, and what is said of each field. */
export function generate(): Map<string, string> {
  const schemas = readSchemas(join(import.meta.dirname, '../../schemas'));
  return new Map([
    ['src/core/schema/shapes.gen.ts', shapesFile(schemas)],
    ['src/core/model/types.gen.ts', typesFile(schemas)],
    ['src/core/schema/fields.gen.ts', fieldsFile(schemas)],
  ]);
}

function shapesFile({ objects, documents }: ReadSchemas): string {
  const consts = objects.map(shape => `const ${constName(shape)}: ObjectShape = ${shapeSource(shape, true)};`);
  const table = kinds.map(kind => `  ${kind}: ${constName(documents[kind])},`);
  return `${banner}import type { Kind } from './kinds.ts';
import type { ObjectShape } from './shape.ts';

${consts.join('\n\n')}

/** The shape of a whole document of each kind. */
export const documentShapes: Readonly<Record<Kind, ObjectShape>> = {
${table.join('\n')}
};
`;
}

function constName(shape: ObjectShape): string {
  return shape.name.charAt(0).toLowerCase() + shape.name.slice(1);
}

function shapeSource(shape: Shape, whole: boolean): string {
  if (shape.type === 'object' && !whole) return constName(shape);
  switch (shape.type) {
    case 'object': {
      const { fields, ...rest } = shape;
      const lines = Object.entries(fields).map(([field, value]) => `    ${field}: ${shapeSource(value, false)},`);
      return `{ ${members(rest)}, fields: {\n${lines.join('\n')}\n  } }`;
    }
    case 'list':
      return `{ type: 'list', item: ${shapeSource(shape.item, false)}${shape.single ? ', single: true' : ''} }`;
    case 'map':
      return `{ type: 'map', value: ${shapeSource(shape.value, false)} }`;
    case 'either':
      return `{ type: 'either', scalar: ${shapeSource(shape.scalar, false)} as const, list: ${shapeSource(shape.list, false)} }`;
    default:
      return `{ ${members(shape)} }`;
  }
}

function members(record: object): string {
  return Object.entries(record)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join(', ');
}

function typesFile({ objects, documents }: ReadSchemas): string {
  const types = objects.map(shape => {
    const lines = Object.entries(shape.fields).map(([field, value]) => `  readonly ${field}?: ${typeOf(value)};`);
    return `export interface ${shape.name} extends ObjectValue {\n${lines.join('\n')}\n}`;
  });
  const models = kinds.map(kind => `  readonly ${kind}: ${documents[kind].name};`);
  const text = types.join('\n\n');
  const used = [
    'AudienceValue',
    'BooleanValue',
    'DateValue',
    'DurationValue',
    'ListValue',
    'MapValue',
    'NumberValue',
    'QuantityValue',
    'ReferenceValue',
    'TextValue',
    'ThresholdValue',
    'WordValue',
  ];
  const imports = [...used.filter(name => new RegExp(`\\b${name}\\b`).test(text)), 'ObjectValue'].sort();
  return `${banner}import type {\n${imports.map(name => `  ${name},`).join('\n')}\n} from './located.ts';

${text}

/** The model of a whole document of each kind. */
export interface Models {
${models.join('\n')}
}
`;
}

function typeOf(shape: Shape): string {
  switch (shape.type) {
    case 'object':
      return shape.name;
    case 'list':
      return `ListValue<${typeOf(shape.item)}>`;
    case 'map':
      return `MapValue<${typeOf(shape.value)}>`;
    case 'embed':
      return `ReferenceValue | ${shape.kind.charAt(0).toUpperCase()}${shape.kind.slice(1)}`;
    case 'either':
      return `${typeOf(shape.scalar)} | ${typeOf(shape.list)}`;
    case 'leaf':
      return shape.numeric ? 'NumberValue' : leafType(shape.reading, shape.words);
  }
}

function leafType(reading: string, words: readonly string[] | undefined): string {
  if (reading === 'word') return `WordValue<${(words ?? []).map(word => `'${word}'`).join(' | ') || 'string'}>`;
  if (reading === 'integer' || reading === 'percentage' || reading === 'count') return 'NumberValue';
  if (reading === 'dateOrTrue') return 'DateValue';
  if (reading === 'weeks') return 'TextValue';
  return `${reading.charAt(0).toUpperCase()}${reading.slice(1)}Value`;
}

function fieldsFile({ fields }: ReadSchemas): string {
  return `${banner}import type { FieldInfo } from './shape.ts';

/** What is said of each field: by the name of its object, then by its own. */
export const fieldInfos: Readonly<Record<string, Readonly<Record<string, FieldInfo>>>> = ${JSON.stringify(fields, null, 1)};
`;
}
