import { isKind, type Kind } from '../schema/kinds.ts';

export type Notation = 'yaml' | 'markdown';

export interface FileName {
  readonly notation: Notation;
  /** The kind that the suffix names: `.bet.yaml`, `.metrics.md` … */
  readonly suffixKind: Kind | undefined;
  /** The name without folders, suffix and ending: stands for an id that nobody wrote. */
  readonly stem: string;
}

/** Reads a path or URI; undefined where its ending is none of ours. Endings are compared without case, kinds exactly. */
export function readFileName(path: string): FileName | undefined {
  const name = decoded(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
  const ending = /\.(ya?ml|md)$/i.exec(name);
  if (!ending) return undefined;
  const notation = (ending[1] ?? '').toLowerCase() === 'md' ? 'markdown' : 'yaml';
  const base = name.slice(0, ending.index);
  const dot = base.lastIndexOf('.');
  const suffix = base.slice(dot + 1);
  if (dot > 0 && isKind(suffix)) return { notation, suffixKind: suffix, stem: base.slice(0, dot) };
  return { notation, suffixKind: undefined, stem: base };
}

function decoded(name: string): string {
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
