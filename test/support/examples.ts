import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const folder = join(import.meta.dirname, '../../examples');

/** Every YAML and Markdown file of the example workspace: its path in there, and its text. */
export function exampleFiles(): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:ya?ml|md)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(path => ({ file: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}
