import type { AnyArtifact } from '../../model/artifact.ts';
import { tiers } from '../../model/tiers.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { Span } from '../../text/span.ts';
import { isMetricsPart } from '../../workspace/index-store.ts';
import { embeddedParts, standalonePart } from '../../workspace/part.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** An artifact or a metric somewhere in the workspace. */
export interface WorkspaceSymbolEntry {
  readonly type: Kind | 'metric';
  /**
   * As written. Of an artifact id, title and owner: editors sift what they were given by the name alone, and a bet is
   * looked for by each of them.
   */
  readonly name: string;
  /** What it belongs to: a metric's hierarchy, or the kind. */
  readonly container: string;
  readonly file: string;
  readonly span: Span;
}

/** More than anybody reads. */
export const maxWorkspaceSymbols = 200;

/** A search that goes on file by file, so that it can be left, and let others have their turn. */
export interface SymbolSearch {
  /** Looks through further files; false where nothing better can come. */
  look(files: readonly string[]): boolean;
  /** The best so far. */
  found(): readonly WorkspaceSymbolEntry[];
}

/**
 * Artifacts by title, id or owner, and metrics by name or id. Every word of the query must occur, the best matches come
 * first; an empty query gives the first ones.
 */
export function searchSymbols(workspace: Workspace, query: string): SymbolSearch {
  const words = query.toLowerCase().slice(0, 200).split(/\s+/).filter(Boolean);
  const ranked: Ranked[] = [];
  return {
    look(files) {
      for (const file of files)
        for (const { artifact } of workspace.get(file)?.shown ?? [])
          for (const entry of entriesOf(artifact)) {
            const rank = rankOf(entry, words);
            if (rank !== undefined) ranked.push({ entry, rank });
          }
      return words.length > 0 || ranked.length < maxWorkspaceSymbols;
    },
    found() {
      const sorted = words.length === 0 ? ranked : [...ranked].sort(byRank);
      return sorted.slice(0, maxWorkspaceSymbols).map(({ entry }) => symbolOf(entry));
    },
  };
}

function byRank(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  return a.entry.label < b.entry.label ? -1 : a.entry.label > b.entry.label ? 1 : 0;
}

interface Ranked {
  readonly entry: Candidate;
  readonly rank: number;
}

/** What is looked at of everything: made into a symbol only where it is found. */
interface Candidate {
  readonly artifact: AnyArtifact;
  readonly id: string;
  readonly label: string;
  readonly owner: string;
  readonly metric?: { readonly span: Span; readonly hierarchy: string };
}

function* entriesOf(artifact: AnyArtifact): Generator<Candidate> {
  const { id, title, model } = artifact;
  yield { artifact, id, label: title, owner: model.owner?.name?.text.trim() ?? '' };
  for (const part of [standalonePart(artifact), ...embeddedParts(artifact)]) {
    if (!isMetricsPart(part)) continue;
    const hierarchy = part.embedded ? title : (part.model.title?.text.trim() ?? title);
    for (const tier of tiers)
      for (const metric of part.model[tier]?.items ?? []) {
        const head = metric.name ?? metric.id;
        if (head === undefined) continue;
        const label = head.text.trim();
        yield {
          artifact,
          id: metric.id?.text.trim() ?? label,
          label,
          owner: '',
          metric: { span: head.span, hierarchy },
        };
      }
  }
}

/** The lower, the better: the id itself, a beginning, a word's beginning, anywhere, an owner; undefined where a word is missing. */
function rankOf({ id, label, owner, metric }: Candidate, words: readonly string[]): number | undefined {
  let rank = metric ? 1 : 0;
  const texts = [id.toLowerCase(), label.toLowerCase()];
  const person = owner.toLowerCase();
  for (const word of words) {
    const best = Math.min(...texts.map(text => rankIn(text, word)), rankIn(person, word) + 20);
    if (best === Infinity) return undefined;
    rank += best;
  }
  return rank;
}

function rankIn(text: string, word: string): number {
  if (text === word) return 0;
  const at = text.indexOf(word);
  if (at === -1) return isScattered(text, word) ? 60 : Infinity;
  if (at === 0) return 2;
  return /[\s\-_./]/.test(text[at - 1] ?? '') ? 4 : 8;
}

/** Whether the characters occur in this order, as people type who save themselves the rest: `gonb`. */
function isScattered(text: string, word: string): boolean {
  let at = -1;
  for (const character of word) {
    at = text.indexOf(character, at + 1);
    if (at === -1) return false;
  }
  return word.length > 1;
}

function symbolOf({ artifact, id, label, owner, metric }: Candidate): WorkspaceSymbolEntry {
  const { file, kind } = artifact;
  if (metric) return { type: 'metric', name: label, container: metric.hierarchy, file, span: metric.span };
  const name = label === id ? id : `${id} ${label}`;
  const span = artifact.model.title?.span ?? artifact.idSpan ?? artifact.anchor;
  return { type: kind, name: owner === '' ? name : `${name} · ${owner}`, container: kind, file, span };
}
