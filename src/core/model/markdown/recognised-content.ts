import { entryOf, type Node } from '../../parse/tree.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import { spanOf, type Span } from '../../text/span.ts';
import { tiers, type Tier } from '../tiers.ts';
import { readAudience, type Audience } from '../values/audience.ts';
import { draftAt, scalarOf, valueAt, type Draft, type DraftValue } from './draft.ts';
import { readFields } from './fields.ts';
import { isFilled } from './lists.ts';
import { newZone, type Reading } from './reading.ts';
import { sectionsInside, type Section } from './sections.ts';

/** Something that the text says, and where. */
export interface Said {
  readonly text: string;
  readonly span: Span;
}

export interface RecognisedStage extends Said {
  readonly audience?: Audience;
  /** The audience as it is written. */
  readonly reach?: string;
}

export interface RecognisedMetric extends Said {
  readonly tier: Tier;
  readonly threshold?: string;
  readonly target?: string;
  readonly current?: string;
}

export function frontText(front: Node | undefined, keys: readonly string[]): Said | undefined {
  for (const key of keys) {
    const value = front?.type === 'map' ? entryOf(front, key)?.value : undefined;
    if (value?.type === 'scalar' && isFilled({ text: value.text, span: value.span }))
      return { text: value.text, span: value.span };
  }
  return undefined;
}

/** Who owns it, by front matter, else by the first label or field table that says so. */
export function ownerIn(reading: Reading, front: Node | undefined, top: Section): Said | undefined {
  const said = frontText(front, ['owner', 'dri', 'author']);
  if (said) return said;
  for (const section of [top, ...sectionsInside(top)]) {
    const draft = draftAt(section.span);
    readFields({ reading, draft, shape: documentShapes.bet, labels: ['common'], zone: newZone() }, section.blocks);
    const node = scalarOf(valueAt(draft, 'owner'));
    if (node && isFilled({ text: node.text, span: node.span })) return { text: node.text, span: node.span };
  }
  return undefined;
}

const isoDay = /(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g;
const mostDates = 100;

/** Days in the one form that nobody can misread, each where it stands first. */
export function datesIn(text: string, span: Span): readonly Said[] {
  const found = new Map<string, Said>();
  for (const { 0: day, index } of text.slice(span.start, span.end).matchAll(isoDay)) {
    if (!found.has(day))
      found.set(day, { text: day, span: spanOf(span.start + index, span.start + index + day.length) });
    if (found.size === mostDates) break;
  }
  return [...found.values()];
}

export function stagesIn(draft: Draft): readonly RecognisedStage[] {
  return itemsOf(valueAt(draft, 'stages')).flatMap(stage => {
    const name = scalarOf(valueAt(stage, 'stage'));
    const audience = scalarOf(valueAt(stage, 'audience')) ?? scalarOf(valueAt(stage, 'audience.text'));
    if (name === undefined) return [];
    const reach = audience?.text;
    return [{ text: name.text, span: name.span, ...(reach !== undefined && { audience: readAudience(reach), reach }) }];
  });
}

export function metricsIn(draft: Draft): readonly RecognisedMetric[] {
  return tiers.flatMap(tier =>
    itemsOf(valueAt(draft, tier)).flatMap(metric => {
      const name = scalarOf(valueAt(metric, 'name'));
      if (name === undefined) return [];
      const told = (['threshold', 'target', 'current'] as const).flatMap(field => {
        const node = scalarOf(valueAt(metric, field));
        return node ? [[field, node.text] as const] : [];
      });
      return [{ tier, text: name.text, span: name.span, ...Object.fromEntries(told) }];
    }),
  );
}

function itemsOf(value: DraftValue | undefined): readonly Draft[] {
  return value?.type === 'draftList' ? value.items.filter(item => item.type === 'draft') : [];
}
