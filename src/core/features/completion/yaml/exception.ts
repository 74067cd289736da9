import { addDays } from '../../../model/values/date.ts';
import type { Span } from '../../../text/span.ts';
import { choiceOf, stopWith, type CompletionItem } from '../item.ts';
import type { Surroundings } from '../surroundings.ts';

/** Days until somebody has to look at an exception again. */
const usualExcuse = 42;

/** A comment that excuses what stands below it, for whoever begins to type its name: of the rules those that speak of this file. */
export function exceptionItems({ judge, file }: Surroundings, typed: string, span: Span): readonly CompletionItem[] {
  if (!/^(?:bet|ign)/i.test(typed)) return [];
  const rules = [...new Set(judge.findings(file).map(({ rule }) => rule))].filter(isExcusable).sort();
  const rule = rules.length === 0 ? stopWith(1, 'metrics/guardrail-missing') : choiceOf(1, rules);
  const day = addDays(judge.settings.today, usualExcuse);
  const reason = stopWith(2, 'Why it is right here');
  return [
    {
      label: '# betwright-ignore',
      kind: 'template',
      detail: 'Excuses what stands below, with a reason and a last day',
      span,
      snippet: `# betwright-ignore ${rule}: ${reason} (until ${stopWith(3, day)})`,
      filter: /^ign/i.test(typed) ? 'ignore' : 'betwright-ignore',
    },
  ];
}

function isExcusable(rule: string): boolean {
  return !rule.startsWith('ignore/') && rule !== 'document/syntax';
}
