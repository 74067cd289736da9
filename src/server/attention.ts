import { attentionOf } from '../core/features/attention.ts';
import type { Finding } from '../core/rules/finding.ts';
import type { Judge } from '../core/service.ts';
import { plainText } from '../core/views/markup/plain-text.ts';
import { rangeIn } from './convert.ts';
import type { Intake } from './intake.ts';
import type { Attention, AttentionItem } from './protocol.ts';

/** So many are listed: a list of more is not read. */
const mostItems = 200;

/** Answers with what is overdue and what is breached in the workspace. */
export function createAttention(judge: Judge, intake: Intake): () => Attention {
  return () => {
    const { overdue, breached } = attentionOf(judge);
    const items = [
      ...overdue.map(finding => itemOf('overdue', finding, intake)),
      ...breached.map(finding => itemOf('breached', finding, intake)),
    ];
    return { overdue: overdue.length, breached: breached.length, items: items.slice(0, mostItems) };
  };
}

function itemOf(
  sort: AttentionItem['sort'],
  { artifact, message, file, span }: Finding,
  intake: Intake,
): AttentionItem {
  return {
    sort,
    artifact: plainText(artifact ?? ''),
    message: plainText(message),
    uri: file,
    range: rangeIn(intake.lines(file) ?? [0], span),
  };
}
