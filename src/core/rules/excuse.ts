import type { IgnoreComment } from '../parse/ignore-comments.ts';
import { readDate } from '../model/values/date.ts';
import type { Settings } from '../workspace/settings.ts';
import type { Finding } from './finding.ts';
import { rules } from './index.ts';
import { severityOf } from './severity.ts';

/** Takes out what the comments of the file excuse, and adds what is to be said of the comments themselves. */
export function excuseFindings(
  file: string,
  findings: readonly Finding[],
  comments: readonly IgnoreComment[],
  settings: Settings,
): readonly Finding[] {
  if (comments.length === 0) return findings;
  const states = comments.map(comment => {
    const until = comment.until === undefined ? undefined : readDate(comment.until);
    return { comment, expired: until !== undefined && until < settings.today, excused: 0 };
  });
  const left = findings.filter(finding => {
    const excuse = states.find(({ comment, expired }) => !expired && excuses(comment, finding));
    if (excuse) excuse.excused++;
    return excuse === undefined;
  });
  const said = states.flatMap(state =>
    rules.flatMap(rule => {
      if (rule.about !== 'ignore') return [];
      const severity = severityOf(rule, settings.mode, settings);
      if (severity === 'off') return [];
      return rule.check(state, { today: settings.today }).map(({ span, message, fixes }): Finding => ({
        rule: rule.id,
        severity,
        message,
        file,
        span,
        ...(fixes && { fixes }),
      }));
    }),
  );
  return [...left, ...said];
}

function excuses({ rules: named, reason, wholeFile, excuses: place }: IgnoreComment, { rule, span }: Finding): boolean {
  if (reason === undefined || place === undefined || span.start < place.start || span.start > place.end) return false;
  return named.length === 0 ? wholeFile && rule !== 'document/syntax' : named.includes(rule);
}
