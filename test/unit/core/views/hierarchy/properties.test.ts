import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tiers } from '../../../../../src/core/model/tiers.ts';
import type { Drive, HierarchyGraph, MetricCard } from '../../../../../src/core/views/hierarchy/graph.ts';
import { layOut, type Layout } from '../../../../../src/core/views/hierarchy/layout.ts';
import { CARD_WIDTH } from '../../../../../src/core/views/hierarchy/measures.ts';
import { renderHierarchy } from '../../../../../src/core/views/hierarchy/svg.ts';
import { allElements, parseMarkup, withClass, type Element } from './elements.ts';
import { metric, numbers } from './graphs.ts';
import { PAYLOADS } from './payloads.ts';

const WORDS = [
  'Sign-up',
  'completion',
  'of customers who come back',
  'rate',
  'weekly',
  'Zeit bis zum ersten Erfolg',
  '支払い',
];
const VERDICTS = ['hit', 'close', 'missed', 'within', 'alert', 'breached', 'unknown'] as const;
const PROBLEMS = ['disconnected', 'upsideDown', 'cycle', 'vanity', 'noThreshold'] as const;

interface Recipe {
  readonly seed: number;
  readonly size: number;
  /** In a hundred metrics. */
  readonly drives: number;
  /** In a hundred drives and metrics, about. */
  readonly wrong: number;
  readonly hostile: boolean;
}

/** Any hierarchy at all, from few numbers, which is what a failure tells: drives lead up, down, sideways, in circles and to themselves. */
const anyRecipe: fc.Arbitrary<Recipe> = fc.record({
  seed: fc.nat(),
  size: fc.oneof(fc.nat(14), fc.nat(80), fc.integer({ min: 200, max: 300 })),
  drives: fc.nat(250),
  wrong: fc.nat(100),
  hostile: fc.boolean(),
});

