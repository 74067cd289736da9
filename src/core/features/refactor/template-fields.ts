import { parseYaml } from '../../parse/yaml.ts';
import { fillTemplate } from '../../templates/fill.ts';
import { fieldsOfEntries, type Fields } from './value.ts';

/** A template's body with its tokens filled in, as fields. */
export function templateFields(body: string, values: Readonly<Record<string, string>>): Fields {
  const template = {
    kind: 'bet',
    scope: 'block',
    notation: 'yaml',
    label: '',
    description: '',
    prefix: '',
    body,
  } as const;
  const root = parseYaml(fillTemplate(template, values), 0)[0]?.root;
  return root?.type === 'map' ? fieldsOfEntries(root.entries) : new Map();
}
