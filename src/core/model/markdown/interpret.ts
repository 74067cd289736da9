import type { Block, MarkdownBody } from '../../parse/markdown/blocks.ts';
import type { Entry, MapNode } from '../../parse/tree.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import type { Kind } from '../../schema/kinds.ts';
import { spanOf, type Span } from '../../text/span.ts';
import type { ReadingProblem } from '../problem.ts';
import { isPlaceholder } from '../values/placeholder.ts';
import { backlogOf } from './backlog.ts';
import { readBet } from './bet.ts';
import { draftAt, finish, put, scalar, type Draft } from './draft.ts';
import { blank } from './leaf.ts';
import { launchSections } from './launch.ts';
import { merge } from './merge.ts';
import { readHierarchy } from './metrics.ts';
import { newReading, newZone, type Reading, type UnknownText } from './reading.ts';
import { readRetro } from './retro.ts';
import { readRollout } from './rollout.ts';
import { sectionsInside, sectionsOf, type Section } from './sections.ts';
import { hasOwnValue } from './template.ts';
import { titleOf, type Title } from './title.ts';
import { readTracks } from './tracks.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Written } from './written.ts';

/** What Markdown says of an artifact besides its fields, for rules that excuse it. */
export interface MarkdownForm {
  /** A document of its own, or one of several bets in a backlog. */
  readonly origin: 'document' | 'heading' | 'row';
  /** The fields that the table of a row has columns for. */
  readonly columns?: readonly string[];
  /** Metrics in Primary, Secondary and Guardrail tables: there are no tiers that could be missing. */
  readonly tierless: boolean;
  /** Headings, labels and words that mean nothing to the model: kept for display. */
  readonly unknown: readonly UnknownText[];
  /** The way back that a launch speaks of, as the fields of a rollout: it holds where the rollout has none. */
  readonly rollback?: MapNode;
}

/** One artifact of a Markdown file, as the tree that YAML would give. */
export interface MarkdownArtifact {
  readonly root: MapNode;
  readonly span: Span;
  /** The heading of its title, else its first line. */
  readonly anchor: Span;
  readonly problems: readonly ReadingProblem[];
  readonly form: MarkdownForm;
}

export interface Interpreted {
  readonly artifacts: readonly MarkdownArtifact[];
  /** Templates that nobody filled in: one finding each, and no artifact. */
  readonly templates: readonly ReadingProblem[];
}

/** Reads the body of a Markdown file together with its front matter as artifacts of a kind. */
export function interpretMarkdown(
  kind: Kind,
  body: MarkdownBody,
  front: MapNode | undefined,
  words: Vocabulary,
): Interpreted {
  const top = sectionsOf(body.blocks, body.span);
  const reading = newReading(words);
  if (kind === 'bet') {
    const bets = backlogOf(reading, top);
    if (bets !== undefined) return interpretBacklog(bets, front, reading, top);
  }
  return interpretWhole(kind, body, top, front, reading);
}

function interpretWhole(
  kind: Kind,
  body: MarkdownBody,
  top: Section,
  front: MapNode | undefined,
  reading: Reading,
): Interpreted {
  const title = titleOf(reading, kind, top);
  const { lead, sections } = contentOf(top, title?.section);
  const anchor = title?.key ?? firstLine(body);
  const draft = draftAt(anchor);
  const form = readKind(kind, reading, draft, lead, sections);
  const hasTitle = front?.entries.some(entry => entry.key.text === 'title') === true;
  setHead(draft, title, hasTitle);
  const problems = reading.problems;
  const written = finish(draft);
  const root = merged(kind, front, written, problems);
  const span = front ? spanOf(front.span.start, Math.max(body.span.end, front.span.end)) : body.span;
  if (!hasTitle && root !== undefined && isTemplate(kind, root, title?.title, top)) {
    const place = title?.title?.span ?? title?.key ?? anchor;
    return { artifacts: [], templates: [templateProblem(place)] };
  }
  const empty: MapNode = { type: 'map', span: anchor, entries: [], flow: false, anchor };
  const whole = root ?? (sectionsInside(top).some(section => /\btemplate$/.test(section.phrase)) ? undefined : empty);
  if (whole === undefined) return { artifacts: [], templates: [templateProblem(anchor)] };
  return {
    artifacts: [
      {
        root: whole,
        span,
        anchor,
        problems,
        form: {
          origin: 'document',
          tierless: form.tierless,
          unknown: reading.unknown,
          ...(form.rollback && { rollback: form.rollback }),
        },
      },
    ],
    templates: [],
  };
}

function merged(
  kind: Kind,
  front: MapNode | undefined,
  body: MapNode | undefined,
  problems: ReadingProblem[],
): MapNode | undefined {
  if (front === undefined) return body;
  return body === undefined ? front : merge(documentShapes[kind], front, body, problems);
}

function isTemplate(kind: Kind, root: MapNode, title: Written | undefined, top: Section): boolean {
  const isBlank = title !== undefined && isPlaceholder(title.text);
  const isNamed = title === undefined && sectionsInside(top).some(section => /\btemplate$/.test(section.phrase));
  return (isBlank || isNamed) && !hasOwnValue(kind, root);
}

