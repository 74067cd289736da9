import * as vscode from 'vscode';
import type { RefactorAnswer } from '../../server/protocol.ts';
import { askChoice, divider, goBack, type Answered, type Choice, type Turn } from '../ask.ts';
import { placePick, type PlaceItem } from '../places.ts';
import { showPlace } from './reveal.ts';
import { placesOf } from './refactor-words.ts';

type Reasons = NonNullable<RefactorAnswer['gate']>['reasons'];

interface Decidable<Value> {
  readonly value: Value;
  readonly label: string;
  readonly description?: string;
  readonly detail: string;
}

/**
 * What can be decided, and below it what speaks for it: who chooses a reason goes to its place, and has decided nothing.
 */
export async function askOrLookUp<Value, State>(
  turn: Turn,
  placeholder: string,
  decisions: readonly Decidable<Value>[],
  reasons: Reasons,
  take: (value: Value) => State,
): Promise<Answered<State>> {
  type Chosen = { readonly decided: Value } | { readonly place: PlaceItem };
  const why: readonly Choice<Chosen>[] = placesOf(reasons).map(place => ({ ...placePick(place), value: { place } }));
  const chosen = await askChoice<Chosen>(turn, placeholder, [
    ...decisions.map(({ value, ...words }): Choice<Chosen> => ({ ...words, value: { decided: value } })),
    ...(why.length === 0 ? [] : [divider(vscode.l10n.t('why: go to the place')), ...why]),
  ]);
  if (chosen === undefined || chosen === goBack) return chosen;
  if ('decided' in chosen) return take(chosen.decided);
  await showPlace(chosen.place.uri, chosen.place.range, {});
  return undefined;
}
