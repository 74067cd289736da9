import { nextDate } from '../../computed/next-date.ts';
import { statuses } from '../../model/status.ts';
import type { BetCase } from '../../workspace/bet-case.ts';
import { inline, isolated, longText, safeUrl } from '../markup/html.ts';
import { escapeMarkup } from '../markup/escape.ts';
import { icon } from './icons.ts';
import { hypothesis } from './hypothesis.ts';
import type { Pen } from './pen.ts';
import { facts, type PageSection } from './section.ts';
import type { PageSource } from './source.ts';
import { timeline } from './timeline.ts';
import { capitalised, dateMarkup, dayMarkup, distance, kindTitles, wordsOf } from './words.ts';

/** What it is, whose it is, where it stands, what is believed, and the line of time. */
export function head(pen: Pen, source: PageSource): PageSection {
  const { subject, bet } = source;
  const part = bet ? { kind: 'bet' as const, file: bet.artifact.file, model: bet.bet } : subject;
  const holder = bet?.artifact ?? subject.holder;
  const { model, file } = part;
  const id = bet || !subject.embedded ? holder.id : (subject.id ?? holder.id);
  const title = model.title ?? model.id;
  const shown = inline(holder.title) || inline(id) || kindTitles[part.kind];
  const html = [
    `<header class="bw-head" id="bw-head" data-section="head">`,
    `<p class="eyebrow"><span>${kindTitles[part.kind]}</span>${holder.title === id ? '' : `<span class="id">${isolated(id)}</span>`}</p>`,
    `<h1>${pen.lead({ file, span: title?.span ?? holder.anchor }, `<bdi>${shown}</bdi>`)}</h1>`,
    bet ? life(pen, bet) : '',
    chips(pen, source),
    factsOf(pen, source),
    bet ? hypothesis(pen, bet) : '',
    timeline(pen, source),
    model.notes
      ? `<div class="notes">${pen.lead({ file, span: model.notes.span }, longText(model.notes.text))}</div>`
      : '',
    '</header>',
  ].join('');
  return { name: 'head', title: shown, html };
}

/** How far a bet has come: the six statuses, the present one marked. */
function life(pen: Pen, { status, bet, artifact }: BetCase): string {
  const now = statuses.indexOf(status);
  const steps = statuses.map((step, index) => {
    const words = capitalised(wordsOf(step));
    if (index !== now) return `<li class="${index < now ? 'past' : 'ahead'}"><span>${words}</span></li>`;
    const place = bet.status && { file: artifact.file, span: bet.status.span };
    return `<li class="now" aria-current="step">${pen.lead(place, words)}</li>`;
  });
  return `<ol class="life" aria-label="Status">${steps.join('')}</ol>`;
}

function chips(pen: Pen, { bet, findings }: PageSource): string {
  const chip = (value: { readonly span: { start: number; end: number } } | undefined, words: string, tone = '') =>
    value === undefined || bet === undefined
      ? ''
      : `<li class="chip${tone}">${pen.lead({ file: bet.artifact.file, span: value.span }, words)}</li>`;
  const all: string[] = [];
  if (bet) {
    const { priority, category, portfolio, mode, iteration, tags } = bet.bet;
    all.push(
      chip(priority, priority?.word ?? '', ' strong'),
      chip(category, capitalised(wordsOf(category?.word ?? ''))),
      chip(portfolio, capitalised(wordsOf(portfolio?.word ?? ''))),
      chip(mode, mode?.word === 'zeroToOne' ? 'Zero to one' : 'Scaling'),
      chip(iteration?.number, `Iteration ${String(iteration?.number?.number ?? '')}`),
      ...(tags?.items ?? []).map(tag => chip(tag, `#${inline(tag.text)}`, ' quiet')),
    );
  }
  if (findings?.length === 0) all.push(`<li class="chip well">${icon('yes', 'good')}Nothing to mend</li>`);
  const told = all.filter(Boolean);
  return told.length === 0 ? '' : `<ul class="chips">${told.join('')}</ul>`;
}

function factsOf(pen: Pen, { subject, bet, serves, today }: PageSource): string {
  const { model, file } = bet ? { model: bet.bet, file: bet.artifact.file } : subject;
  const next = bet && nextDate(bet, today);
  return facts([
    ['Owner', pen.text(file, model.owner?.name)],
    [
      'Next',
      next
        ? `${capitalised(inline(next.what))}: ${dayMarkup(next.day, today)} <span class="remark">${distance(next.day, today)}</span>`
        : '',
    ],
    ['Block', pen.text(file, bet?.bet.block)],
    ['Shipped', bet ? dateMarkup(pen, file, bet.bet.shipped) : ''],
    [
      'Continues',
      bet?.bet.iteration?.of
        ? pen.lead({ file, span: bet.bet.iteration.of.span }, isolated(bet.bet.iteration.of.id))
        : '',
    ],
    [
      'Serves',
      serves
        .map(({ artifact }) => pen.lead({ file: artifact.file, span: artifact.anchor }, isolated(artifact.title)))
        .join(', '),
    ],
    [
      'Opportunity',
      bet?.bet.opportunity
        ? pen.lead({ file, span: bet.bet.opportunity.span }, longText(bet.bet.opportunity.text))
        : '',
    ],
    ['Links', links(pen, file, model.links?.entries ?? [])],
  ]);
}

function links(
  pen: Pen,
  file: string,
  entries: readonly {
    readonly name: string;
    readonly value: { readonly text: string; readonly span: { readonly start: number; readonly end: number } };
  }[],
): string {
  return entries
    .map(({ name, value }) => {
      const url = safeUrl(value.text);
      if (url === undefined) return `${isolated(name)}: ${pen.text(file, value)}`;
      return `<a class="out" href="${escapeMarkup(url)}" rel="noopener noreferrer">${isolated(name)}</a>`;
    })
    .join(' · ');
}
