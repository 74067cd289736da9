import {
  DocumentHighlightKind,
  type CancellationToken,
  type DocumentHighlight,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver';
import {
  declarationsOf,
  mentionsInFile,
  referencesTo,
  type FoundMention,
} from '../core/features/navigation/references.ts';
import { writtenSpan, type Subject } from '../core/features/navigation/spot.ts';
import type { Judge } from '../core/service.ts';
import { rangeIn } from './convert.ts';
import type { Spots } from './spots.ts';
import { inTurns } from './turns.ts';

/** More places than this are no list any more. */
const maxReferences = 5_000;

/** Every place at which an artifact or a metric is referred to. */
export function createReferences(
  judge: Judge,
  spots: Spots,
): (params: ReferenceParams, token: CancellationToken) => Promise<Location[] | null> {
  return async (params, token) => {
    const asked = spots.at(params);
    if (asked === undefined) return null;
    const { subject } = asked.spot;
    const declared = params.context.includeDeclaration ? declarationsOf(subject, judge) : [];
    const found = [...declared, ...(await referencesInTurns(subject, judge, token))];
    return found.slice(0, maxReferences).flatMap(({ file, span }) => spots.location(file, span) ?? []);
  };
}

/** In order of file and place. Metrics are looked for file by file: an index of every name that is used would cost more than it saves. */
export async function referencesInTurns(
  subject: Subject,
  judge: Judge,
  token: CancellationToken,
): Promise<readonly FoundMention[]> {
  if (subject.about === 'artifact') return referencesTo(subject, judge);
  const found: FoundMention[] = [];
  const isWhole = await inTurns(
    judge.workspace.files(),
    files => found.push(...referencesTo(subject, judge, files)) < maxReferences,
    token,
  );
  return isWhole ? found : [];
}

/** The same in one document: written where it is given its id or name, read where it is used. */
export function createHighlights(
  judge: Judge,
  spots: Spots,
): (params: DocumentHighlightParams) => DocumentHighlight[] | null {
  return params => {
    const asked = spots.at(params);
    // Null leaves it to the editor, which marks equal words.
    if (asked === undefined) return null;
    const { spot, document } = asked;
    return mentionsInFile(spot.subject, document.uri, judge).map(({ mention, span }) => ({
      range: rangeIn(document.lines, writtenSpan(document.text, span)),
      kind: mention.role === 'id' || mention.role === 'name' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  };
}
