// The least that any check of a folder has to do: reads every file in it, and nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

function read(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) read(path);
    else readFileSync(path, 'utf8');
  }
}

read(process.argv[2] ?? '.');
