/** Nodes in given tiers and the segments between neighbouring tiers: the node above first, the one below second. */
export interface TieredGraph {
  readonly tierOf: readonly number[];
  readonly tierCount: number;
  readonly segments: readonly (readonly [upper: number, lower: number])[];
  /** Nodes of one group stay together in every tier, and the groups stand in ascending order. */
  readonly groupOf: readonly number[];
}

const MOST_ROUNDS = 12;
const ROUNDS_WITHOUT_GAIN = 2;
const MANY_SEGMENTS = 4000;
const MOST_PASSES = 20;

/**
 * The order of the nodes within each tier, with few crossings: barycentre sweeps down and up with transposition of neighbours
 * (Sugiyama, Tagawa, Toda 1981; Gansner et al. 1993), from the order as written and from a depth-first one; the best is kept,
 * of two equal ones that nearer to the order as written.
 */
export function orderTiers(graph: TieredGraph): readonly (readonly number[])[] {
  const state = prepare(graph);
  const written = tiersBy(graph, (a, b) => a - b);
  let best = improve(graph, state, written);
  if (best.crossings > 0) {
    const rank = depthFirstRanks(graph, state);
    const other = improve(
      graph,
      state,
      tiersBy(graph, (a, b) => (rank[a] ?? 0) - (rank[b] ?? 0)),
    );
    if (other.crossings < best.crossings) best = other;
  }
  return best.order;
}

/** How often segments cross, when each tier stands in the given order. */
export function countCrossings(
  order: readonly (readonly number[])[],
  segments: readonly (readonly [upper: number, lower: number])[],
): number {
  const tierOf: number[] = [];
  order.forEach((nodes, tier) => nodes.forEach(node => (tierOf[node] = tier)));
  const graph = { tierOf, tierCount: order.length, segments, groupOf: [] };
  const state = prepare(graph);
  place(state, order);
  return crossings(state, order);
}

interface State {
  readonly above: readonly number[][];
  readonly below: readonly number[][];
  readonly position: Int32Array;
}

interface Result {
  readonly order: number[][];
  readonly crossings: number;
}

function prepare(graph: TieredGraph): State {
  const size = graph.tierOf.length;
  const above: number[][] = Array.from({ length: size }, () => []);
  const below: number[][] = Array.from({ length: size }, () => []);
  for (const [upper, lower] of graph.segments) {
    above[lower]?.push(upper);
    below[upper]?.push(lower);
  }
  return { above, below, position: new Int32Array(size) };
}

function tiersBy(graph: TieredGraph, compare: (a: number, b: number) => number): number[][] {
  const order: number[][] = Array.from({ length: graph.tierCount }, () => []);
  graph.tierOf.forEach((tier, node) => order[tier]?.push(node));
  const { groupOf } = graph;
  for (const nodes of order) nodes.sort((a, b) => (groupOf[a] ?? 0) - (groupOf[b] ?? 0) || compare(a, b));
  return order;
}

function depthFirstRanks(graph: TieredGraph, state: State): Int32Array {
  const rank = new Int32Array(graph.tierOf.length).fill(-1);
  let next = 0;
  const topFirst = graph.tierOf
    .map((_, node) => node)
    .sort((a, b) => (graph.tierOf[a] ?? 0) - (graph.tierOf[b] ?? 0) || a - b);
  for (const start of topFirst) {
    const stack = [start];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (rank[node] !== -1) continue;
      rank[node] = next++;
      const neighbours = [...(state.below[node] ?? []), ...(state.above[node] ?? [])];
      for (let index = neighbours.length - 1; index >= 0; index--) {
        const neighbour = neighbours[index];
        if (neighbour !== undefined && rank[neighbour] === -1) stack.push(neighbour);
      }
    }
  }
  return rank;
}

function improve(graph: TieredGraph, state: State, start: number[][]): Result {
  const order = start;
  place(state, order);
  let best: Result = { order: order.map(nodes => [...nodes]), crossings: crossings(state, order) };
  const rounds = graph.segments.length > MANY_SEGMENTS ? 2 : MOST_ROUNDS;
  let withoutGain = 0;
  for (let round = 0; round < rounds && best.crossings > 0 && withoutGain < ROUNDS_WITHOUT_GAIN; round++) {
    sweep(graph, state, order, round % 2 === 0 ? 'down' : 'up');
    transpose(graph, state, order);
    const now = crossings(state, order);
    if (now < best.crossings) {
      best = { order: order.map(nodes => [...nodes]), crossings: now };
      withoutGain = 0;
    } else withoutGain++;
  }
  return best;
}

