import type { Block } from '../../parse/markdown/blocks.ts';
import type { ParsedFile } from '../../parse/file.ts';
import { isForeign } from '../../parse/file.ts';
import { isKind, type Kind } from '../../schema/kinds.ts';
import { spanOf, type Span } from '../../text/span.ts';
import { placeholdersIn } from '../values/placeholder.ts';
import { draftAt } from './draft.ts';
import { readHierarchy } from './metrics.ts';
import { newReading } from './reading.ts';
import {
  datesIn,
  frontText,
  metricsIn,
  ownerIn,
  stagesIn,
  type RecognisedMetric,
  type RecognisedStage,
  type Said,
} from './recognised-content.ts';
import { recognisedKind, scalarText } from './recognised-kind.ts';
import { readRollout } from './rollout.ts';
import { sectionsInside, sectionsOf, type Section } from './sections.ts';
import { boxesIn, rowsIn, type Progress } from './task-progress.ts';
import { vocabulary, type Vocabulary } from './vocabulary.ts';
import { writtenOf } from './written.ts';

/**
 * Markdown that merely reads like an artifact (SPEC 1): what could be read of it, and nothing that it does not say. No
 * rule speaks of it; the one thing to be said is an offer to adopt it, at its first heading or line.
 */
export interface Recognised {
  readonly kind: Kind;
  readonly title: Said | undefined;
  readonly owner: Said | undefined;
  /** Days that are written as such, each once, in the order of the text. */
  readonly dates: readonly Said[];
  readonly stages: readonly RecognisedStage[];
  readonly metrics: readonly RecognisedMetric[];
  /** Task boxes in lists and cells. */
  readonly checklist: Progress;
  /** Rows of tables that have a status; none is not "all done". */
  readonly rows: Progress;
  /** Whether it calls itself a template, or its title was never filled in: nothing to adopt. */
  readonly isTemplate: boolean;
  /** Where the offer to adopt stands. */
  readonly offer: Span;
}

/** Recognises a parsed Markdown file (see `parseAnyMarkdown`) that is no artifact; undefined for one that is, or is none of ours. */
export function recognise(parsed: ParsedFile, path: string, words: Vocabulary = vocabulary): Recognised | undefined {
  const body = parsed.markdown;
  const front = parsed.documents[0];
  if (
    body === undefined ||
    parsed.name.suffixKind !== undefined ||
    (front && (isForeign(front) || front.problems.length > 0)) ||
    isKind(scalarText(front?.root, 'kind') ?? '')
  )
    return undefined;
  const top = sectionsOf(body.blocks, body.span);
  const reading = newReading(words);
  const kind = recognisedKind(reading, parsed, top);
  if (kind === undefined) return undefined;
  const plan = draftAt(body.span);
  if (kind === 'rollout') readRollout(reading, plan, top.blocks, top.children);
  const hierarchy = draftAt(body.span);
  readHierarchy(reading, hierarchy, kind === 'launch' ? [] : top.children, []);
  const heading = sectionsInside(top)[0];
  const title = heading?.title && writtenOf(heading.title);
  return {
    kind,
    title: title ? { text: title.text, span: title.span } : frontText(front?.root, ['title', 'name']),
    owner: ownerIn(reading, front?.root, top),
    dates: datesIn(parsed.text, body.span),
    stages: stagesIn(plan),
    metrics: metricsIn(hierarchy),
    checklist: boxesIn(reading, body.blocks),
    rows: rowsIn(reading, body.blocks),
    isTemplate: isTemplate(path, heading),
    offer: heading?.heading?.span ?? firstLine(body.blocks, body.span),
  };
}

const templateName = /(?<![\p{L}\p{N}])templates?(?![\p{L}\p{N}])/iu;

/** By its title, its name, or the name of the folders right above it. */
function isTemplate(path: string, heading: Section | undefined): boolean {
  if (
    path
      .split(/[/\\]/)
      .slice(-3)
      .some(part => templateName.test(part.replaceAll('_', ' ')))
  )
    return true;
  if (heading === undefined) return false;
  return /\btemplate$/.test(heading.phrase) || placeholdersIn(heading.heading?.content.text ?? '').length > 0;
}

function firstLine(blocks: readonly Block[], span: Span): Span {
  const first = blocks[0];
  return first
    ? spanOf(first.span.start, Math.min(first.span.end, first.span.start + 80))
    : spanOf(span.start, span.start);
}
