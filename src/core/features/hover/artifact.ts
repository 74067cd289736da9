import { computedOfBet } from '../../computed/computed.ts';
import { readinessCount } from '../../computed/readiness.ts';
import { counted } from '../../computed/reason.ts';
import { nextDate } from '../../computed/next-date.ts';
import { isFrom } from '../../model/status.ts';
import { daysBetween, type Day } from '../../model/values/date.ts';
import type { Judge } from '../../service.ts';
import { betCase, betsOf, type BetCase } from '../../workspace/bet-case.ts';
import type { Part } from '../../workspace/part.ts';
import { gateTitle } from '../lenses/bet-lenses.ts';
import { statusWords } from '../words.ts';
import { asText, fact, line, paragraphs } from './markdown.ts';

/** What stands behind an id: title, owner, status, readiness, and what comes next. */
export function describeArtifact(part: Part, judge: Judge): string {
  const { kind, model, holder } = part;
  const id = part.id ?? holder.id;
  const title = model.title?.text.trim() ?? '';
  const head = `**${asText(title === '' ? id : title)}** (${kind} \`${id.replace(/[`\s]+/g, ' ').slice(0, 80)}\`)`;
  const owner = fact('Owner', asText(model.owner?.name?.text ?? ''));
  if (kind === 'bet' && holder.kind === 'bet') {
    const bet = betCase(holder, judge.workspace.lookup, judge.settingsFor(holder.file));
    return paragraphs(head, line(owner, fact('Status', statusWords(bet.status))), betFacts(bet, judge));
  }
  const bets = betsOf(part, judge.workspace.lookup, judge.settings).map(({ artifact }) => asText(artifact.title));
  return paragraphs(head, line(owner, fact('Bet', bets.slice(0, 5).join(', '))));
}

function betFacts(bet: BetCase, judge: Judge): string {
  const settings = judge.settingsFor(bet.artifact.file);
  const { readiness, gate } = computedOfBet(bet, judge.workspace.lookup, settings);
  const isUnderWay = isFrom(bet.status, 'building') && bet.status !== 'concluded';
  const count = isUnderWay && readiness ? readinessCount(readiness) : undefined;
  const next = nextDate(bet, settings.today);
  return paragraphs(
    asText(bet.bet.hypothesis?.text?.text ?? bet.bet.hypothesis?.outcome?.text ?? ''),
    line(
      fact('Ready', count && `${String(count.met)} of ${String(count.of)}`),
      gate && asText(gateTitle(gate)),
      fact('Decided', bet.decision),
    ),
    next && fact('Next', `${next.what} on ${next.day} (${distance(next.day, settings.today)})`),
  );
}

function distance(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  return days === 0 ? 'today' : days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} ago`;
}