function place(state: State, order: readonly (readonly number[])[]): void {
  for (const nodes of order) placeTier(state, nodes);
}

function placeTier(state: State, nodes: readonly number[]): void {
  for (let index = 0; index < nodes.length; index++) state.position[nodes[index] ?? 0] = index;
}

function sweep(graph: TieredGraph, state: State, order: number[][], direction: 'down' | 'up'): void {
  const fixed = direction === 'down' ? state.above : state.below;
  for (let step = 1; step < order.length; step++) {
    const nodes = order[direction === 'down' ? step : order.length - 1 - step];
    if (nodes !== undefined) sortByBarycentre(graph, state, nodes, fixed);
  }
}

/** Nodes without a neighbour on the fixed side keep their place; the others are sorted into the places that remain to their group. */
function sortByBarycentre(graph: TieredGraph, state: State, nodes: number[], fixed: readonly number[][]): void {
  const { position } = state;
  const { groupOf } = graph;
  const barycentre = new Map<number, number>();
  const places: number[] = [];
  nodes.forEach((node, index) => {
    const neighbours = fixed[node];
    if (neighbours === undefined || neighbours.length === 0) return;
    let sum = 0;
    for (const neighbour of neighbours) sum += position[neighbour] ?? 0;
    barycentre.set(node, sum / neighbours.length);
    places.push(index);
  });
  const moving = [...barycentre.keys()].sort(
    (a, b) => (groupOf[a] ?? 0) - (groupOf[b] ?? 0) || (barycentre.get(a) ?? 0) - (barycentre.get(b) ?? 0),
  );
  places.forEach((index, rank) => (nodes[index] = moving[rank] ?? 0));
  placeTier(state, nodes);
}

function transpose(graph: TieredGraph, state: State, order: number[][]): void {
  const { above, below, position } = state;
  const { groupOf } = graph;
  for (const nodes of order) {
    const sorted = new Map(
      nodes.map(node => [node, [positions(above[node], position), positions(below[node], position)] as const]),
    );
    let gained = true;
    for (let pass = 0; gained && pass < MOST_PASSES; pass++) {
      gained = false;
      for (let index = 0; index + 1 < nodes.length; index++) {
        const left = nodes[index] ?? 0;
        const right = nodes[index + 1] ?? 0;
        if (groupOf[left] !== groupOf[right]) continue;
        const [leftAbove, leftBelow] = sorted.get(left) ?? [[], []];
        const [rightAbove, rightBelow] = sorted.get(right) ?? [[], []];
        const now = inversions(leftAbove, rightAbove) + inversions(leftBelow, rightBelow);
        if (now === 0) continue;
        if (inversions(rightAbove, leftAbove) + inversions(rightBelow, leftBelow) >= now) continue;
        nodes[index] = right;
        nodes[index + 1] = left;
        gained = true;
      }
    }
    placeTier(state, nodes);
  }
}

function positions(neighbours: readonly number[] | undefined, position: Int32Array): readonly number[] {
  return (neighbours ?? []).map(node => position[node] ?? 0).sort((a, b) => a - b);
}

/** How many pairs have the left node's neighbour to the right of the right node's; both lists ascend. */
function inversions(left: readonly number[], right: readonly number[]): number {
  let count = 0;
  let smaller = 0;
  for (const place of left) {
    while (smaller < right.length && (right[smaller] ?? 0) < place) smaller++;
    count += smaller;
  }
  return count;
}

function crossings(state: State, order: readonly (readonly number[])[]): number {
  let count = 0;
  for (let tier = 0; tier + 1 < order.length; tier++) {
    const upper = order[tier] ?? [];
    const tree = new Int32Array((order[tier + 1]?.length ?? 0) + 1);
    let seen = 0;
    for (const node of upper) {
      const ends = positions(state.below[node], state.position);
      for (const end of ends) count += seen - sumUpTo(tree, end);
      for (const end of ends) addAt(tree, end);
      seen += ends.length;
    }
  }
  return count;
}

/** Fenwick tree: how many ends were added at places up to and including this one. */
function sumUpTo(tree: Int32Array, place: number): number {
  let sum = 0;
  for (let index = place + 1; index > 0; index -= index & -index) sum += tree[index] ?? 0;
  return sum;
}

function addAt(tree: Int32Array, place: number): void {
  for (let index = place + 1; index < tree.length; index += index & -index) tree[index] = (tree[index] ?? 0) + 1;
}
