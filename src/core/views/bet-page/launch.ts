import {
  componentNames,
  componentOf,
  componentPlace,
  componentStatus,
  componentTitles,
  isSettled,
  type ComponentName,
  type ComponentStatus,
} from '../../computed/launch-state.ts';
import { neededComponents } from '../../computed/launch-needs.ts';
import type { Launch } from '../../model/types.gen.ts';
import type { Part } from '../../workspace/part.ts';
import { inline } from '../markup/html.ts';
import { checklist, checklistCount } from './checklist.ts';
import { icon, type Icon, type Tone } from './icons.ts';
import type { Pen } from './pen.ts';
import { block, facts, section, type PageSection } from './section.ts';
import type { PageSource } from './source.ts';
import { capitalised, dateMarkup, distance } from './words.ts';

/** Tier, components with who does them until when, the checklists, and how it is taken up. */
export function launch(pen: Pen, source: PageSource): PageSection | undefined {
  const { launch: part, today } = source;
  if (part === undefined) return undefined;
  const { model, file } = part;
  const { tier, date } = model;
  const aside = [tier ? `Tier ${inline(tier.text)}` : '', date?.day ? distance(date.day, today) : '']
    .filter(Boolean)
    .join(' · ');
  const body = [
    facts([
      ['Day', dateMarkup(pen, file, date)],
      ['Tier', tier ? pen.lead({ file, span: tier.span }, inline(tier.text)) : ''],
      ['Owner', source.bet ? pen.text(file, model.owner?.name) : ''],
    ]),
    components(pen, part),
    lists(pen, part, source),
    block('Taken up', adoption(pen, file, model)),
  ].join('');
  return section({
    name: 'launch',
    title: 'Launch',
    aside,
    body,
    attributes: pen.area('launch', { file, span: model.span }),
  });
}

const statusSigns: Readonly<Record<ComponentStatus, readonly [sign: Icon, tone: Tone, words: string]>> = {
  open: ['open', 'quiet', 'open'],
  doing: ['doing', 'plain', 'doing'],
  done: ['yes', 'good', 'done'],
  notNeeded: ['none', 'quiet', 'not needed'],
};

/** What the tier needs, and whatever else is written. */
function components(pen: Pen, part: Part<'launch'>): string {
  const needed = new Set(neededComponents(part.model.tier?.number));
  const shown = componentNames.filter(name => needed.has(name) || componentOf(part.model, name) !== undefined);
  const rows = shown.map(name => componentRow(pen, part, name, needed.has(name)));
  return `<div class="wide"><table class="components"><thead><tr><th scope="col">Component</th><th scope="col">Status</th><th scope="col">Owner</th><th scope="col">Due</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function componentRow(pen: Pen, part: Part<'launch'>, name: ComponentName, isNeeded: boolean): string {
  const { model, file } = part;
  const component = componentOf(model, name);
  const status = componentStatus(model, name);
  const [sign, tone, words] = statusSigns[status];
  const late = !isSettled(status) && component?.due?.day !== undefined && component.due.day < pen.today;
  const title = pen.lead(
    componentPlace(part, name),
    componentTitles[name].replace(/^The /, '').replace(/^./, first => first.toUpperCase()),
  );
  return [
    `<tr class="${status}"><th scope="row">${title}${isNeeded ? '' : ' <span class="remark">not asked for by this tier</span>'}</th>`,
    `<td class="status">${icon(sign, tone)}${words}</td><td>${component?.owner?.name ? pen.text(file, component.owner.name) : ''}</td>`,
    `<td${late ? ' class="late"' : ''}>${dateMarkup(pen, file, component?.due)}${late ? ' <span class="remark">late</span>' : ''}</td></tr>`,
  ].join('');
}

const listTitles = { preLaunch: 'Before the launch', launchDay: 'On the day', postLaunch: 'Afterwards' } as const;

function lists(pen: Pen, { model, file }: Part<'launch'>, { readiness }: PageSource): string {
  return (['preLaunch', 'launchDay', 'postLaunch'] as const)
    .map(name => {
      const list = model[name];
      const count = checklistCount(list?.items ?? [], file, () => readiness);
      return block(
        `${listTitles[name]} <span class="aside">${count}</span>`,
        checklist(pen, file, list, () => readiness),
      );
    })
    .join('');
}

/** From having heard of it to a habit: how far, of what was hoped for. */
function adoption(pen: Pen, file: string, { adoption: levels }: Launch): string {
  if (levels === undefined) return '';
  const rows = (['awareness', 'trial', 'adoption', 'habit'] as const).flatMap(name => {
    const level = levels[name];
    if (!level) return [];
    const { current, target } = level;
    const value = Math.min(100, Math.max(0, current?.number ?? 0));
    const goal = Math.min(100, Math.max(0, target?.number ?? 0));
    const words = [current ? pen.text(file, current) : 'not measured', target ? `of ${pen.text(file, target)}` : '']
      .filter(Boolean)
      .join(' ');
    return [
      `<li><span class="what">${capitalised(name)}</span>${gauge(value, target ? goal : undefined)}<span class="of">${words}</span></li>`,
    ];
  });
  return rows.length === 0 ? '' : `<ul class="adoption">${rows.join('')}</ul>`;
}

/** A bar of 100 with a mark where the goal is. What it shows stands beside it in words. */
function gauge(value: number, goal: number | undefined): string {
  const mark =
    goal === undefined ? '' : `<line class="goal" x1="${String(goal)}%" x2="${String(goal)}%" y1="0" y2="12"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="bw-gauge" width="100%" height="12" aria-hidden="true"><rect class="ground" x="0" y="3" width="100%" height="6" rx="3"/><rect class="fill" x="0" y="3" width="${String(value)}%" height="6" rx="3"/>${mark}</svg>`;
}
