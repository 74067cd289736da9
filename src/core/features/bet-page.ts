import { computedOf, computedOfBet } from '../computed/computed.ts';
import { metricStates } from '../computed/metric-states.ts';
import { rolloutCase, rolloutOfBet } from '../computed/rollout-case.ts';
import type { AnyArtifact } from '../model/artifact.ts';
import type { Judge } from '../service.ts';
import { touches, type Span } from '../text/span.ts';
import type { NamedArtifact, PageFinding, PageSource } from '../views/bet-page/source.ts';
import { betCase, betsOf, type BetCase } from '../workspace/bet-case.ts';
import { standalonePart, type Part } from '../workspace/part.ts';
import type { Settings } from '../workspace/settings.ts';
import { earlierLearnings } from './earlier-learnings.ts';
import { graphOf } from './hierarchy-graph.ts';

/** What the page of a place in a file is made of, or why there is none. */
export type PageAnswer =
  | { readonly state: 'current' | 'stale'; readonly source: PageSource }
  /** `notOurs`: nothing that is read as an artifact; `broken`: it never could be parsed; `template`: nobody has filled it in; `empty`: nothing stands in it. */
  | { readonly state: 'none'; readonly reason: 'notOurs' | 'broken' | 'template' | 'empty' };

/** The page of the artifact that the offset is in, else of the first in the file. `at` is an offset, or the id of an artifact in it. */
export function pageFor(judge: Judge, file: string, at?: number | string): PageAnswer {
  const entry = judge.workspace.get(file);
  if (entry === undefined) return { state: 'none', reason: 'notOurs' };
  const chosen =
    entry.shown.find(({ artifact }) =>
      typeof at === 'number' ? touches(artifact.span, at) : at === undefined || artifact.id === at,
    ) ?? entry.shown[0];
  if (chosen) {
    const source = pageSource(judge, chosen.artifact);
    return chosen.stale ? { state: 'stale', source: { ...source, findings: undefined } } : { state: 'current', source };
  }
  const { broken, templates } = entry.model;
  return { state: 'none', reason: broken.length > 0 ? 'broken' : templates.length > 0 ? 'template' : 'empty' };
}

/** Everything that the page of an artifact shows, gathered from wherever it stands. */
export function pageSource(judge: Judge, artifact: AnyArtifact): PageSource {
  const { lookup } = judge.workspace;
  const settings = judge.settingsFor(artifact.file);
  const subject: Part = standalonePart(artifact);
  const bets = artifact.kind === 'bet' ? [betCase(artifact, lookup, settings)] : betsOf(subject, lookup, settings);
  const bet = bets.length === 1 ? bets[0] : undefined;
  const parts = bet ?? aloneParts(artifact);
  const states = metricStates(parts.metrics, parts.retro, settings.today);
  const computed = bet ? computedOfBet(bet, lookup, settings) : computedOf(artifact, lookup, settings);
  return {
    subject,
    bet,
    serves: bet ? [] : bets,
    metrics: parts.metrics && { part: parts.metrics, graph: graphOf(parts.metrics.model, titled(parts.metrics)) },
    rollout: rolloutIn(artifact, bet, judge, settings),
    retro: parts.retro,
    launch: parts.launch,
    tracks: artifact.kind === 'tracks' ? standalonePart(artifact) : undefined,
    computed,
    states,
    readiness: computed.readiness,
    learnings: bet ? earlierLearnings(bet, lookup, settings) : [],
    findings: findingsOf(judge, bet ? [bet.artifact, ...standing(bet)] : [artifact]),
    named: namedIn(artifact, judge),
    today: settings.today,
  };
}

/** What an artifact that belongs to no bet is of itself. */
function aloneParts(artifact: AnyArtifact): Pick<BetCase, 'metrics' | 'retro' | 'launch'> {
  return {
    metrics: artifact.kind === 'metrics' ? standalonePart(artifact) : undefined,
    retro: artifact.kind === 'retro' ? standalonePart(artifact) : undefined,
    launch: artifact.kind === 'launch' ? standalonePart(artifact) : undefined,
  };
}

function rolloutIn(
  artifact: AnyArtifact,
  bet: BetCase | undefined,
  { workspace: { lookup } }: Judge,
  settings: Settings,
): PageSource['rollout'] {
  if (bet) return rolloutOfBet(bet, lookup, settings);
  return artifact.kind === 'rollout' ? rolloutCase(standalonePart(artifact), lookup, settings) : undefined;
}

/** The page says already whose metrics these are. */
function titled({ embedded, holder }: Part): Pick<AnyArtifact, 'title' | 'id'> {
  return embedded ? { title: '', id: '' } : holder;
}

/** The parts of a bet that stand in documents of their own, with what is judged of them. */
function standing({ metrics, rollout, retro, launch }: BetCase): readonly AnyArtifact[] {
  return [metrics, rollout, retro, launch].flatMap(part => (part === undefined || part.embedded ? [] : [part.holder]));
}

/** What was found in these documents, in order of document and place. */
function findingsOf(
  judge: Judge,
  documents: readonly { readonly file: string; readonly span: Span }[],
): readonly PageFinding[] {
  return documents.flatMap(({ file, span }) =>
    judge
      .findings(file)
      .filter(finding => touches(span, finding.span.start))
      .map(({ rule, severity, message, span: place }) => ({ rule, severity, message, file, span: place })),
  );
}

/** The bets that a plan of weeks names. */
function namedIn(artifact: AnyArtifact, { workspace }: Judge): ReadonlyMap<string, NamedArtifact> {
  const named = new Map<string, NamedArtifact>();
  if (artifact.kind !== 'tracks') return named;
  const { discovery, delivery } = artifact.model;
  for (const { bet } of [...(discovery?.items ?? []), ...(delivery?.items ?? [])]) {
    if (bet === undefined || named.has(bet.id)) continue;
    for (const target of workspace.lookup.withId(bet.id)) {
      if (target.type !== 'part') continue;
      const { kind, file, anchor, holder } = target.part;
      named.set(bet.id, { kind, file, span: anchor, title: holder.title });
      break;
    }
  }
  return named;
}
