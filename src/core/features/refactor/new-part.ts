import type { BetCase } from '../../workspace/bet-case.ts';
import { partKinds, type PartKind } from '../../workspace/part.ts';
import type { Desk } from './desk.ts';
import { documentText } from './document-text.ts';
import { besideOf, fileName, nextId } from './names.ts';
import { fieldsOf, type Fields } from './value.ts';

/** Whether a team keeps the parts of this bet in files of their own: then a new part gets one too. */
export function standsInFiles(bet: BetCase): boolean {
  const parts = partKinds.flatMap(kind => bet[kind] ?? []).filter(({ kind }) => kind !== 'metrics');
  return parts.length > 0 && parts.every(({ embedded }) => !embedded);
}

/** A part of a bet in a file of its own beside the bet's, in the same notation, that names the bet. */
export function createPart(desk: Desk, bet: BetCase, kind: PartKind, fields: Fields): void {
  const { workspace, parsed } = desk.context;
  const { artifact } = bet;
  const id = nextId(workspace, kind);
  const head = fieldsOf([
    ['kind', kind],
    ['id', id],
    ['title', artifact.title],
    ['owner', kind === 'retro' ? undefined : bet.bet.owner?.name?.text],
    ['bet', kind === 'metrics' ? undefined : artifact.id],
  ]);
  const notation = parsed(artifact.file)?.name.notation ?? 'yaml';
  const file = besideOf(workspace, artifact.file, fileName(id, artifact.title, kind, notation));
  const text = documentText(kind, notation, fieldsOf([...head, ...fields]));
  desk.created.push({ file, text });
}
