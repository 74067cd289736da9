/** What a run has written stands in this file, at the top of the site. */
export const manifestName = 'betwright-report.json';

/** The paths that a site can have. Whatever else a manifest names was not written by us: it lies in a folder that others write to as well. */
const ours =
  /^(?:(?:assets|bets|metrics|rollouts|retros|launches|tracks)\/)?[A-Za-z0-9_~][A-Za-z0-9_~-]*\.(?:html|css|js|ics)$/;

/** Files by path, with the check sum of what was written; null where a run was broken off before it was known. */
export function readManifest(text: string): ReadonlyMap<string, string | null> {
  const files = new Map<string, string | null>();
  const entries = filesIn(text);
  for (const [path, sum] of Object.entries(entries)) {
    if (ours.test(path)) files.set(path, typeof sum === 'string' ? sum : null);
  }
  return files;
}

export function writtenManifest(files: ReadonlyMap<string, string | null>): string {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ version: 1, files: Object.fromEntries(sorted) }, null, 2)}\n`;
}

function filesIn(text: string): object {
  try {
    const read: unknown = JSON.parse(text);
    const files = typeof read === 'object' && read !== null && 'files' in read ? read.files : undefined;
    return typeof files === 'object' && files !== null ? files : {};
  } catch {
    return {};
  }
}
