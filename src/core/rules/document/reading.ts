import type { ReadingProblem } from '../../model/problem.ts';
import type { Report, Subjects } from '../rule.ts';

/** The reports of what was noticed while the document was read. */
export function readingReports(artifact: Subjects['artifact'], code: ReadingProblem['code']): readonly Report[] {
  return artifact.problems.filter(problem => problem.code === code).map(toReport);
}

function toReport({ code, span, message, nearest }: ReadingProblem): Report {
  if (nearest === undefined) return { span, message };
  return {
    span,
    message,
    fixes: [
      {
        title: `Change to "${nearest}"`,
        changes: [{ type: 'replace', span, text: nearest }],
        ...(code === 'unknownField' && { isSafe: true }),
      },
    ],
  };
}
