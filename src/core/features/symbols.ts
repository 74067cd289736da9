import type { AnyArtifact } from '../model/artifact.ts';
import type { BrokenDocument, FileModel } from '../model/file-model.ts';
import type { ListValue, Located, ObjectValue } from '../model/located.ts';
import { metricsOf, type TieredMetric } from '../model/tiers.ts';
import type { Metrics, Stage } from '../model/types.gen.ts';
import { verdictOf } from '../model/verdict.ts';
import { spanOf, type Span } from '../text/span.ts';

/** An entry of the outline. Spans are nested: a child lies in its parent, the selection in the span it belongs to. */
export interface OutlineSymbol {
  readonly type: 'artifact' | 'section' | 'metric' | 'stage';
  /** As written: nothing is escaped yet, and it may be empty. */
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  /** What is marked when one goes there. */
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

/** The outline of a file: its artifacts, their sections, and the metrics and stages in these. */
export function symbolsOf(model: FileModel): readonly OutlineSymbol[] {
  return [...model.artifacts.map(artifactSymbol), ...model.broken.map(brokenSymbol)].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

function artifactSymbol(artifact: AnyArtifact): OutlineSymbol {
  const { span, title, id, kind, model } = artifact;
  const selection = fit(model.title?.span ?? artifact.idSpan ?? artifact.anchor, span);
  const detail = title === id ? kind : `${kind} ${id}`;
  return { type: 'artifact', name: title, detail, span, selection, children: sectionSymbols(model, span) };
}

function brokenSymbol({ kind, id, span, problems }: BrokenDocument): OutlineSymbol {
  const selection = fit(problems[0]?.span ?? spanOf(span.start, span.start), span);
  return {
    type: 'artifact',
    name: id ?? kind ?? '',
    detail: `${kind ?? ''} that can’t be read`.trim(),
    span,
    selection,
    children: [],
  };
}

/** Fields with more than one value in them that are no sections of a plan. */
const small: ReadonlySet<string> = new Set(['owner', 'tags', 'links', 'attendees', 'audience']);

function sectionSymbols(model: ObjectValue, into: Span): readonly OutlineSymbol[] {
  const sections = Object.entries(model).flatMap(([name, value]: [string, unknown]) =>
    !small.has(name) && isSection(value) ? [sectionSymbol(name, value, model, into)] : [],
  );
  return sections.sort((a, b) => a.span.start - b.span.start);
}

type Section = Located & { readonly type: 'object' | 'list' | 'map'; readonly key: Span };

function isSection(value: unknown): value is Section {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('key' in value)) return false;
  return value.type === 'object' || value.type === 'list' || value.type === 'map';
}

function sectionSymbol(name: string, section: Section, holder: ObjectValue, into: Span): OutlineSymbol {
  const span = fit(spanOf(section.key.start, Math.max(section.key.end, section.span.end)), into);
  return {
    type: 'section',
    name,
    detail: '',
    span,
    selection: fit(section.key, span),
    children: itemSymbols(name, section, holder, span),
  };
}

function itemSymbols(name: string, section: Section, holder: ObjectValue, into: Span): readonly OutlineSymbol[] {
  if (section.type === 'object') return sectionSymbols(section as ObjectValue & Section, into);
  if (section.type !== 'list') return [];
  if (name === 'stages')
    return (section as ListValue<Stage> & Section).items.map((stage, index) => stageSymbol(stage, index, into));
  return metricsOf(holder as Metrics)
    .filter(metric => metric.tier === name)
    .map(metric => metricSymbol(metric, into));
}

function metricSymbol(tiered: TieredMetric, into: Span): OutlineSymbol {
  const { tier, name, metric } = tiered;
  const verdict = verdictOf(tiered);
  const span = fit(metric.span, into);
  const selection = fit(metric.name?.span ?? metric.id?.span ?? span, span);
  return {
    type: 'metric',
    name: name === '' ? 'metric' : name,
    detail: verdict === 'unknown' ? tierWords[tier] : `${tierWords[tier]}, ${verdict}`,
    span,
    selection,
    children: [],
  };
}

const tierWords = { lagging: 'lagging', core: 'core', leading: 'leading', guardrails: 'guardrail' } as const;

function stageSymbol(stage: Stage, index: number, into: Span): OutlineSymbol {
  const written = stage.stage?.text.trim() ?? '';
  const span = fit(stage.span, into);
  return {
    type: 'stage',
    name: written === '' ? `stage ${String(index + 1)}` : written,
    detail: [stage.started?.day, stage.ended?.day].filter(day => day !== undefined).join(' – '),
    span,
    selection: fit(stage.stage?.span ?? span, span),
    children: [],
  };
}

/** What an alias brings in stands elsewhere in the file; in the outline it stands where it is used. */
function fit(span: Span, into: Span): Span {
  return into.start <= span.start && span.end <= into.end ? span : into;
}
