import type { BetCase } from '../../workspace/bet-case.ts';
import type { Desk } from './desk.ts';
import { documentText } from './document-text.ts';
import { besideOf, fileName, nextId } from './names.ts';
import { wish } from './plan.ts';
import { partFields } from './part-fields.ts';
import { fieldsOf, hole, isFields, isList, type Fields, type Value } from './value.ts';

/** What one round found out is not the next one's. */
const ofTheRound = new Set(['current', 'asOf', 'history']);

/** The next round of a bet as a bet of its own: what stays the same is taken over, what is believed now is to be written. */
export function createIteration(
  desk: Desk,
  bet: BetCase,
  number: number,
  wishes: { readonly title?: string; readonly newHypothesis?: string },
): void {
  const { workspace, parsed } = desk.context;
  const { artifact, bet: model } = bet;
  const id = nextId(workspace, 'bet');
  const title = wish(wishes.title) ?? artifact.title;
  const notation = parsed(artifact.file)?.name.notation ?? 'yaml';
  const fields = fieldsOf([
    ['kind', 'bet'],
    ['id', id],
    ['title', title],
    ['owner', model.owner?.name?.text],
    ['status', 'proposed'],
    ['category', model.category?.word],
    ['portfolio', model.portfolio?.word],
    ['priority', model.priority?.word],
    ['mode', model.mode?.word],
    ['block', model.block?.text],
    ['opportunity', model.opportunity?.text],
    [
      'iteration',
      fieldsOf([
        ['number', number],
        ['of', artifact.id],
      ]),
    ],
    ['hypothesis', wish(wishes.newHypothesis) ?? hole],
    ['metrics', metricsOf(desk, bet)],
  ]);
  const file = besideOf(workspace, artifact.file, fileName(id, title, 'bet', notation));
  desk.created.push({ file, text: documentText('bet', notation, fields) });
}

/** The id of a hierarchy that has one; else a copy, without the values of the round that is over. */
function metricsOf(desk: Desk, bet: BetCase): Value | undefined {
  const { metrics } = bet;
  if (metrics === undefined) return bet.bet.metrics?.type === 'reference' ? bet.bet.metrics.id : undefined;
  if (metrics.id !== undefined) return metrics.id;
  const fields = partFields(desk.context, metrics);
  return fields && withoutRound(fields);
}

function withoutRound(value: Value): Value {
  if (isList(value)) return value.map(withoutRound);
  if (!isFields(value)) return value;
  return fieldsOf(
    [...value].flatMap(([name, inner]): [string, Value][] =>
      ofTheRound.has(name) ? [] : [[name, withoutRound(inner)]],
    ),
  ) satisfies Fields;
}
