import { folderPrefix, innermost } from '../../workspace/names.ts';

/** How a path is to be spelled. */
interface PathStyle {
  /** The path that stood there: one that counts from the workspace folder, or begins with `./`, stays so. */
  readonly like: string;
  /** In `[text](path)` a blank or a parenthesis would end it. */
  readonly inLink: boolean;
}

/** The path from a file to another one of the same workspace folder, undefined into another folder; see `resolvePath`. */
export function relativePath(
  file: string,
  target: string,
  folders: readonly string[],
  { like, inLink }: PathStyle,
): string | undefined {
  const root = innermost(file, folders);
  if (root === undefined || innermost(target, folders) !== root) return undefined;
  const prefix = folderPrefix(root);
  const isUri = prefix.includes('://');
  const from = segmentsOf(file.slice(prefix.length), isUri).slice(0, -1);
  const to = segmentsOf(target.slice(prefix.length), isUri);
  if (like.startsWith('/')) return `/${spelled(to, inLink)}`;
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  const up = from.slice(common).map(() => '..');
  const down = spelled([...up, ...to.slice(common)], inLink);
  return like.startsWith('./') && up.length === 0 ? `./${down}` : down;
}

function segmentsOf(path: string, isUri: boolean): readonly string[] {
  return path.split('/').map(segment => (isUri ? decoded(segment) : segment));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function spelled(segments: readonly string[], inLink: boolean): string {
  const marks = inLink ? /[ %#?()<>\\]/g : /[%#?]/g;
  return segments
    .map(segment =>
      segment.replace(marks, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`),
    )
    .join('/');
}
