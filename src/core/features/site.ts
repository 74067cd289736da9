import type { AnyArtifact } from '../model/artifact.ts';
import type { Place } from '../computed/reason.ts';
import type { Judge } from '../service.ts';
import { positionAt } from '../text/lines.ts';
import { checkSum, safeName } from '../text/safe-name.ts';
import { touches } from '../text/span.ts';
import { sectionOf } from '../views/bet-page/section.ts';
import { icsCalendar } from '../views/calendar/ics.ts';
import { plainText } from '../views/markup/plain-text.ts';
import { artifactPage } from '../views/site/artifact-page.ts';
import { boardPage } from '../views/site/board-page.ts';
import { findingsPage } from '../views/site/findings-page.ts';
import { assetPaths, calendarPath, mainPages } from '../views/site/frame.ts';
import { learningsPage } from '../views/site/learnings-page.ts';
import { overviewPage } from '../views/site/overview.ts';
import type { SitePage, SiteSource } from '../views/site/source.ts';
import { betsOf } from '../workspace/bet-case.ts';
import { standalonePart } from '../workspace/part.ts';
import { pageSource } from './bet-page.ts';
import { boardOf, type LinesOf } from './board.ts';
import { calendarEvents } from './calendar.ts';
import { learningsOf } from './learning-repository.ts';

/** A file of the site: its path from the site's folder, with forward slashes, and what is to be in it, worked out when it is asked for. */
export interface SiteFile {
  readonly path: string;
  readonly text: () => string;
}

export interface SiteWishes {
  readonly title: string;
  /** Texts of what the pages bring along. */
  readonly assets: Readonly<Record<keyof typeof assetPaths, string>>;
  readonly linesOf: LinesOf;
}

/**
 * The whole workspace as pages that open from a disk. The same workspace on the same day gives the same bytes, and nothing in them says
 * where it lies.
 */
export function siteFiles(judge: Judge, { title, assets, linesOf }: SiteWishes): readonly SiteFile[] {
  const map = createSiteMap(judge);
  const site = siteSource(judge, map, title, linesOf);
  return [
    { path: mainPages.overview.path, text: () => overviewPage(site) },
    { path: mainPages.board.path, text: () => boardPage(site) },
    { path: mainPages.learnings.path, text: () => learningsPage(site) },
    { path: mainPages.findings.path, text: () => findingsPage(site) },
    { path: calendarPath, text: () => icsCalendar(site.events, title, site.today) },
    ...(Object.keys(assetPaths) as (keyof typeof assetPaths)[]).map(name => ({
      path: assetPaths[name],
      text: () => assets[name],
    })),
    ...[...map.pages].map(([artifact, page]) => ({
      path: page.path,
      text: () =>
        artifactPage(site, page, pageSource(judge, artifact), { mode: 'anchors', urlOf: urlsFrom(page.path, map) }),
    })),
  ];
}

/** Addresses of what is shown elsewhere in the site. What stands on the page itself is in sight already. */
function urlsFrom(path: string, map: SiteMap): (place: Place) => string | undefined {
  const depth = '../'.repeat(path.split('/').length - 1);
  return place => {
    const to = map.pathAt(place);
    return to === undefined || to.split('#')[0] === path ? undefined : `${depth}${to}`;
  };
}

/** Which artifact has which page. */
interface SiteMap {
  readonly pages: ReadonlyMap<AnyArtifact, SitePage>;
  /** The page, and the place on it, where what stands here is shown. */
  pathAt(place: Place): string | undefined;
  pathOf(artifact: AnyArtifact): string | undefined;
}

