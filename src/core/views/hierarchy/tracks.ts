/** What one net has to join in the channel between two tiers: the x of its ends on the upper and on the lower side, each ascending. */
export interface ChannelNet {
  readonly net: number;
  readonly tops: readonly number[];
  readonly bottoms: readonly number[];
}

export interface Tracks {
  /** By net: its track from the top; a net that goes straight has none. */
  readonly trackOf: ReadonlyMap<number, number>;
  readonly count: number;
}

/** Ends that are nearer to each other than this are joined by a straight line. */
export const STRAIGHT = 2;

const CLEARANCE = 6;
/** Two uprights so near to each other would look like one. */
const TOO_NEAR = 5;
const RUNS_INTO = 1000;
const MANY_NETS = 150;
const SIFTINGS = 2;

/** Gives the nets of a channel their tracks, so that few cross and none runs into another. */
export function assignTracks(nets: readonly ChannelNet[]): Tracks {
  const bent = nets.map(describe).filter(net => net.to - net.from >= STRAIGHT);
  const sorted = bent.length > MANY_NETS ? bent : sift(bent);
  const trackOf = new Map<number, number>();
  let count = 0;
  const placed: { readonly from: number; readonly to: number; readonly track: number }[] = [];
  for (const net of sorted) {
    let track = 0;
    for (const other of placed) {
      if (net.from <= other.to + CLEARANCE && other.from <= net.to + CLEARANCE)
        track = Math.max(track, other.track + 1);
    }
    placed.push({ from: net.from, to: net.to, track });
    trackOf.set(net.net, track);
    count = Math.max(count, track + 1);
  }
  return { trackOf, count };
}

interface BentNet extends ChannelNet {
  readonly from: number;
  readonly to: number;
}

function describe(net: ChannelNet): BentNet {
  const from = Math.min(net.tops[0] ?? Infinity, net.bottoms[0] ?? Infinity);
  const to = Math.max(net.tops.at(-1) ?? -Infinity, net.bottoms.at(-1) ?? -Infinity);
  return { net: net.net, tops: net.tops, bottoms: net.bottoms, from, to };
}

/** Takes each net out in turn and puts it back where it costs least among the others. */
function sift(nets: readonly BentNet[]): readonly BentNet[] {
  const size = nets.length;
  const gain = new Float64Array(size * size);
  nets.forEach((upper, a) => {
    nets.forEach((lower, b) => {
      if (a !== b && upper.from <= lower.to + CLEARANCE && lower.from <= upper.to + CLEARANCE)
        gain[a * size + b] = cost(upper, lower);
    });
  });
  let order = nets.map((_, index) => index);
  for (let round = 0; round < SIFTINGS; round++) {
    for (let net = 0; net < size; net++) {
      const others = order.filter(other => other !== net);
      let change = 0;
      let least = 0;
      let place = 0;
      others.forEach((other, index) => {
        change += (gain[other * size + net] ?? 0) - (gain[net * size + other] ?? 0);
        if (change >= least) return;
        least = change;
        place = index + 1;
      });
      others.splice(place, 0, net);
      order = others;
    }
  }
  return order.flatMap(index => nets[index] ?? []);
}

/** What it costs that one net's track lies above the other's: crossings, and uprights that would run into each other. */
function cost(upper: BentNet, lower: BentNet): number {
  let sum = within(upper.bottoms, lower.from, lower.to) + within(lower.tops, upper.from, upper.to);
  for (const x of upper.bottoms) sum += RUNS_INTO * within(lower.tops, x - TOO_NEAR, x + TOO_NEAR);
  return sum;
}

function within(ascending: readonly number[], from: number, to: number): number {
  return firstAbove(ascending, to) - firstAbove(ascending, from - 0.001);
}

function firstAbove(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
