import { decisionInStatus, type Outcome } from '../../model/status.ts';
import { longText } from '../markup/html.ts';
import { icon, type Tone } from './icons.ts';
import type { Pen } from './pen.ts';
import { reasonList } from './reasons.ts';
import { block, facts } from './section.ts';
import type { PageSource } from './source.ts';
import { capitalised } from './words.ts';

const outcomeTones: Readonly<Record<Outcome | 'inconclusive', Tone>> = {
  scale: 'good',
  iterate: 'warn',
  kill: 'bad',
  inconclusive: 'quiet',
};

/** The decision of people, and beside it what the numbers speak for, with their reasons; empty before there is either. */
export function decisions(pen: Pen, source: PageSource): string {
  const cards = [made(pen, source), advised(pen, source)].filter(Boolean);
  return cards.length === 0 ? '' : `<div class="verdicts">${cards.join('')}</div>`;
}

function made(pen: Pen, { computed, retro, bet }: PageSource): string {
  const inStatus = bet && decisionInStatus(bet.bet);
  const decision = retro?.model.decision;
  if (retro && decision) {
    const { file } = retro;
    const { outcome, why, by, dissent } = decision;
    const word = outcome?.word ?? inStatus;
    const about = facts([
      ['By', pen.text(file, by)],
      ['Against it', dissent ? pen.lead({ file, span: dissent.span }, longText(dissent.text)) : ''],
    ]);
    const because = why ? `<p>${pen.lead({ file, span: why.span }, longText(why.text))}</p>` : '';
    const words = word === undefined ? 'Not yet' : capitalised(word);
    return card('Decided', word, pen.lead({ file, span: outcome?.span ?? decision.span }, words), because + about);
  }
  if (bet?.bet.status && inStatus !== undefined) {
    const place = { file: bet.artifact.file, span: bet.bet.status.span };
    return card('Decided', inStatus, pen.lead(place, capitalised(inStatus)), '');
  }
  return computed.decision ? card('Decided', undefined, 'Not yet', '') : '';
}

function advised(pen: Pen, { computed: { decision: advice }, retro, bet }: PageSource): string {
  if (advice === undefined) return '';
  const { value, reasons, missing } = advice;
  const human = retro?.model.decision?.outcome?.word ?? (bet && decisionInStatus(bet.bet));
  const differs = human !== undefined && value !== 'inconclusive' && value !== human;
  const words = `${capitalised(value)}${differs ? ' <span class="remark">not what was decided</span>' : ''}`;
  // What is missing is the reason itself where nothing can be said.
  const open = value === 'inconclusive' ? '' : block('Missing', reasonList(pen, missing));
  return card('The numbers say', value, words, reasonList(pen, reasons) + open);
}

function card(title: string, outcome: Outcome | 'inconclusive' | undefined, words: string, body: string): string {
  const sign = outcome ? icon(outcome, outcomeTones[outcome]) : icon('none', 'quiet');
  return `<div class="card ${outcome ? outcomeTones[outcome] : 'quiet'}"><h3>${title}</h3><p class="says">${sign}<span>${words}</span></p>${body}</div>`;
}