function templateProblem(span: Span): ReadingProblem {
  return {
    code: 'placeholder',
    message: 'This is a template that nobody has filled in yet: begin with its title.',
    span,
  };
}

function setHead(draft: Draft, title: Title | undefined, hasTitle: boolean): void {
  if (title?.id) {
    const zone = newZone();
    zone.filled = true;
    put(
      draft,
      'id',
      title.key,
      isPlaceholder(title.id.text) ? blank(title.id, zone) : scalar(title.id.text, title.id.span),
    );
  }
  if (hasTitle || title?.title === undefined) return;
  const zone = newZone();
  zone.filled = true;
  put(
    draft,
    'title',
    title.key,
    isPlaceholder(title.title.text) ? blank(title.title, zone) : scalar(title.title.text, title.title.span),
  );
}

function firstLine(body: MarkdownBody): Span {
  const first = body.blocks[0];
  return first
    ? spanOf(first.span.start, Math.min(first.span.end, first.span.start + 80))
    : spanOf(body.span.start, body.span.start);
}

interface KindForm {
  readonly tierless: boolean;
  readonly rollback?: MapNode;
}

function readKind(
  kind: Kind,
  reading: Reading,
  draft: Draft,
  lead: readonly Block[],
  sections: readonly Section[],
): KindForm {
  switch (kind) {
    case 'bet':
      return readBet(reading, draft, lead, sections);
    case 'metrics':
      readHierarchy(reading, draft, sections, lead);
      return { tierless: false };
    case 'rollout':
      readRollout(reading, draft, lead, sections);
      return { tierless: false };
    case 'retro':
      readRetro(reading, draft, lead, sections);
      return { tierless: false };
    case 'launch': {
      const rollback = finish(launchSections(reading, draft, lead, sections));
      return { tierless: false, ...(rollback && { rollback }) };
    }
    case 'tracks':
      readTracks(reading, draft, lead, sections);
      return { tierless: false };
  }
}

/** What stands above the title and right under it, and the sections beside and below it. */
function contentOf(
  top: Section,
  title: Section | undefined,
): { readonly lead: readonly Block[]; readonly sections: readonly Section[] } {
  const lead: Block[] = [...top.blocks];
  const sections: Section[] = [];
  const expand = (children: readonly Section[]): void => {
    for (const child of children) {
      const isAbove =
        child === title ||
        /\btemplate$/.test(child.phrase) ||
        (title !== undefined && sectionsInside(child).includes(title));
      if (isAbove) {
        lead.push(...child.blocks);
        expand(child.children);
      } else sections.push(child);
    }
  };
  expand(top.children);
  return { lead, sections };
}

/** Front matter is what every bet of a backlog says where it says nothing itself. */
function interpretBacklog(
  bets: NonNullable<ReturnType<typeof backlogOf>>,
  front: MapNode | undefined,
  reading: Reading,
  top: Section,
): Interpreted {
  const defaults = front && {
    ...front,
    entries: front.entries.filter(entry => !['id', 'title', 'kind'].includes(entry.key.text)),
  };
  const artifacts: MarkdownArtifact[] = [];
  const templates: ReadingProblem[] = [];
  for (const bet of bets) {
    const { root, own } = bet;
    if (root === undefined || own === undefined) continue;
    if (
      bet.title !== undefined &&
      isPlaceholder(bet.title.text) &&
      !hasOwnValue('bet', bet.origin === 'row' ? withoutOutcome(own) : own)
    ) {
      templates.push(templateProblem(bet.title.span));
      continue;
    }
    artifacts.push({
      root: defaults ? withDefaults(root, defaults) : root,
      span: bet.span,
      anchor: bet.anchor,
      problems: reading.problems.filter(
        problem => problem.span.start >= bet.span.start && problem.span.end <= bet.span.end,
      ),
      form: {
        origin: bet.origin,
        tierless: bet.tierless,
        unknown: reading.unknown.filter(({ span }) => span.start >= bet.span.start && span.end <= bet.span.end),
        ...(bet.columns && { columns: bet.columns }),
        ...(bet.rollback && { rollback: bet.rollback }),
      },
    });
  }
  // A backlog that is nothing but the template is one finding, not one for each of its bets.
  if (artifacts.length === 0 && templates.length > 0) {
    const place = titleOf(reading, 'backlog', top)?.title?.span ?? templates[0]?.span;
    return { artifacts, templates: place ? [templateProblem(place)] : [] };
  }
  return { artifacts, templates };
}

/** The template's rows of completed bets bring their results along. */
function withoutOutcome(root: MapNode): MapNode {
  const entries = root.entries.flatMap((entry): readonly Entry[] => {
    if (entry.key.text !== 'retro' || entry.value.type !== 'map') return [entry];
    const learnings = entry.value.entries.filter(inner => inner.key.text === 'learnings');
    return [{ key: entry.key, value: { ...entry.value, entries: learnings } }];
  });
  return { ...root, entries };
}

function withDefaults(root: MapNode, defaults: MapNode): MapNode {
  const known = new Set(root.entries.map(entry => entry.key.text));
  return { ...root, entries: [...root.entries, ...defaults.entries.filter(entry => !known.has(entry.key.text))] };
}
