import { metricKey, metricsOf } from '../../model/tiers.ts';
import { isHeld } from '../../model/retro-state.ts';
import type { MetricResult, Retro } from '../../model/types.gen.ts';
import { decisionInStatus } from '../../model/status.ts';
import type { Part } from '../../workspace/part.ts';
import { isolated, longText } from '../markup/html.ts';
import { VERDICT_WORDS } from '../hierarchy/words.ts';
import { checklist, checklistCount } from './checklist.ts';
import { decisions } from './decision.ts';
import { icon } from './icons.ts';
import { verdictSign } from './metrics.ts';
import type { Pen } from './pen.ts';
import { block, facts, section, type PageSection } from './section.ts';
import type { PageSource } from './source.ts';
import { dateMarkup, distance } from './words.ts';

/** What the results speak for beside what people decided, the evidence, and what was learned. */
export function retro(pen: Pen, source: PageSource): PageSection | undefined {
  const { retro: part, bet, computed, today } = source;
  const inStatus = bet && decisionInStatus(bet.bet);
  if (part === undefined && computed.decision === undefined && inStatus === undefined) return undefined;
  const model = part?.model;
  const isOver = isHeld(model, today);
  const day = isOver ? (model?.held ?? model?.scheduled) : (model?.scheduled ?? model?.held);
  const when =
    day?.day === undefined
      ? ''
      : isOver
        ? `held ${dateWords(pen, day.day)}`
        : `${day.day < today ? 'was due' : 'due'} ${dateWords(pen, day.day)}`;
  const body = [
    decisions(pen, source),
    part ? evidence(pen, part) : '',
    part ? results(pen, part, namesOf(source)) : '',
    part ? learned(pen, part) : '',
    part ? next(pen, part, source) : '',
    part ? around(pen, part, isOver) : '',
  ].join('');
  const attributes = part ? pen.area('retro', { file: part.file, span: part.model.span }) : '';
  return section({ name: 'retro', title: 'Retro and decision', aside: when, body, attributes });
}

function dateWords({ today }: Pen, day: PageSource['today']): string {
  return distance(day, today);
}

const resultWords = { confirmed: 'Confirmed', disproved: 'Disproved', inconclusive: 'Inconclusive' } as const;
const resultSigns = {
  confirmed: ['yes', 'good'],
  disproved: ['no', 'bad'],
  inconclusive: ['inconclusive', 'quiet'],
} as const;

function evidence(pen: Pen, { model, file }: Part<'retro'>): string {
  const review = model.hypothesis;
  if (review === undefined) return '';
  const { result, evidence: found, confidence } = review;
  const [sign, tone] = result ? resultSigns[result.word] : (['none', 'quiet'] as const);
  const sure = confidence ? ` <span class="remark">confidence: ${pen.text(file, confidence)}</span>` : '';
  const told = [
    result
      ? `<p class="says">${icon(sign, tone)}<span>${pen.lead({ file, span: result.span }, resultWords[result.word])}${sure}</span></p>`
      : sure,
    found ? `<p>${pen.lead({ file, span: found.span }, longText(found.text))}</p>` : '',
  ].join('');
  return block('The hypothesis', told);
}

/** What rows call a metric by, and what it is called. */
function namesOf({ metrics }: PageSource): ReadonlyMap<string, string> {
  const all = metrics ? metricsOf(metrics.part.model) : [];
  return new Map(all.map(({ id, name }) => [metricKey(id), name]));
}

function results(pen: Pen, { model, file }: Part<'retro'>, names: ReadonlyMap<string, string>): string {
  const rows = model.metrics?.items ?? [];
  if (rows.length === 0) return '';
  const body = rows.map(row => resultRow(pen, file, row, names)).join('');
  return block(
    'Results',
    `<div class="wide"><table class="metrics"><thead><tr><th scope="col">Metric</th><th scope="col">Baseline</th><th scope="col">Goal</th><th scope="col">Actual</th><th scope="col">Verdict</th></tr></thead><tbody>${body}</tbody></table></div>`,
  );
}

function resultRow(
  pen: Pen,
  file: string,
  { metric, role, baseline, target, threshold, actual, verdict, span }: MetricResult,
  names: ReadonlyMap<string, string>,
): string {
  const name = pen.lead(
    { file, span: metric?.span ?? span },
    isolated(metric ? (names.get(metricKey(metric.id)) ?? metric.id) : 'A row without a metric'),
  );
  const said = verdict
    ? `${verdictSign(verdict.word)} ${pen.lead({ file, span: verdict.span }, VERDICT_WORDS[verdict.word])}`
    : '';
  return [
    `<tr><th scope="row">${name}${role ? ` <span class="remark">${role.word}</span>` : ''}</th>`,
    `<td>${pen.text(file, baseline)}</td><td>${pen.text(file, target ?? threshold)}</td><td>${pen.text(file, actual)}</td><td>${said}</td></tr>`,
  ].join('');
}

function learned(pen: Pen, { model, file }: Part<'retro'>): string {
  const items = model.learnings?.items ?? [];
  if (items.length === 0) return '';
  const told = items.map(item => `<li>${pen.lead({ file, span: item.span }, longText(item.text))}</li>`).join('');
  return block('What was learned', `<ul class="learnings">${told}</ul>`);
}

function next(pen: Pen, { model, file }: Part<'retro'>, { readiness }: PageSource): string {
  const steps = model.nextSteps?.items ?? [];
  const count = checklistCount(steps, file, () => readiness);
  const title = count === '' ? 'Next steps' : `Next steps <span class="aside">${count}</span>`;
  const belief = model.newHypothesis;
  return (
    block(
      title,
      checklist(pen, file, model.nextSteps, () => readiness),
    ) +
    block(
      'New hypothesis',
      belief ? `<blockquote>${pen.lead({ file, span: belief.span }, longText(belief.text))}</blockquote>` : '',
    )
  );
}

function around(pen: Pen, { model, file }: Part<'retro'>, isOver: boolean): string {
  return facts([
    [isOver ? 'Held' : 'Scheduled', dateMarkup(pen, file, dayOf(model, isOver))],
    ['Facilitator', pen.text(file, model.facilitator)],
    ['With', (model.attendees?.items ?? []).map(item => pen.text(file, item)).join(', ')],
  ]);
}

function dayOf({ held, scheduled }: Retro, isOver: boolean): Retro['held'] {
  return isOver ? (held ?? scheduled) : (scheduled ?? held);
}
