import { actionOf } from '../../computed/guardrail-actions.ts';
import type { Gate } from '../../computed/gate.ts';
import type { RolloutCase } from '../../computed/rollout-case.ts';
import { currentStage, gaIndex, stageEnd } from '../../model/stages.ts';
import { stageDecisions } from '../../model/stage-decisions.ts';
import type { DecisionEntry, Flag, Rollout, RolloutRollback } from '../../model/types.gen.ts';
import { inline, isolated, longText, safeUrl } from '../markup/html.ts';
import { escapeMarkup } from '../markup/escape.ts';
import { icon } from './icons.ts';
import type { Pen } from './pen.ts';
import { reasonList } from './reasons.ts';
import { block, facts, section, type PageSection } from './section.ts';
import type { PageSource } from './source.ts';
import { decided, stageMarkup, type StageState } from './stage-markup.ts';
import { capitalised, dateMarkup, wordsOf } from './words.ts';

const gateWords = {
  advance: { title: 'Go on', tone: 'good' },
  hold: { title: 'Hold', tone: 'warn' },
  rollBack: { title: 'Roll back', tone: 'bad' },
} as const;

/** The stages with their gates and criteria, the flag, the way back, and what was decided. */
export function rollout(pen: Pen, source: PageSource): PageSection | undefined {
  const { rollout: found, computed } = source;
  if (found === undefined) return undefined;
  const { model, file } = found.part;
  const { gate } = computed;
  const aside = gate
    ? `${icon(gate.value, gateWords[gate.value].tone)}<span>${gateWords[gate.value].title}</span>`
    : model.approach
      ? `by ${wordsOf(model.approach.word)}`
      : '';
  const body = [
    stagesOf(pen, source, found, gate),
    block('Flag', model.flag ? flag(pen, file, model.flag) : ''),
    block('Way back', wayBack(pen, found, model.rollback)),
    decisions(pen, file, model),
    source.bet === undefined || model.notes === undefined
      ? ''
      : block('Notes', pen.lead({ file, span: model.notes.span }, longText(model.notes.text))),
  ].join('');
  return section({
    name: 'rollout',
    title: 'Rollout',
    aside,
    body,
    attributes: pen.area('rollout', { file, span: model.span }),
  });
}

function stagesOf(
  pen: Pen,
  source: PageSource,
  { part: { model, file } }: RolloutCase,
  gate: Gate | undefined,
): string {
  const stages = model.stages?.items ?? [];
  if (stages.length === 0) return '<p class="absent">No stages yet: who gets it first?</p>';
  const current = currentStage(model, source.today)?.index ?? -1;
  const decisions = stageDecisions(model);
  const readiness = (): PageSource['readiness'] => source.readiness;
  const items = stages.map((stage, index) =>
    stageMarkup(
      pen,
      file,
      model,
      {
        stage,
        index,
        state: stateOf(model, index, current, source.today),
        decision: decisions[index],
        gate: gate?.at.index === index ? gateMarkup(pen, gate) : '',
      },
      readiness,
    ),
  );
  return `<ol class="stages">${items.join('')}</ol>`;
}

/** The present one is the last that started; GA stays present for as long as nobody ended it. */
function stateOf(rollout: Rollout, index: number, current: number, today: string): StageState {
  if (index > current) return 'ahead';
  if (index < current) return 'past';
  const end = stageEnd(rollout, index);
  return index === gaIndex(rollout) && end !== undefined && end <= today ? 'past' : 'now';
}

function gateMarkup(pen: Pen, { value, reasons }: Gate): string {
  const { title, tone } = gateWords[value];
  return `<div class="callout ${tone}"><p class="says">${icon(value, tone)}${title}</p>${reasonList(pen, reasons)}</div>`;
}

function flag(pen: Pen, file: string, { name, url, cleanupBy, cleanedUp }: Flag): string {
  const address = url && safeUrl(url.text);
  return facts([
    ['Name', name ? pen.lead({ file, span: name.span }, `<code>${isolated(name.text)}</code>`) : ''],
    [
      'Address',
      address !== undefined
        ? `<a class="out" href="${escapeMarkup(address)}" rel="noopener noreferrer">${isolated(address)}</a>`
        : pen.text(file, url),
    ],
    ['To be gone by', dateMarkup(pen, file, cleanupBy)],
    ['Cleaned up', dateMarkup(pen, file, cleanedUp)],
  ]);
}

const actionSigns = {
  rollback: ['rollBack', 'bad'],
  pause: ['hold', 'warn'],
  investigate: ['information', 'quiet'],
} as const;
const actionWords = { rollback: 'roll back', pause: 'pause', investigate: 'investigate' } as const;

function wayBack(
  pen: Pen,
  { part: { file }, triggers, guardrails }: RolloutCase,
  back: RolloutRollback | undefined,
): string {
  const names = new Map(guardrails.map(({ metric }) => [metric.id, metric.name]));
  const items = triggers.map(({ trigger, file: where }) => {
    const action = actionOf(trigger);
    const [sign, tone] = actionSigns[action];
    const what = trigger.metric
      ? `${isolated(names.get(trigger.metric.id) ?? trigger.metric.id)} breached`
      : isolated(trigger.when?.text ?? '');
    const also = trigger.metric && trigger.when ? ` <span class="remark">${isolated(trigger.when.text)}</span>` : '';
    return `<li>${icon(sign, tone)}<span>${pen.lead({ file: where, span: trigger.span }, what)}${also} → ${actionWords[action]}</span></li>`;
  });
  const runbook = back?.runbook && safeUrl(back.runbook.text);
  const steps = back?.procedure?.items ?? [];
  return [
    items.length === 0 ? '' : `<ul class="triggers">${items.join('')}</ul>`,
    facts([
      ['Who', back?.owner?.name ? pen.text(file, back.owner.name) : ''],
      [
        'Runbook',
        runbook !== undefined
          ? `<a class="out" href="${escapeMarkup(runbook)}" rel="noopener noreferrer">${isolated(runbook)}</a>`
          : pen.text(file, back?.runbook),
      ],
    ]),
    steps.length === 0
      ? ''
      : `<ol class="steps">${steps.map(step => `<li>${pen.lead({ file, span: step.span }, longText(step.text))}</li>`).join('')}</ol>`,
  ].join('');
}

/** The log as it was kept; what is decided of a stage stands at the stage as well. */
function decisions(pen: Pen, file: string, { decisions: log }: Rollout): string {
  const entries = log?.items ?? [];
  if (entries.length === 0) return '';
  const items = entries.map((entry: DecisionEntry) => {
    const left = entry.stage
      ? `<span class="left">${pen.lead({ file, span: entry.stage.span }, `<bdi>${capitalised(inline(entry.stage.text))}</bdi>`)}</span>`
      : '';
    return `<li>${left}${decided(pen, file, entry)}</li>`;
  });
  const title = `<summary>Decision log <span class="aside">${String(items.length)}</span></summary>`;
  return `<details class="bw-fold small" data-fold="decisions">${title}<ol class="log">${items.join('')}</ol></details>`;
}
