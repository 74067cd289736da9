import { rules } from '../../rules/index.ts';
import type { Judge } from '../../service.ts';
import { touches } from '../../text/span.ts';

const whys: ReadonlyMap<string, string> = new Map(rules.map(rule => [rule.id, rule.why]));

/** Why the findings at an offset matter: what the rules say themselves. The editor shows the findings beside it. */
export function whyAt(judge: Judge, file: string, offset: number): readonly string[] {
  const here = judge.findings(file).filter(({ span }) => touches(span, offset));
  return [...new Set(here.map(({ rule }) => rule))].flatMap(rule => {
    const why = whys.get(rule);
    return why === undefined ? [] : [`\`${rule}\`: ${why}`];
  });
}
