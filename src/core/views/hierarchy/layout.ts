import { columnCount, placeColumns } from './columns.ts';
import { cardHeight, faceOf, rowParts, rowShape } from './face.ts';
import type { Face, RowParts } from './face.ts';
import { tiers, type Tier } from '../../model/tiers.ts';
import type { HierarchyGraph, MetricCard } from './graph.ts';
import { mostColumns, wrapTier } from './grid.ts';
import type { TierGrid } from './grid.ts';
import {
  BAND_PADDING,
  CARD_WIDTH,
  COLUMN_GAP,
  EMPTY_HEIGHT,
  EMPTY_WIDTH,
  LEAST_CHANNEL,
  MARGIN,
  RAIL_WIDTH,
  ROW_GAP,
} from './measures.ts';
import { buildModel, orderModel } from './nets.ts';
import type { Model } from './nets.ts';
import { placePorts } from './ports.ts';
import { channelHeight, channelTracks, traceRoutes } from './routes.ts';
import type { Route } from './routes.ts';
import { findStops, gapWidths, placeRuns } from './stops.ts';
import type { Cells } from './stops.ts';

export interface PlacedCard {
  readonly metric: MetricCard;
  readonly face: Face;
  readonly parts: RowParts;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** Nothing of its tier stands above it. */
  readonly isOnTop: boolean;
}

