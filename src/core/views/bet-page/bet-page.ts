import type { Kind } from '../../schema/kinds.ts';
import type { Folding } from '../hierarchy/fold.ts';
import { findings } from './findings.ts';
import { head } from './head.ts';
import { launch } from './launch.ts';
import { learnings } from './learnings.ts';
import { metrics } from './metrics.ts';
import { createPen, type PageArea, type PageLinks } from './pen.ts';
import { readiness } from './readiness.ts';
import { retro } from './retro.ts';
import { rollout } from './rollout.ts';
import { sectionOf, type PageSection, type SectionName } from './section.ts';
import type { PageSource } from './source.ts';
import { tracks } from './tracks.ts';

export interface BetPage {
  /** As it was written, on one line. */
  readonly title: string;
  readonly kind: Kind;
  /** Markup that is HTML and XML alike; it needs `media/page.css` and `media/hierarchy.css`. No script, no style, nothing that is fetched. */
  readonly html: string;
  /** The same, section by section: what did not change needs not be drawn anew. */
  readonly sections: readonly PageSection[];
  /** The section of what was asked for. */
  readonly opensAt: SectionName;
  /** The files that `data-file` counts. */
  readonly files: readonly string[];
  readonly areas: readonly PageArea[];
}

/** An artifact as a page: the whole bet where it is one or belongs to one, else itself. The same source gives the same text. */
export function betPage(source: PageSource, links: PageLinks, folding?: Folding): BetPage {
  const pen = createPen(links, source.today);
  const { bet, subject } = source;
  const kind = bet ? 'bet' : subject.kind;
  const drawn: Readonly<Record<SectionName, PageSection | undefined>> = {
    head: head(pen, source),
    findings: findings(pen, source),
    readiness: readiness(pen, source),
    metrics: metrics(pen, source, folding),
    rollout: rollout(pen, source),
    launch: launch(pen, source),
    retro: retro(pen, source),
    tracks: tracks(pen, source),
    learnings: learnings(pen, source),
  };
  const sections = orderOf(source).flatMap(name => drawn[name] ?? []);
  return {
    title: (bet?.artifact ?? subject.holder).title,
    kind,
    html: `<article class="betwright-page" aria-label="${sections[0]?.title ?? ''}">${sections.map(({ html }) => html).join('')}</article>`,
    sections,
    opensAt: sectionOf(subject.kind),
    files: pen.files,
    areas: pen.areas,
  };
}

/** What a reader wants first: of an idea what others learned, of a bet that is over how it ended. */
function orderOf({ bet }: PageSource): readonly SectionName[] {
  switch (bet?.status) {
    case 'proposed':
    case 'shaping':
      return ['head', 'findings', 'learnings', 'metrics', 'rollout', 'launch', 'retro', 'readiness'];
    case 'concluded':
      return ['head', 'findings', 'retro', 'metrics', 'rollout', 'launch', 'readiness'];
    default:
      return ['head', 'findings', 'readiness', 'tracks', 'metrics', 'rollout', 'launch', 'retro', 'learnings'];
  }
}
