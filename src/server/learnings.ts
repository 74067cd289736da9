import { learningsOf } from '../core/features/learning-repository.ts';
import type { Judge } from '../core/service.ts';
import type { Intake } from './intake.ts';
import type { Judging } from './judging.ts';
import type { LearningsAnswer } from './protocol.ts';

/** Answers with what concluded bets taught. */
export function createLearnings(judge: Judge, intake: Intake, judging: Judging): () => LearningsAnswer {
  return () => ({ isComplete: judging.isComplete, ...learningsOf(judge, uri => intake.lines(uri)) });
}
