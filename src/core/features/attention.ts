import type { Finding } from '../rules/finding.ts';
import type { Judge } from '../service.ts';

/** What can't wait, over all files: what is overdue, and which limits are broken. */
export interface Attention {
  readonly overdue: readonly Finding[];
  readonly breached: readonly Finding[];
}

/** Rules that say that a day has passed on which somebody had to decide, and that a limit is broken. */
const overdueRules: ReadonlySet<string> = new Set(['retro/overdue', 'bet/zombie']);
const breachedRules: ReadonlySet<string> = new Set(['metrics/guardrail-breached']);

/** In order of file and place. What is excused, or switched off, is no finding and not counted. */
export function attentionOf(judge: Judge): Attention {
  const overdue: Finding[] = [];
  const breached: Finding[] = [];
  for (const file of judge.workspace.files()) {
    for (const finding of judge.findings(file)) {
      if (overdueRules.has(finding.rule)) overdue.push(finding);
      else if (breachedRules.has(finding.rule)) breached.push(finding);
    }
  }
  return { overdue, breached };
}
