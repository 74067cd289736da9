import { gaIndex, stageEnd, stageTitle } from './stages.ts';
import type { Rollout, Stage } from './types.gen.ts';
import type { Day } from './values/date.ts';
import { endOf } from './values/duration.ts';

/** The days of a stage as far as they are known or follow from others. */
export interface StageDays {
  readonly stage: Stage;
  readonly index: number;
  readonly title: string;
  readonly start?: Day;
  /** Its last gate: the day on which it ends, at the longest. */
  readonly end?: Day;
  /** Whether the end is written, as this stage's or as the next one's beginning. */
  readonly isEndWritten: boolean;
  /** From GA on nothing is left to be let through. */
  readonly isGa: boolean;
}

/**
 * The stages in order. One that has no day yet begins when the one before it ends, as long as that is not past: when a stage that
 * overruns will end, nobody knows.
 */
export function stageDays(rollout: Rollout, today: Day): readonly StageDays[] {
  const ga = gaIndex(rollout);
  let before: Day | undefined;
  return (rollout.stages?.items ?? []).map((stage, index) => {
    const start = stage.started?.day ?? (before !== undefined && before >= today ? before : undefined);
    const written = stageEnd(rollout, index);
    const duration = stage.duration?.duration;
    const end =
      written ?? (start !== undefined && duration !== undefined ? endOf(start, duration, 'longest') : undefined);
    before = end;
    return {
      stage,
      index,
      title: stageTitle(stage, index),
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
      isEndWritten: written !== undefined,
      isGa: ga !== undefined && index >= ga,
    };
  });
}
