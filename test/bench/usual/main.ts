// The usual checker as a program: main.cjs SCHEMAS FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createUsualChecker } from './check.ts';

const [schemas = '', folder = ''] = process.argv.slice(2);
const check = createUsualChecker(schemas);
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name));
const problems = files.reduce((sum, file) => sum + check(file, readFileSync(file, 'utf8')).problems, 0);
console.log(`${problems} problems`);
