import type { DriveProblem } from './graph.ts';
import { CARD_WIDTH, LANE } from './measures.ts';
import type { Model, Net } from './nets.ts';
import type { NetStops, Stop } from './stops.ts';
import { assignTracks, STRAIGHT } from './tracks.ts';
import type { ChannelNet, Tracks } from './tracks.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A drive as a line of level and upright pieces, from the metric that drives to the one that is driven. */
export interface Route {
  readonly from: number;
  readonly to: number;
  readonly problem?: DriveProblem;
  readonly points: readonly Point[];
}

/** The tracks of the channel above each tier. */
export function channelTracks(model: Model, ofNet: readonly NetStops[]): readonly Tracks[] {
  const channels: ChannelNet[][] = Array.from({ length: CHANNELS }, () => []);
  ofNet.forEach((stops, index) => {
    const net = model.nets[index];
    if (net === undefined) return;
    for (const [channel, ends] of endsByChannel(net, stops, model)) {
      channels[channel]?.push({ net: index, tops: ends.tops.sort(ascending), bottoms: ends.bottoms.sort(ascending) });
    }
  });
  return channels.map(assignTracks);
}

const CHANNELS = 4;

function ascending(a: number, b: number): number {
  return a - b;
}

interface Ends {
  readonly tops: number[];
  readonly bottoms: number[];
}

function endsByChannel(net: Net, { target, sources, passes }: NetStops, { tierOf }: Model): ReadonlyMap<number, Ends> {
  const channels = new Map<number, Ends>();
  const endsOf = (channel: number): Ends => {
    const known = channels.get(channel);
    if (known !== undefined) return known;
    const ends = { tops: [], bottoms: [] };
    channels.set(channel, ends);
    return ends;
  };
  const targetTier = tierOf[target.node] ?? 0;
  if (net.direction === 'across') {
    endsOf(targetTier).bottoms.push(target.x, ...sources.map(source => source.x));
    return channels;
  }
  const isUp = net.direction === 'up';
  // The channel above tier t lies between t - 1 and t.
  const toward = (tier: number): number => (isUp ? tier : tier + 1);
  const away = (tier: number): number => (isUp ? tier + 1 : tier);
  const near = (ends: Ends): number[] => (isUp ? ends.bottoms : ends.tops);
  const far = (ends: Ends): number[] => (isUp ? ends.tops : ends.bottoms);
  for (const source of sources) near(endsOf(toward(tierOf[source.node] ?? 0))).push(source.x);
  for (const [tier, run] of passes) {
    near(endsOf(toward(tier))).push(run.x);
    far(endsOf(away(tier))).push(run.x);
  }
  far(endsOf(away(targetTier))).push(target.x);
  return channels;
}

const ROOM_FOR_HEAD = 24;
const ROOM_BELOW = 16;

/** How high the channel above a tier must be. */
export function channelHeight(tracks: Tracks, least: number): number {
  if (tracks.count === 0) return least;
  return Math.max(least, ROOM_FOR_HEAD + (tracks.count - 1) * LANE + ROOM_BELOW);
}

/** Where things stand from top to bottom, once the heights are known. */
export interface Levels {
  /** By node. */
  readonly cardTop: (node: number) => number;
  readonly cardBottom: (node: number) => number;
  /** By channel. */
  readonly channelTop: readonly number[];
  readonly channelBottom: readonly number[];
}

export function traceRoutes(
  model: Model,
  ofNet: readonly NetStops[],
  channels: readonly Tracks[],
  levels: Levels,
  middleOf: (node: number) => number,
): readonly Route[] {
  const trackY = (net: number, channel: number): number => {
    const tracks = channels[channel];
    const [top, bottom] = [levels.channelTop[channel] ?? 0, levels.channelBottom[channel] ?? 0];
    const room = bottom - top - ROOM_FOR_HEAD - ROOM_BELOW;
    const used = ((tracks?.count ?? 1) - 1) * LANE;
    return top + ROOM_FOR_HEAD + (room - used) / 2 + (tracks?.trackOf.get(net) ?? 0) * LANE;
  };
  const cardEnd = (stop: Stop): readonly Point[] => {
    const { run, node, side } = stop;
    const edge = side === 'top' ? levels.cardTop(node) : levels.cardBottom(node);
    if (run === undefined) return [{ x: stop.x, y: edge }];
    const y = levels.cardTop(node) + stop.y;
    const aside = stop.flank === 'left' ? -CARD_WIDTH / 2 : CARD_WIDTH / 2;
    return [
      { x: middleOf(node) + aside, y },
      { x: run.x, y },
    ];
  };
  return ofNet.flatMap((stops, index) => {
    const net = model.nets[index];
    if (net === undefined) return [];
    const { target, passes } = stops;
    const targetTier = model.tierOf[target.node] ?? 0;
    return stops.sources.map((source): Route => {
      const points = [...cardEnd(source)];
      let x = source.x;
      const turn = (channel: number, next: number): void => {
        if (Math.abs(next - x) < STRAIGHT) return;
        const y = trackY(index, channel);
        points.push({ x, y }, { x: next, y });
        x = next;
      };
      let tier = model.tierOf[source.node] ?? 0;
      if (net.direction === 'across') turn(tier, target.x);
      const step = net.direction === 'up' ? -1 : 1;
      while (tier !== targetTier) {
        const next = tier + step;
        turn(Math.max(tier, next), next === targetTier ? target.x : (passes.get(next)?.x ?? x));
        tier = next;
      }
      const end = target.run === undefined && Math.abs(target.x - x) < STRAIGHT ? { ...target, x } : target;
      points.push(...[...cardEnd(end)].reverse());
      return {
        from: source.node,
        to: target.node,
        points: corners(points),
        ...(net.problem === undefined ? {} : { problem: net.problem }),
      };
    });
  });
}

/** Leaves out points that are none: doubles, and those on a straight line. */
function corners(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const { x, y } of points) {
    const point = { x: Math.round(x), y: Math.round(y) };
    const last = kept.at(-1);
    if (last?.x === point.x && last.y === point.y) continue;
    const before = kept.at(-2);
    const isStraight =
      before !== undefined &&
      last !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (isStraight) kept.pop();
    kept.push(point);
  }
  return kept;
}