/** A bet has a page, and so has what belongs to none or to several; what belongs to one bet is on that bet's. */
function createSiteMap(judge: Judge): SiteMap {
  const { workspace, settings } = judge;
  const pages = new Map<AnyArtifact, SitePage>();
  const within = new Map<AnyArtifact, AnyArtifact>();
  const taken = new Set<string>();
  const artifacts = workspace
    .files()
    .flatMap(file => (workspace.get(file)?.shown ?? []).map(({ artifact }) => artifact));
  for (const artifact of artifacts) {
    if (artifact.kind !== 'bet') {
      const [bet, ...more] = betsOf(standalonePart(artifact), workspace.lookup, settings);
      if (bet && more.length === 0) {
        within.set(artifact, bet.artifact);
        continue;
      }
    }
    const { kind, id, title } = artifact;
    pages.set(artifact, { path: pathFor(artifact, taken), kind, id, title });
  }
  const pathOf = (artifact: AnyArtifact): string | undefined => {
    const bet = within.get(artifact);
    const path = pages.get(bet ?? artifact)?.path;
    return path === undefined || bet === undefined ? path : `${path}#bw-${sectionOf(artifact.kind)}`;
  };
  return {
    pages,
    pathOf,
    pathAt({ file, span }) {
      const shown = workspace.get(file)?.shown ?? [];
      const found = shown.find(({ artifact }) => touches(artifact.span, span.start));
      return found && pathOf(found.artifact);
    },
  };
}

const folders = {
  bet: 'bets',
  metrics: 'metrics',
  rollout: 'rollouts',
  retro: 'retros',
  launch: 'launches',
  tracks: 'tracks',
} as const;

/** Names that some systems keep for themselves, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Two names that differ in case alone are one file on many disks. */
function pathFor({ kind, id, file, span }: AnyArtifact, taken: Set<string>): string {
  const name = safeName(id);
  for (let attempt = 0; ; attempt++) {
    const mark = attempt === 0 ? '' : `~~${checkSum(`${file} ${String(span.start)} ${String(attempt)}`)}`;
    const path = `${folders[kind]}/${name}${mark}.html`;
    if (taken.has(path.toLowerCase()) || (mark === '' && reserved.test(name))) continue;
    taken.add(path.toLowerCase());
    return path;
  }
}

function siteSource(judge: Judge, map: SiteMap, title: string, linesOf: LinesOf): SiteSource {
  const { workspace, settings } = judge;
  const files = workspace.files();
  const byFile = new Map<string, Map<string, string>>();
  for (const [artifact, { path }] of map.pages) {
    const own = byFile.get(artifact.file) ?? new Map<string, string>();
    byFile.set(artifact.file, own);
    // Cards and learnings have ids as they are shown.
    const id = plainText(artifact.id);
    if (!own.has(id)) own.set(id, path);
  }
  const hrefOf = (file: string, id: string): { readonly href?: string } => {
    const href = byFile.get(file)?.get(id);
    return href === undefined ? {} : { href };
  };
  const board = boardOf(judge, linesOf);
  const { entries } = learningsOf(judge, linesOf);
  return {
    title,
    today: settings.today,
    pages: [...map.pages.values()],
    board: {
      ...board,
      files: board.files.map(({ uri, cards }) => ({
        uri,
        cards: cards.map(card => ({ ...card, ...hrefOf(uri, card.id) })),
      })),
    },
    learnings: {
      entries: entries.map(entry => ({
        ...entry,
        ...hrefOf(entry.uri, entry.id),
        ...(entry.rounds && { rounds: entry.rounds.map(round => ({ ...round, ...hrefOf(round.uri, round.id) })) }),
      })),
    },
    findings: [...files, ...judge.configurations()].sort().flatMap(file =>
      judge.findings(file).map(({ rule, severity, message, span }) => ({
        rule,
        severity,
        message,
        file,
        line: positionAt(linesOf(file) ?? [0], span.start).line + 1,
        page: pageAt(judge, map, { file, span }),
      })),
    ),
    events: calendarEvents(judge, files).map(event => ({ ...event, path: map.pathAt(event.place) })),
    broken: files.filter(file => (workspace.get(file)?.model.broken.length ?? 0) > 0),
  };
}

function pageAt(judge: Judge, map: SiteMap, place: Place): SiteSource['findings'][number]['page'] {
  const path = map.pathAt(place);
  const found = judge.workspace.get(place.file)?.shown.find(({ artifact }) => touches(artifact.span, place.span.start));
  return path === undefined || found === undefined ? undefined : { path, title: found.artifact.title };
}
