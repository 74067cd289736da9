import type { Kind } from '../../schema/kinds.ts';
import { fieldsOf, textOfValue, type Fields } from './value.ts';
import { yamlLines } from './yaml-text.ts';

/** A whole new document: YAML, or front matter with the title as the heading of an empty page. */
export function documentText(kind: Kind, notation: 'yaml' | 'markdown', fields: Fields): string {
  const whole = fieldsOf([['kind', kind], ...fields]);
  // What takes several lines stands apart.
  const lines = [...whole].flatMap(([name, value]) => {
    const own = yamlLines(new Map([[name, value]]));
    return own.length > 1 ? ['', ...own] : own;
  });
  if (notation === 'yaml') return lines.map(line => `${line}\n`).join('');
  const title = textOfValue(fields.get('title')) ?? textOfValue(fields.get('id')) ?? kind;
  return ['---', ...lines, '---', '', `# ${title}`, ''].join('\n');
}
