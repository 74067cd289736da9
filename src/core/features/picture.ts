import { metricsOf } from '../model/tiers.ts';
import type { Judge } from '../service.ts';
import { createPen } from '../views/bet-page/pen.ts';
import { timeline } from '../views/bet-page/timeline.ts';
import { renderHierarchy } from '../views/hierarchy/svg.ts';
import { isolated } from '../views/markup/html.ts';
import { pageSource } from './bet-page.ts';
import { hierarchyFor } from './hierarchy-graph.ts';

export const pictureViews = ['hierarchy', 'timeline'] as const;

/** What can be drawn of an artifact in a page of somebody's own. */
export type PictureView = (typeof pictureViews)[number];

/** Markup without script, style and links, that needs `media/page.css` and `media/hierarchy.css`; or why there is none. */
export type Picture =
  | { readonly state: 'drawn'; readonly html: string }
  | { readonly state: 'none'; readonly reason: 'unknown' | 'broken' | 'nothing' };

/** A picture of whatever goes by this id: of the bet, where it belongs to one. */
export function pictureOf(judge: Judge, id: string, view: PictureView): Picture {
  const targets = judge.workspace.lookup.withId(id);
  const target = targets.find(({ type }) => type === 'part');
  if (target?.type !== 'part') return { state: 'none', reason: targets.length > 0 ? 'broken' : 'unknown' };
  const source = pageSource(judge, target.part.holder);
  const artifact = source.bet?.artifact ?? target.part.holder;
  if (view === 'timeline') {
    const drawn = timeline(createPen({ mode: 'anchors', urlOf: () => undefined }, source.today), source);
    if (drawn === '') return { state: 'none', reason: 'nothing' };
    return { state: 'drawn', html: `<p class="betwright-caption">${isolated(artifact.title)}</p>${drawn}` };
  }
  const answer = hierarchyFor(judge, artifact.file, artifact.id);
  // Of two hierarchies in a file, one that was not asked for is no answer.
  if (
    answer.state === 'none' ||
    metricsOf(source.metrics?.part.model ?? { type: 'object', span: artifact.span }).length === 0
  )
    return { state: 'none', reason: 'nothing' };
  return { state: 'drawn', html: renderHierarchy(answer.graph, 'linked') };
}
