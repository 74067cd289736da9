import type { ReadinessSource } from '../../computed/checklist.ts';
import { counted } from '../../computed/reason.ts';
import { stageEnd } from '../../model/stages.ts';
import type { Audience, ChecklistItem, Rollout, Stage, StageDecision } from '../../model/types.gen.ts';
import type { ListValue } from '../../model/located.ts';
import { daysBetween } from '../../model/values/date.ts';
import { inline, isolated, longText } from '../markup/html.ts';
import { checklist, checklistCount } from './checklist.ts';
import { icon } from './icons.ts';
import type { Pen } from './pen.ts';
import { dateMarkup, stageWords } from './words.ts';

/** How a rollout stands to one of its stages. */
export type StageState = 'past' | 'now' | 'ahead';

export interface ShownStage {
  readonly stage: Stage;
  readonly index: number;
  readonly state: StageState;
  readonly decision: StageDecision | undefined;
  /** What the gate of this stage says, if it is the present one. */
  readonly gate: string;
}

const signs: Readonly<Record<StageState, string>> = {
  past: icon('yes', 'good'),
  now: icon('doing', 'plain'),
  ahead: icon('open', 'quiet'),
};
const stateWords: Readonly<Record<StageState, string>> = { past: 'behind us', now: 'now', ahead: 'ahead' };

/** One stage: whom it reaches, how long, what it is for, its criteria, and what was decided at its end. */
export function stageMarkup(
  pen: Pen,
  file: string,
  rollout: Rollout,
  { stage, index, state, decision, gate }: ShownStage,
  readiness: ReadinessSource,
): string {
  const title = inline(stageWords(stage, index));
  const about = [audience(pen, file, stage.audience), days(pen, file, rollout, stage, index)].filter(Boolean);
  return [
    `<li class="stage ${state}"${pen.area(`stage-${String(index)}`, { file, span: stage.span })}>`,
    `<span class="dot">${signs[state]}</span><div>`,
    `<h3>${pen.lead({ file, span: (stage.stage ?? stage).span }, `<bdi>${title}</bdi>`)} <span class="state">${stateWords[state]}</span></h3>`,
    about.length === 0 ? '' : `<p class="about">${about.join('<span class="dot-between"> · </span>')}</p>`,
    stage.purpose
      ? `<p class="purpose">${pen.lead({ file, span: stage.purpose.span }, longText(stage.purpose.text))}</p>`
      : '',
    gate,
    criteria(pen, file, 'To begin', stage.entry, readiness, state, `stage-${String(index)}-entry`),
    criteria(pen, file, 'To move on', stage.exit, readiness, state, `stage-${String(index)}-exit`),
    decision ? decided(pen, file, decision) : '',
    '</div></li>',
  ].join('');
}

function audience(pen: Pen, file: string, value: Audience | undefined): string {
  if (value === undefined) return '';
  const { text, percent, size, segment } = value;
  const of = segment ? ` of ${isolated(segment.text)}` : '';
  const words = [
    text ? isolated(text.text) : '',
    percent ? `${inline(percent.text).replace(/%$/, '')}%${of}` : '',
    size ? `${inline(size.text)} ${size.number === 1 ? 'customer' : 'customers'}` : '',
    percent === undefined && segment ? isolated(segment.text) : '',
  ].filter(Boolean);
  return words.length === 0
    ? ''
    : pen.lead({ file, span: (text ?? percent ?? size ?? segment ?? value).span }, words.join(', '));
}

/** Planned and actual: "planned 1-2 weeks, day 12 since 11 Nov", "6 days, 9 Nov to 15 Nov". */
function days(pen: Pen, file: string, rollout: Rollout, stage: Stage, index: number): string {
  const { duration, started, ended } = stage;
  const planned = duration ? `planned ${pen.text(file, duration)}` : '';
  if (started === undefined) return planned;
  const begun = started.day;
  if (begun === undefined) return [planned, `since ${dateMarkup(pen, file, started)}`].filter(Boolean).join(', ');
  if (begun > pen.today) return [planned, `starts ${dateMarkup(pen, file, started)}`].filter(Boolean).join(', ');
  const end = stageEnd(rollout, index);
  if (end === undefined || end > pen.today) {
    const day = `day ${String(daysBetween(begun, pen.today) + 1)} since ${dateMarkup(pen, file, started)}`;
    return [planned, day].filter(Boolean).join(', ');
  }
  const took = `took ${counted(Math.max(1, daysBetween(begun, end)), 'day')}`;
  const from = dateMarkup(pen, file, started);
  const range = ended?.day ? `${from} to ${dateMarkup(pen, file, ended)}` : `from ${from}`;
  return [planned, `${took}, ${range}`].filter(Boolean).join(', ');
}

function criteria(
  pen: Pen,
  file: string,
  title: string,
  list: ListValue<ChecklistItem> | undefined,
  readiness: ReadinessSource,
  state: StageState,
  fold: string,
): string {
  if (!list || list.items.length === 0) return '';
  const count = checklistCount(list.items, file, readiness);
  const isOpen = state === 'now' ? ' open=""' : '';
  return [
    `<details class="bw-fold small" data-fold="${fold}"${isOpen}><summary>${title} <span class="aside">${count}</span></summary>`,
    `${checklist(pen, file, list, readiness)}</details>`,
  ].join('');
}

const outcomeWords = { proceed: 'Went ahead', hold: 'Held', rollback: 'Rolled back' } as const;
const outcomeSigns = { proceed: 'advance', hold: 'hold', rollback: 'rollBack' } as const;
const outcomeTones = { proceed: 'good', hold: 'warn', rollback: 'bad' } as const;

/** What people decided, when, who, and why. */
export function decided(pen: Pen, file: string, { outcome, date, by, why, span }: StageDecision): string {
  const sign = outcome ? icon(outcomeSigns[outcome.word], outcomeTones[outcome.word]) : '';
  const words = outcome ? outcomeWords[outcome.word] : 'Decided';
  const when = date ? ` on ${dateMarkup(pen, file, date)}` : '';
  const who = by ? `, ${pen.text(file, by)}` : '';
  const reason = why ? `: ${pen.lead({ file, span: why.span }, longText(why.text))}` : '';
  return `<p class="decided">${sign}<span>${pen.lead({ file, span: (outcome ?? { span }).span }, words)}${when}${who}${reason}</span></p>`;
}