export interface PlacedBand {
  readonly tier: Tier;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** In the order they are read: column by column. */
  readonly cards: readonly PlacedCard[];
  /** Where the words stand while there is no card. */
  readonly empty:
    { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | undefined;
}

export interface Layout {
  readonly model: Model;
  readonly width: number;
  readonly height: number;
  readonly bands: readonly PlacedBand[];
  /** `from` and `to` are numbers of the model's metrics. */
  readonly routes: readonly Route[];
  /** The foot of the mark that stands for what guardrails do, and how high it is. */
  readonly guards: { readonly x: number; readonly y: number; readonly height: number };
}

const LEAST_BAND = 56;
const GUARDS_HEIGHT = 72;
const GUARDRAILS = tiers.indexOf('guardrails');

/**
 * Places everything. The tiers are given, so what is left to solve is the order within a tier (order.ts), the columns (columns.ts) and the
 * routes (stops.ts, tracks.ts). General layouters solve the tiers again, which costs them most of their time, and know neither bands that are
 * empty nor ones that wrap: docs/pictures.md compares three, with figures. Here the
 * arrows to one metric share a trunk, and none can run through a card, because they only run in the channels between tiers and the gaps
 * between columns.
 */
export function layOut(graph: HierarchyGraph, top: number): Layout {
  const model = buildModel(graph);
  const order = orderModel(model);
  const most = mostColumns(order.tiers.map(nodes => nodes.length));
  const grids = order.tiers.map(nodes => wrapTier(nodes, most));
  const cells = cellsOf(model, grids);

  const even = grids.map(grid =>
    Array.from({ length: columnCount(grid) + 1 }, (_, gap) => (gap % columnCount(grid) === 0 ? 0 : COLUMN_GAP)),
  );
  const sketch = placeColumns(model, grids, cells.columnOf, even);
  const stops = findStops(model, order, grids, cells, sketch.middles);
  const { middles, width } = placeColumns(model, grids, cells.columnOf, gapWidths(stops.runs));
  const middleOf = (node: number): number => middles[model.tierOf[node] ?? 0]?.[cells.columnOf[node] ?? 0] ?? 0;
  placeRuns(stops, grids, middles, width, net => middleOf(model.nets[net]?.target ?? 0));

  const faces = model.metrics.map(faceOf);
  const rows = grids.map(grid =>
    rowsOf(grid).map(nodes => rowParts(rowShape(nodes.flatMap(node => faces[node] ?? [])))),
  );
  const partsOf = (node: number): RowParts | undefined => rows[model.tierOf[node] ?? 0]?.[cells.rowOf[node] ?? 0];
  for (const { target, sources } of stops.ofNet)
    for (const stop of [target, ...sources]) stop.x = stop.run?.x ?? middleOf(stop.node);
  const heightOf = (node: number): number => {
    const [parts, face] = [partsOf(node), faces[node]];
    return parts === undefined || face === undefined ? 0 : cardHeight(parts, face);
  };
  placePorts(model, stops.ofNet, middleOf, heightOf);
  const channels = channelTracks(model, stops.ofNet);

  const rowTops: number[][] = [];
  const channelTop: number[] = [];
  const channelBottom: number[] = [];
  let y = top;
  for (let tier = 0; tier < tiers.length; tier++) {
    channelTop.push(y);
    const tracks = channels[tier] ?? { trackOf: new Map<number, number>(), count: 0 };
    if (tier === 0) y += channelHeight(tracks, BAND_PADDING);
    else y += channelHeight(tracks, tier === GUARDRAILS ? GUARDS_HEIGHT : LEAST_CHANNEL);
    channelBottom.push(y);
    rowTops.push([]);
    for (const parts of rows[tier] ?? []) {
      rowTops[tier]?.push(y);
      y += parts.height + ROW_GAP;
    }
    y += (rows[tier]?.length ?? 0) > 0 ? -ROW_GAP : EMPTY_HEIGHT;
    y = Math.max(y, (channelBottom[tier] ?? 0) + LEAST_BAND);
  }
  const cardTop = (node: number): number => rowTops[model.tierOf[node] ?? 0]?.[cells.rowOf[node] ?? 0] ?? 0;
  const left = MARGIN + RAIL_WIDTH;
  const levels = {
    cardTop,
    cardBottom: (node: number) => cardTop(node) + heightOf(node),
    channelTop,
    channelBottom,
  };
  const routes = traceRoutes(model, stops.ofNet, channels, levels, middleOf).map(route => ({
    ...route,
    points: route.points.map(point => ({ x: point.x + left, y: point.y })),
  }));

  const bands = grids.map((grid, tier): PlacedBand => {
    // What turns above the first tier turns within its band.
    const bandTop = tier === 0 ? top : (channelBottom[tier] ?? 0) - BAND_PADDING;
    const bandBottom = (channelTop[tier + 1] ?? y) + BAND_PADDING;
    const cards = grid.columns.flat().flatMap((node): readonly PlacedCard[] => {
      const [metric, face, parts] = [model.metrics[node], faces[node], partsOf(node)];
      if (metric === undefined || face === undefined || parts === undefined) return [];
      const x = Math.round(left + middleOf(node) - CARD_WIDTH / 2);
      return [{ metric, face, parts, x, y: cardTop(node), height: heightOf(node), isOnTop: cells.rowOf[node] === 0 }];
    });
    const x = Math.round(left + (middles[tier]?.[0] ?? 0) - EMPTY_WIDTH / 2);
    const room = {
      x,
      y: bandTop + (bandBottom - bandTop - EMPTY_HEIGHT) / 2,
      width: EMPTY_WIDTH,
      height: EMPTY_HEIGHT,
    };
    return {
      tier: tiers[tier] ?? 'lagging',
      x: MARGIN,
      y: bandTop,
      width: Math.round(RAIL_WIDTH + width + BAND_PADDING),
      height: bandBottom - bandTop,
      cards,
      empty: cards.length === 0 ? room : undefined,
    };
  });
  const guardsTop = (channelTop[GUARDRAILS] ?? 0) + BAND_PADDING;
  const guardsFoot = (channelBottom[GUARDRAILS] ?? 0) - BAND_PADDING;
  return {
    model,
    width: Math.round(left + width + BAND_PADDING + MARGIN),
    height: Math.round(y + BAND_PADDING + MARGIN),
    bands,
    routes,
    guards: { x: MARGIN + 32, y: guardsFoot, height: guardsFoot - guardsTop },
  };
}

function cellsOf(model: Model, grids: readonly TierGrid[]): Cells {
  const columnOf: number[] = model.metrics.map(() => 0);
  const rowOf: number[] = model.metrics.map(() => 0);
  for (const { columns } of grids) {
    columns.forEach((nodes, column) => {
      nodes.forEach((node, row) => {
        columnOf[node] = column;
        rowOf[node] = row;
      });
    });
  }
  return { columnOf, rowOf };
}

function rowsOf({ columns, rows }: TierGrid): readonly (readonly number[])[] {
  if (columns.length === 0) return [];
  return Array.from({ length: rows }, (_, row) => columns.flatMap(nodes => nodes[row] ?? []));
}