function graphFrom({ seed, size, drives: drivesInHundred, wrong, hostile }: Recipe): HierarchyGraph {
  const next = numbers(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[next(items.length)] as Item;
  const text = (): string =>
    hostile && next(3) === 0
      ? pick(PAYLOADS).slice(0, 300)
      : Array.from({ length: 1 + next(8) }, () => pick(WORDS)).join(' ');
  const some = (name: string): Record<string, string> => (next(3) === 0 ? {} : { [name]: text() });
  const metrics = Array.from({ length: size }, (_, index): MetricCard =>
    metric(tiers[next(4)] ?? 'core', `k${String(index)}`, text(), {
      ...some('baseline'),
      ...some('current'),
      ...some('target'),
      ...some('threshold'),
      ...some('cadence'),
      ...some('owner'),
      ...some('source'),
      primary: next(20) === 0,
      verdict: pick(VERDICTS),
      ...(next(2) === 0 && { progress: next(300) / 100 - 1 }),
      ...(next(3) === 0 && { history: Array.from({ length: next(60) }, () => next(1000) - 500) }),
      problems: PROBLEMS.filter(() => next(100) * 4 < wrong),
    }),
  );
  const drives = Array.from({ length: Math.floor((size * drivesInHundred) / 100) }, (): Drive => {
    const problem = next(100) < wrong ? { problem: pick(['upsideDown', 'cycle'] as const) } : {};
    return { from: `k${String(next(size))}`, to: `k${String(next(size))}`, ...problem };
  });
  return { title: text(), subtitle: text(), metrics, drives };
}

/** So many random graphs; each of the larger ones costs some tens of milliseconds. */
const RUNS = { seed: 20261123, numRuns: 25 };

describe('hierarchy of whatever metrics', function () {
  this.timeout(60_000);

  it('keeps cards apart, and everything in the picture', () => {
    fc.assert(
      fc.property(anyRecipe, recipe => {
        const graph = graphFrom(recipe);
        const layout = layOut(graph, 40);
        const cards = layout.bands.flatMap(band => band.cards);
        assert.equal(cards.length, graph.metrics.length);
        const sorted = [...cards].sort((a, b) => a.y - b.y);
        for (const [index, card] of sorted.entries()) {
          assert.ok(card.x >= 0 && card.x + CARD_WIDTH <= layout.width);
          assert.ok(card.y >= 0 && card.y + card.height <= layout.height);
          for (let after = index + 1; after < sorted.length; after++) {
            const other = sorted[after];
            if (other === undefined || other.y >= card.y + card.height) break;
            assert.ok(Math.abs(other.x - card.x) >= CARD_WIDTH, `${card.metric.key} and ${other.metric.key}`);
          }
        }
        for (const { points } of layout.routes) {
          for (const { x, y } of points)
            assert.ok(x >= 0 && x <= layout.width && y >= 0 && y <= layout.height, `${String(x)} ${String(y)}`);
        }
      }),
      RUNS,
    );
  });

  it('leads every arrow from the edge of its card to the edge of the other', () => {
    fc.assert(
      fc.property(anyRecipe, recipe => {
        const graph = graphFrom(recipe);
        const layout = layOut(graph, 40);
        const known = new Set(graph.drives.map(({ from, to }) => `${from} ${to}`));
        assert.equal(layout.routes.length, known.size);
        for (const { from, to, points } of layout.routes) {
          assert.ok(points.length >= 2);
          assert.ok(isAtEdge(layout, from, points[0]), `from ${String(from)}`);
          assert.ok(isAtEdge(layout, to, points.at(-1)), `to ${String(to)}`);
        }
      }),
      RUNS,
    );
  });

  it('draws what can be read, with numbers only where numbers belong, folded or not', () => {
    fc.assert(
      fc.property(anyRecipe, fc.nat(), (recipe, seed) => {
        const graph = graphFrom(recipe);
        const next = numbers(seed);
        const collapsed = graph.metrics.filter(() => next(3) === 0).map(({ id }) => id);
        for (const folding of [undefined, { collapsed, buttons: 'shown' as const }]) {
          const svg = renderHierarchy(graph, 'linked', folding);
          assert.doesNotMatch(svg, /NaN|Infinity|undefined|\[object/);
          const picture = parseMarkup(svg);
          const bounds = boundsOf(picture);
          for (const element of allElements(picture)) isWithin(element, bounds);
          const guardrails = graph.metrics.filter(({ tier }) => tier === 'guardrails');
          const shown = new Set(withClass(picture, 'metric').map(card => card.attributes.get('data-key')));
          assert.ok(guardrails.every(({ key }) => shown.has(key)));
          if (folding === undefined) assert.equal(shown.size, graph.metrics.length);
          for (const arrow of withClass(picture, 'drive')) {
            assert.ok(shown.has(arrow.attributes.get('data-from')) && shown.has(arrow.attributes.get('data-to')));
          }
        }
      }),
      { ...RUNS, numRuns: 12 },
    );
  });
});

function isAtEdge(
  { bands, model }: Layout,
  node: number,
  point: { readonly x: number; readonly y: number } | undefined,
) {
  const card = bands.flatMap(band => band.cards).find(placed => placed.metric === model.metrics[node]);
  if (card === undefined || point === undefined) return false;
  const [left, right, top, bottom] = [card.x, card.x + CARD_WIDTH, card.y, card.y + card.height];
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1;
  const isBetween = (value: number, from: number, to: number): boolean => value >= from - 1 && value <= to + 1;
  return (
    ((isNear(point.x, left) || isNear(point.x, right)) && isBetween(point.y, top, bottom)) ||
    ((isNear(point.y, top) || isNear(point.y, bottom)) && isBetween(point.x, left, right))
  );
}

interface Bounds {
  readonly width: number;
  readonly height: number;
}

function boundsOf(picture: Element): Bounds {
  const [svg] = allElements(picture);
  return { width: Number(svg?.attributes.get('width')), height: Number(svg?.attributes.get('height')) };
}

/** What stands in a group of its own place counts from there; the groups themselves are looked at. */
function isWithin(element: Element, { width, height }: Bounds): void {
  const [, x, y] = /^translate\((-?[\d.]+) (-?[\d.]+)\)$/.exec(element.attributes.get('transform') ?? '') ?? [];
  if (x !== undefined) assert.ok(Number(x) >= -12 && Number(x) <= width, `x=${x} of ${String(width)}`);
  if (y !== undefined) assert.ok(Number(y) >= -12 && Number(y) <= height, `y=${y} of ${String(height)}`);
  for (const [name, limit] of [
    ['x', width],
    ['y', height],
    ['width', width],
    ['height', height],
  ] as const) {
    const value = element.attributes.get(name);
    if (value !== undefined) assert.ok(Number(value) <= limit && Number(value) >= -12, `${name}=${value}`);
  }
}
