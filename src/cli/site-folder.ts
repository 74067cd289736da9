import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { SiteFile } from '../core/features/site.ts';
import { manifestName, readManifest, writtenManifest } from './site-manifest.ts';
import { reasonOf } from './reason.ts';

/**
 * Writes a site into a folder, and says why that can't be done. The folder holds nothing else, unless that is allowed (`force`); even then
 * nothing is replaced or removed but what an earlier run wrote: its manifest lists every file with a check sum of what is in it. No link
 * is followed.
 */
export function writeSite(
  folder: string,
  site: readonly SiteFile[],
  force: boolean,
  warn: (message: string) => void,
): string | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    const present = filesBelow(folder);
    const earlier = readManifest(present.includes(manifestName) ? textOf(join(folder, manifestName)) : '');
    const foreign = present.filter(path => path !== manifestName && !earlier.has(path));
    const problem = problemWith(folder, foreign, site, force);
    if (problem !== undefined) return problem;
    const planned = new Map<string, string | null>(site.map(({ path }) => [path, null]));
    // Should the run be broken off, the next one knows what was its own.
    write(folder, manifestName, writtenManifest(new Map([...planned, ...earlier])));
    for (const { path, text } of site) {
      const content = text();
      write(folder, path, content);
      planned.set(path, checkSumOf(content));
    }
    for (const [path, sum] of earlier) if (!planned.has(path)) remove(folder, path, sum, planned, warn);
    write(folder, manifestName, writtenManifest(planned));
    return undefined;
  } catch (error) {
    return `Can't write the site into ${folder}: ${reasonOf(error)}.`;
  }
}

function problemWith(
  folder: string,
  foreign: readonly string[],
  site: readonly SiteFile[],
  force: boolean,
): string | undefined {
  const [first] = foreign;
  if (first !== undefined && !force)
    return `${folder} holds other things, such as ${first}: name another folder, or say --force to write beside them.`;
  const names = new Set(foreign.map(path => path.toLowerCase()));
  const clash = site.find(({ path }) => names.has(path.toLowerCase()) || isBelowFile(path, names));
  if (clash === undefined) return undefined;
  return `${folder} holds something called ${clash.path} that no earlier report wrote: it is not replaced.`;
}

/** A file, or a link, where a folder of ours would be. */
function isBelowFile(path: string, names: ReadonlySet<string>): boolean {
  return names.has(path.slice(0, Math.max(0, path.indexOf('/'))).toLowerCase());
}

/** Everything below the folder that is no folder, links included, in order. */
function filesBelow(folder: string): readonly string[] {
  const found: string[] = [];
  const waiting = [''];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const entry of readdirSync(join(folder, next), { withFileTypes: true })) {
      const path = next === '' ? entry.name : `${next}${sep}${entry.name}`;
      if (entry.isDirectory()) waiting.push(path);
      else found.push(path.split(sep).join('/'));
    }
  }
  return found.sort();
}

function write(folder: string, path: string, text: string): void {
  const place = join(folder, path);
  mkdirSync(dirname(place), { recursive: true });
  const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = constants;
  const file = openSync(place, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o644);
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
  } finally {
    closeSync(file);
  }
}

/** A page whose artifact is gone goes, unless somebody has changed it: then it is somebody's. */
function remove(
  folder: string,
  path: string,
  sum: string | null,
  planned: Map<string, string | null>,
  warn: (message: string) => void,
): void {
  const place = join(folder, path);
  if (lstatSync(place, { throwIfNoEntry: false })?.isFile() !== true) return;
  if (sum === null || checkSumOf(readFileSync(place)) !== sum) {
    warn(`${path} is no longer part of the site, and stays because it was changed.`);
    planned.set(path, sum);
    return;
  }
  unlinkSync(place);
  try {
    if (path.includes('/')) rmdirSync(dirname(place));
  } catch {
    // Something else is in it.
  }
}

function textOf(place: string): string {
  return lstatSync(place).isFile() ? readFileSync(place, 'utf8') : '';
}

function checkSumOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
