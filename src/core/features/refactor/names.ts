import type { Kind } from '../../schema/kinds.ts';
import type { PartKind } from '../../workspace/part.ts';
import type { Workspace } from '../../workspace/workspace.ts';

const usualPrefixes: Readonly<Record<Kind, string>> = {
  bet: 'BET',
  metrics: 'MET',
  rollout: 'RO',
  retro: 'RETRO',
  launch: 'LAUNCH',
  tracks: 'TRACKS',
};

/** What people call a part of a bet. */
export const partNames: Readonly<Record<PartKind, string>> = {
  metrics: 'metrics hierarchy',
  rollout: 'rollout',
  retro: 'retro',
  launch: 'launch',
};

/**
 * One more than the highest number among the workspace's ids of this kind, with the prefix and the width of that one;
 * of the first, the usual ones.
 */
export function nextId(workspace: Workspace, kind: Kind): string {
  let highest = { prefix: usualPrefixes[kind], number: 0, width: 3 };
  for (const file of workspace.files()) {
    for (const { artifact } of workspace.get(file)?.shown ?? []) {
      if (artifact.kind !== kind) continue;
      const [, prefix, digits] = /^([A-Za-z]{1,10})-(\d{1,9})$/.exec(artifact.id) ?? [];
      if (prefix === undefined || digits === undefined || Number(digits) <= highest.number) continue;
      highest = { prefix, number: Number(digits), width: digits.length };
    }
  }
  for (let number = highest.number + 1; ; number++) {
    const id = `${highest.prefix}-${String(number).padStart(highest.width, '0')}`;
    if (workspace.lookup.withId(id).length === 0) return id;
  }
}

/** "Schnellere Größen!" → "schnellere-grossen": ASCII only, for file systems and people who disagree about the rest. */
export function slug(title: string): string {
  return title
    .slice(0, 200)
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
}

/** `BET-013-guided-onboarding.bet.yaml`: letters, digits, hyphens, underscores and dots only, whatever the id says. */
export function fileName(id: string, title: string, kind: Kind, notation: 'yaml' | 'markdown'): string {
  const safeId = id
    .slice(0, 80)
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const name = slug(title);
  const stem = [safeId, name === slug(id) ? '' : name].filter(part => part !== '').join('-');
  // Some names mean a device on some systems.
  const isDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(stem);
  return `${stem === '' || isDevice ? `${kind}-${stem}`.replace(/-$/, '') : stem}.${kind}.${notation === 'yaml' ? 'yaml' : 'md'}`;
}

/** A file beside another one, under a name that no file of ours has: "-2" and so on where it is taken. */
export function besideOf(workspace: Workspace, file: string, name: string): string {
  const folder = file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const taken = new Set(workspace.files().map(other => other.toLowerCase()));
  const [, stem = name, ending = ''] = /^(.*?)(\.[a-z]+\.(?:ya?ml|md))$/i.exec(name) ?? [];
  for (let number = 1; ; number++) {
    const path = `${folder}${stem}${number === 1 ? '' : `-${number}`}${ending}`;
    if (!taken.has(path.toLowerCase())) return path;
  }
}
