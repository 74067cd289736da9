import { shapeAt } from '../../../model/markdown/draft.ts';
import { headMeaningOf, meaningOf, phraseOf } from '../../../model/markdown/phrase.ts';
import { vocabulary } from '../../../model/markdown/vocabulary.ts';
import { standardStageName } from '../../../model/stages.ts';
import type { Kind } from '../../../schema/kinds.ts';
import type { LeafShape, ObjectShape, Shape } from '../../../schema/shape.ts';
import { documentShapes } from '../../../schema/shapes.gen.ts';
import type { BodyLine, BodyLines } from './lines.ts';

/** What the headings above the caret say of where it is. */
export interface Area {
  /** The kind whose words hold here: inside a bet a section may be its rollout, retro or launch. */
  readonly kind: Kind;
  /** The meaning of the innermost heading that has one; undefined under the title. */
  readonly section: string | undefined;
  /** All meanings from the outside in. */
  readonly sections: readonly string[];
  readonly isStage: boolean;
  /** Number of `#` of the innermost heading; 0 above all of them. */
  readonly depth: number;
  /** Index of its line; -1 above all of them. */
  readonly heading: number;
  /** Whether that heading has a meaning of its own. */
  readonly isOwn: boolean;
}

/** Above all headings. */
export function topArea(kind: Kind): Area {
  return { kind, section: undefined, sections: [], isStage: false, depth: 0, heading: -1, isOwn: false };
}

const inner: ReadonlySet<string> = new Set(['rollout', 'retro', 'launch']);
const stageForm = /^(?:stage|phase|step)\s+\d{1,2}\b/i;

/** @param before the lines above this one are looked at */
export function areaAt({ lines }: BodyLines, before: number, kind: Kind): Area {
  const chain: { readonly line: BodyLine; readonly index: number }[] = [];
  for (let index = before - 1, depth = 7; index >= 0 && depth > 1; index--) {
    const line = lines[index];
    if (line === undefined || line.depth === 0 || line.depth >= depth) continue;
    chain.unshift({ line, index });
    depth = line.depth;
  }
  let area = topArea(kind);
  for (const { line, index } of chain) {
    const next = inside(area, line.title);
    area = { ...next, depth: line.depth, heading: index, isOwn: next !== area };
  }
  return area;
}

function inside(area: Area, title: string): Area {
  const isStage = area.kind === 'rollout' && (stageForm.test(title) || standardStageName(title) !== undefined);
  if (isStage) return { ...area, isStage, section: 'stage', sections: [...area.sections, 'stage'] };
  const meaning = headingMeaningIn(area, title);
  if (meaning === undefined) return area;
  const sections = [...area.sections, meaning];
  if (area.kind === 'bet' && inner.has(meaning))
    return { ...area, kind: meaning as Kind, section: undefined, sections };
  return { ...area, section: meaning, sections };
}

/** What a heading here means: a word of the vocabulary. */
export function headingMeaningIn({ kind, isStage }: Area, title: string): string | undefined {
  // "Bet: …" is a title, whatever its words mean elsewhere.
  if (/^[^:]{1,40}:\s*\S/.test(title)) return undefined;
  return headMeaningOf(vocabulary, 'headings', isStage ? ['stage'] : [kind], phraseOf(title));
}

/** A field that a label, a row or a column speaks of. */
export interface MarkdownField {
  readonly object: string;
  readonly field: string;
  readonly leaf: LeafShape | { readonly type: 'embed'; readonly kind: Kind };
}

/** Where labels stand for something else than the field of their name. */
const special: Readonly<Record<string, string>> = {
  'bet retro.decision': 'retro.decision',
  'retro date': 'scheduled',
};

/** The tables of labels that hold in an area, and the object whose fields they are. */
export function labelsIn({ kind, isStage, sections }: Area): {
  readonly tables: readonly string[];
  readonly shape: ObjectShape;
} {
  const shape = documentShapes[kind];
  if (isStage) {
    const stage = itemShape(shape, 'stages');
    const decision = stage && shapeAt(stage, 'decision');
    if (sections.at(-1) === 'decision' && decision?.type === 'object')
      return { tables: ['stageDecision'], shape: decision };
    if (stage) return { tables: ['stage', 'stageDecision'], shape: stage };
  }
  if (kind === 'bet') return { tables: ['bet', 'hypothesis', 'common'], shape };
  return { tables: [kind, 'common'], shape };
}

/** What a label means here, and the field it fills. */
export function labelField(
  area: Area,
  label: string,
): { readonly meaning: string; readonly field: MarkdownField } | undefined {
  const { tables, shape } = labelsIn(area);
  const meaning = meaningOf(vocabulary, 'labels', tables, phraseOf(label));
  const field = meaning === undefined ? undefined : fieldOf(area, shape, meaning);
  return meaning === undefined || field === undefined ? undefined : { meaning, field };
}

export function fieldOf(area: Area, shape: ObjectShape, meaning: string): MarkdownField | undefined {
  const path = special[`${area.kind} ${meaning}`] ?? meaning;
  if (area.isStage && ['by', 'outcome', 'why', 'date'].includes(path))
    return leafAt(shape, `decision.${path}`) ?? leafAt(shape, path);
  return leafAt(shape, path);
}

/** The leaf that a text behind this path fills. */
export function leafAt(shape: ObjectShape, path: string): MarkdownField | undefined {
  const cut = path.lastIndexOf('.');
  const holder = cut === -1 ? shape : objectOf(shapeAt(shape, path.slice(0, cut)));
  const field = path.slice(cut + 1);
  const found = holder && Object.hasOwn(holder.fields, field) ? holder.fields[field] : undefined;
  if (holder === undefined || found === undefined) return undefined;
  const whole = found.type === 'list' ? found.item : found;
  if (whole.type === 'leaf' || whole.type === 'embed') return { object: holder.name, field, leaf: whole };
  if (whole.type !== 'object' || whole.shorthand === undefined) return undefined;
  const short = whole.fields[whole.shorthand];
  return short?.type === 'leaf' ? { object: whole.name, field: whole.shorthand, leaf: short } : undefined;
}

function objectOf(shape: Shape | undefined): ObjectShape | undefined {
  if (shape?.type === 'object') return shape;
  return shape?.type === 'embed' ? documentShapes[shape.kind] : undefined;
}

export function itemShape(shape: ObjectShape, field: string): ObjectShape | undefined {
  const list = shape.fields[field];
  return list?.type === 'list' && list.item.type === 'object' ? list.item : undefined;
}
