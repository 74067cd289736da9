/**
 * Files and folders go by the names their host gives them: URIs in the spelling of VS Code, or paths with forward slashes that are
 * relative to a folder whose name is empty. Nothing here knows whether such a file exists.
 */

/** Whether a file lies in a folder, however deep. The folder's name may end in a slash. */
export function liesIn(file: string, folder: string): boolean {
  const prefix = folderPrefix(folder);
  if (!file.startsWith(prefix) || file.startsWith('../', prefix.length)) return false;
  return prefix !== '' || !(file.startsWith('/') || hasScheme.test(file));
}

/** With the slash at its end, so that it is the beginning of everything in it; empty for the folder without a name. */
export function folderPrefix(folder: string): string {
  return folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
}

/** What lies below a folder under these names, which are no part of a URI yet. */
export function nameBelow(prefix: string, segments: readonly string[]): string {
  return prefix + (isUri(prefix) ? segments.map(encoded) : segments).join('/');
}

/** The innermost of the folders that a file lies in. */
export function innermost(file: string, folders: readonly string[]): string | undefined {
  return folders
    .filter(folder => liesIn(file, folder))
    .reduce<string | undefined>(
      (best, folder) => (best === undefined || folder.length > best.length ? folder : best),
      undefined,
    );
}

/**
 * The name of the file that a path in another file leads to: relative to that file, or, with a slash in front, to the workspace
 * folder. Undefined for whatever would lead out of that folder: it is decoded once, as links are, and only then looked at (CWE-22).
 */
export function resolvePath(file: string, path: string, folders: readonly string[]): string | undefined {
  const root = innermost(file, folders);
  const plain = decodedOnce(path.trim());
  if (root === undefined || plain === '' || plain.length > longestPath || neverInside.test(plain)) return undefined;
  const prefix = folderPrefix(root);
  const way = plain.startsWith('/') ? [] : file.slice(prefix.length).split('/').slice(0, -1);
  for (const segment of plain.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') way.push(isUri(prefix) ? encoded(segment) : segment);
    else if (way.pop() === undefined) return undefined;
  }
  return way.length === 0 ? undefined : prefix + way.join('/');
}

const longestPath = 1_000;
/** Control characters, backslashes (UNC), `//host`, and whatever has a scheme or a drive. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const neverInside = /[\0-\x1f\x7f\\]|^\/\/|^[a-z][a-z0-9+.-]*:/i;
const hasScheme = /^[a-z][a-z0-9+.-]*:/i;

function isUri(name: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(name);
}

function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that begins no code is a percent sign.
    return text;
  }
}

/** As VS Code spells it: what `encodeURIComponent` leaves alone is encoded as well. */
function encoded(segment: string): string {
  // A lone surrogate has no code.
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
