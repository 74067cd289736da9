import { CARD_WIDTH } from './measures.ts';
import type { Model } from './nets.ts';
import { spread } from './spread.ts';
import type { NetStops, Stop } from './stops.ts';

const CORNER = 24;
/** The sign of a primary metric stands on the left of its upper edge. */
const PRIMARY_CORNER = 100;
const PORTS_APART = 16;
const STUBS_APART = 10;
const FIRM = 8;
const HEAVY = 50;

/**
 * Gives every stop its place on its card. One at the top or bottom stands as straight under or over what it leads to as the card allows,
 * where a whole net arrives in the middle; several on one side keep apart, in the order of where they lead.
 */
export function placePorts(
  model: Model,
  ofNet: readonly NetStops[],
  middleOf: (node: number) => number,
  heightOf: (node: number) => number,
): void {
  for (let round = 0; round < ROUNDS; round++) placeOnce(model, ofNet, middleOf, heightOf);
}

// In the second round both ends of an arrow know where the other stands, so that what can be straight is.
const ROUNDS = 2;

function placeOnce(
  model: Model,
  ofNet: readonly NetStops[],
  middleOf: (node: number) => number,
  heightOf: (node: number) => number,
): void {
  const free = new Map<number, Wish[]>();
  const beside = new Map<number, Stop[]>();
  ofNet.forEach((stops, index) => {
    const net = model.nets[index];
    if (net === undefined) return;
    for (const wish of wishes(stops, net.direction === 'up' && net.problem === undefined && !net.isGuard, model)) {
      const { stop } = wish;
      if (stop.run === undefined) addTo(free, stop.node * 2 + (stop.side === 'top' ? 0 : 1), wish);
      else addTo(beside, stop.node * 2 + (stop.flank === 'left' ? 0 : 1), stop);
    }
  });
  for (const group of free.values()) placeFree(group, model, middleOf);
  for (const group of beside.values()) placeBeside(group, middleOf, heightOf);
}

interface Wish {
  readonly stop: Stop;
  readonly toward: number;
  readonly weight: number;
}

function wishes({ target, sources, passes }: NetStops, arrivesInMiddle: boolean, { tierOf }: Model): readonly Wish[] {
  const xOf = (stop: Stop): number => stop.run?.x ?? stop.x;
  const next = (from: Stop, to: Stop): number => {
    const [a, b] = [tierOf[from.node] ?? 0, tierOf[to.node] ?? 0];
    return passes.get(a + Math.sign(b - a))?.x ?? xOf(to);
  };
  const arrivals = sources.map(source => next(target, source));
  const mean = arrivals.reduce((sum, x) => sum + x, 0) / arrivals.length;
  return [
    ...sources.map(stop => ({ stop, toward: next(stop, target), weight: arrivesInMiddle ? FIRM : 1 })),
    { stop: target, toward: arrivesInMiddle ? xOf(target) : mean, weight: arrivesInMiddle ? HEAVY : 1 },
  ];
}

function addTo<Value>(groups: Map<number, Value[]>, key: number, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

function placeFree(group: Wish[], model: Model, middleOf: (node: number) => number): void {
  const first = group[0]?.stop;
  if (first === undefined) return;
  const left = middleOf(first.node) - CARD_WIDTH / 2;
  const isBehindSign = first.side === 'top' && model.metrics[first.node]?.primary === true;
  const from = left + (isBehindSign ? PRIMARY_CORNER : CORNER);
  const to = left + CARD_WIDTH - CORNER;
  group.sort((a, b) => a.toward - b.toward || a.stop.net - b.stop.net);
  const apart = Math.min(PORTS_APART, (to - from) / Math.max(1, group.length - 1));
  const places = spread({
    wanted: group.map(wish => Math.min(Math.max(wish.toward, from), to)),
    weight: group.map(wish => wish.weight),
    apart: group.slice(1).map(() => apart),
    from,
    to,
  });
  group.forEach(({ stop }, index) => (stop.x = places[index] ?? 0));
}

/** The nearer run stands above where it goes up, and below where it goes down, so that the stubs do not cross the runs. */
function placeBeside(group: Stop[], middleOf: (node: number) => number, heightOf: (node: number) => number): void {
  const distance = (stop: Stop): number =>
    Math.abs((stop.run?.x ?? 0) - middleOf(stop.node)) * (stop.side === 'top' ? 1 : -1);
  group.sort((a, b) => distance(a) - distance(b) || a.net - b.net);
  const height = heightOf(group[0]?.node ?? 0);
  const apart = Math.min(STUBS_APART, (height - CORNER) / Math.max(1, group.length - 1));
  // Whole steps from the middle, and half a step lower on the left: so the stubs of two neighbours do not meet in the gap between them.
  const shift = group[0]?.flank === 'left' ? STUBS_APART / 2 : 0;
  const start = height / 2 - apart * Math.floor((group.length - 1) / 2) + shift;
  group.forEach((stop, index) => {
    stop.y = start + index * apart;
    if (stop.run !== undefined) stop.x = stop.run.x;
  });
}
