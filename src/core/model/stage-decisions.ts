import { foldWord } from '../schema/words.ts';
import { bareStageName, standardStage, standardStageName } from './stages.ts';
import type { DecisionEntry, Rollout, Stage, StageDecision } from './types.gen.ts';

/**
 * What was decided at the end of each stage, in the order of the stages: the stage's own `decision`, completed from
 * the last entry of `decisions` that names it, by name, by number or as `0→1` (SPEC 8, "Rollout").
 */
export function stageDecisions(rollout: Rollout): readonly (StageDecision | undefined)[] {
  const stages = rollout.stages?.items ?? [];
  const entries = rollout.decisions?.items ?? [];
  if (entries.length === 0) return stages.map(stage => stage.decision);
  const find = stageFinder(stages, entries);
  const last = new Map<number, DecisionEntry>();
  for (const entry of entries) {
    const index = entry.stage && find(entry.stage.text);
    if (index !== undefined) last.set(index, entry);
  }
  return stages.map((stage, index) => complete(stage.decision, last.get(index)));
}

function complete(own: StageDecision | undefined, entry: DecisionEntry | undefined): StageDecision | undefined {
  if (entry === undefined) return own;
  const { date, outcome, why, by } = entry;
  const logged: StageDecision = {
    type: 'object',
    span: entry.span,
    ...(date && { date }),
    ...(outcome && { outcome }),
    ...(why && { why }),
    ...(by && { by }),
  };
  return own ? { ...logged, ...own } : logged;
}

const arrow = /(?:→|⇒|➔|->|=>|\bto\b)/i;
const numbered = /^(?:stage|phase|step|gate)? ?#?(\d{1,3})$/i;
const numberedStep = /^(?:stage|phase|step|gate)? ?#?(\d{1,3}) ?[-–—>]/i;

/** Finds the stage that is left by what the log calls it. */
function stageFinder(
  stages: readonly Stage[],
  entries: readonly DecisionEntry[],
): (text: string) => number | undefined {
  const byName = new Map<string, number>();
  const byStandard = new Map<string, number>();
  stages.forEach((stage, index) => {
    const name = foldWord(bareStageName(stage.stage?.text ?? ''));
    if (name !== '' && !byName.has(name)) byName.set(name, index);
    const standard = standardStage(stage);
    if (standard !== undefined && !byStandard.has(standard)) byStandard.set(standard, index);
  });
  const first = firstNumber(stages, entries);

  function find(text: string): number | undefined {
    const named = byName.get(foldWord(bareStageName(text))) ?? byStandard.get(standardStageName(text) ?? '');
    if (named !== undefined) return named;
    const number = numberIn(text);
    const index = number === undefined ? -1 : number - first;
    return index >= 0 && index < stages.length ? index : undefined;
  }
  // A name of one's own may hold an arrow or a "to": the whole is looked for before what is left of it.
  return text => find(text) ?? find(text.slice(0, 200).split(arrow, 1)[0] ?? '');
}

function numberIn(text: string): number | undefined {
  const plain = text.trim().slice(0, 100);
  const digits = numbered.exec(plain)?.[1] ?? numberedStep.exec(plain)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Internal use is stage 0 (seed: Staged Rollout); a plan that begins with customers counts from 1, unless its log says 0. */
function firstNumber(stages: readonly Stage[], entries: readonly DecisionEntry[]): number {
  const written = /^(?:stage|phase|step) ?(\d{1,3})\b/i.exec(stages[0]?.stage?.text.trim().slice(0, 100) ?? '')?.[1];
  if (written !== undefined) return Number(written);
  if (stages[0] && standardStage(stages[0]) === 'internal') return 0;
  return entries.some(entry => numberIn((entry.stage?.text ?? '').slice(0, 200).split(arrow, 1)[0] ?? '') === 0)
    ? 0
    : 1;
}
