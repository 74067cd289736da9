import { foldWord } from '../schema/words.ts';
import { remembered } from '../text/remembered.ts';
import { metricKey, type TieredMetric } from '../model/tiers.ts';
import type { Trigger } from '../model/types.gen.ts';
import type { PlacedTrigger } from '../workspace/rollback.ts';
import type { Place } from './reason.ts';

export type ActionWord = 'investigate' | 'pause' | 'rollback';

/** What is done when a guardrail is breached, and where that is written. */
export interface GuardrailAction extends Place {
  readonly action: ActionWord;
  readonly by: 'onBreach' | 'trigger';
}

/** A guardrail, and the file of its hierarchy. */
export interface PlacedMetric {
  readonly metric: TieredMetric;
  readonly file: string;
}

/** What acts on each guardrail: its own `onBreach`, and the triggers that name it or all guardrails (SPEC 8, "Rollout"). */
export function guardrailActions(
  guardrails: readonly PlacedMetric[],
  triggers: readonly PlacedTrigger[],
): ReadonlyMap<TieredMetric, readonly GuardrailAction[]> {
  const actions = new Map<TieredMetric, GuardrailAction[]>();
  for (const { metric, file } of guardrails) {
    const { onBreach } = metric.metric;
    actions.set(metric, onBreach ? [{ action: onBreach.word, by: 'onBreach', file, span: onBreach.span }] : []);
  }
  if (triggers.length === 0) return actions;
  const named = namesOf(guardrails);
  for (const { trigger, file } of triggers) {
    const action: GuardrailAction = {
      action: actionOf(trigger),
      by: 'trigger',
      file,
      span: trigger.span,
    };
    for (const metric of new Set(metOf(trigger, named, guardrails))) actions.get(metric)?.push(action);
  }
  return actions;
}

const actionWords: readonly ActionWord[] = ['investigate', 'pause', 'rollback'];

/** What a trigger does: as written, else the word in its sentence. A rollback trigger that says nothing rolls back. */
export function actionOf(trigger: Trigger): ActionWord {
  if (trigger.action) return trigger.action.word;
  const sentence = foldWord((trigger.when?.text ?? '').slice(0, 1000));
  return actionWords.find(word => sentence.includes(word)) ?? 'rollback';
}

interface Names {
  readonly byKey: ReadonlyMap<string, TieredMetric>;
  readonly byWords: ReadonlyMap<string, TieredMetric>;
  readonly mostWords: number;
}

function namesOf(guardrails: readonly PlacedMetric[]): Names {
  const byKey = new Map<string, TieredMetric>();
  const byWords = new Map<string, TieredMetric>();
  let mostWords = 0;
  for (const { metric } of guardrails) {
    for (const name of [metric.id, metric.name]) {
      const words = wordsOf(name);
      if (!byKey.has(metricKey(name))) byKey.set(metricKey(name), metric);
      if (words.length > 0 && !byWords.has(words.join(' '))) byWords.set(words.join(' '), metric);
      mostWords = Math.max(mostWords, Math.min(words.length, 12));
    }
  }
  return { byKey, byWords, mostWords };
}

function metOf(trigger: Trigger, names: Names, all: readonly PlacedMetric[]): readonly TieredMetric[] {
  const referred = trigger.metric && names.byKey.get(metricKey(trigger.metric.id));
  const sentence = trigger.when?.text.slice(0, 1000) ?? '';
  const everyOne = () => all.map(({ metric }) => metric);
  if (/\b(?:all|any|every|each|a|one) (?:of the |other )?guard-?rails?\b/i.test(sentence)) return everyOne();
  const named = [...(referred ? [referred] : []), ...namedIn(sentence, names)];
  // "Guardrail metric breached" speaks of whichever it is.
  return named.length === 0 && trigger.metric === undefined && /\bguard-?rails?\b/i.test(sentence) ? everyOne() : named;
}

/** Looked up word by word, not guardrail by guardrail: neither a long list nor a long sentence makes it slow. */
function namedIn(sentence: string, { byWords, mostWords }: Names): readonly TieredMetric[] {
  const words = wordsOf(sentence);
  const found: TieredMetric[] = [];
  for (let start = 0; start < words.length; start++) {
    let name = '';
    for (let end = start; end < Math.min(words.length, start + mostWords); end++) {
      name = end === start ? (words[end] ?? '') : `${name} ${words[end] ?? ''}`;
      const metric = byWords.get(name);
      if (metric) found.push(metric);
    }
  }
  return found;
}

/** Scripts that write no blanks between words are taken sign by sign. */
const wordsOf = remembered((text: string): readonly string[] =>
  text
    .slice(0, 1000)
    .toLowerCase()
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu, ' $& ')
    .split(/[^\p{L}\p{N}\p{M}%]+/u)
    .filter(word => word !== ''),
);
