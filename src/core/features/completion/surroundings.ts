import type { Metrics } from '../../model/types.gen.ts';
import { kebabCase, metricsOf, tiers, type Tier, type TieredMetric } from '../../model/tiers.ts';
import { timeboxDays, type TimeboxDays } from '../../model/timebox.ts';
import { readDate } from '../../model/values/date.ts';
import { endOf, readDuration } from '../../model/values/duration.ts';
import { readFileName } from '../../parse/file-name.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { AnyArtifact } from '../../model/artifact.ts';
import { catalogOf, type Catalog } from './catalog.ts';
import type { Judge } from '../../service.ts';
import type { Lookup } from '../../workspace/lookup.ts';
import { itemsOf, textOf, valueOf, type LooseNode } from './yaml/loose-tree.ts';

/** A metric that can be named where the caret is. */
export interface SeenMetric {
  readonly id: string;
  readonly name: string;
  readonly tier: Tier;
  readonly baseline?: string;
  readonly target?: string;
  readonly threshold?: string;
  readonly current?: string;
}

/** What the document at the caret says that values depend on, whatever notation it is written in. */
export interface Surroundings {
  readonly judge: Judge;
  /** What the workspace holds, looked over once for all that is asked at this caret. */
  readonly catalog: Catalog;
  readonly kind: Kind;
  readonly file: string;
  /** Its own id, which nothing in it refers to. */
  readonly ownId: string | undefined;
  /** The metrics that belong to it. */
  readonly metrics: readonly SeenMetric[];
  readonly timebox: TimeboxDays;
}

/** Read from the text as it is now, broken or not. */
export function surroundingsOfYaml(judge: Judge, file: string, kind: Kind, root: LooseNode | undefined): Surroundings {
  const { lookup } = judge.workspace;
  const bet = kind === 'bet' ? undefined : betCalled(lookup, textOf(root, 'bet'));
  const own = kind === 'bet' ? valueOf(root, 'metrics') : kind === 'metrics' ? root : undefined;
  const metrics =
    own?.type === 'map'
      ? looseMetrics(own)
      : own?.type === 'scalar'
        ? metricsWithId(lookup, own.text)
        : metricsOfBet(lookup, bet);
  const timebox = looseTimebox(valueOf(root, 'timebox'));
  return {
    judge,
    catalog: catalogOf(judge.workspace),
    kind,
    file,
    ownId: textOf(root, 'id') ?? readFileName(file)?.stem,
    metrics,
    timebox: timebox.end === undefined && bet?.kind === 'bet' ? timeboxDays(bet.model.timebox) : timebox,
  };
}

/** Read from what is known of the file: Markdown is read whole, however broken it is. */
export function surroundingsOfArtifact(
  judge: Judge,
  file: string,
  kind: Kind,
  artifact: AnyArtifact | undefined,
): Surroundings {
  const { lookup } = judge.workspace;
  const bet = artifact?.kind === 'bet' ? artifact : betCalled(lookup, betNamedIn(artifact));
  const metrics = artifact?.kind === 'metrics' ? seenIn(artifact.model) : metricsOfBet(lookup, bet);
  const timebox = bet?.kind === 'bet' ? timeboxDays(bet.model.timebox) : {};
  const catalog = catalogOf(judge.workspace);
  const ownId = artifact?.idSpan && artifact.id;
  return { judge, catalog, kind, file, ownId, metrics, timebox };
}

function betNamedIn(artifact: AnyArtifact | undefined): string | undefined {
  if (artifact?.kind === 'rollout' || artifact?.kind === 'retro' || artifact?.kind === 'launch')
    return artifact.model.bet?.id;
  return undefined;
}

function betCalled(lookup: Lookup, id: string | undefined): AnyArtifact | undefined {
  for (const target of id === undefined ? [] : lookup.withId(id))
    if (target.type === 'part' && !target.part.embedded && target.part.kind === 'bet') return target.part.holder;
  return undefined;
}

function metricsOfBet(lookup: Lookup, bet: AnyArtifact | undefined): readonly SeenMetric[] {
  if (bet?.kind !== 'bet') return [];
  const { metrics } = bet.model;
  if (metrics?.type === 'object') return seenIn(metrics);
  return metrics?.type === 'reference' ? metricsWithId(lookup, metrics.id) : [];
}

function metricsWithId(lookup: Lookup, id: string): readonly SeenMetric[] {
  for (const target of lookup.withId(id))
    if (target.type === 'part' && target.part.kind === 'metrics') return seenIn(target.part.model as Metrics);
  return [];
}

function seenIn(metrics: Metrics): readonly SeenMetric[] {
  return metricsOf(metrics).map(seenMetric);
}

export function seenMetric({ id, name, tier, metric }: TieredMetric): SeenMetric {
  return { id, name, tier, ...texts(field => metric[field]?.text) };
}

const told = ['baseline', 'target', 'threshold', 'current'] as const;

function texts(read: (field: (typeof told)[number]) => string | undefined): Partial<SeenMetric> {
  return Object.fromEntries(told.flatMap(field => (read(field) === undefined ? [] : [[field, read(field)]])));
}

function looseMetrics(node: LooseNode): readonly SeenMetric[] {
  return tiers.flatMap(tier =>
    itemsOf(valueOf(node, tier)).flatMap(item => {
      const name = (item.type === 'scalar' ? item.text : textOf(item, 'name')) ?? '';
      const id = textOf(item, 'id') ?? kebabCase(name);
      if (id === '') return [];
      return [{ id, name: name === '' ? id : name, tier, ...texts(field => textOf(item, field)) }];
    }),
  );
}

function looseTimebox(node: LooseNode | undefined): TimeboxDays {
  const start = readDate(textOf(node, 'start') ?? '');
  const duration = readDuration(textOf(node, 'duration') ?? '');
  const end =
    readDate(textOf(node, 'end') ?? '') ?? (start && duration ? endOf(start, duration, 'longest') : undefined);
  return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
}
