import assert from 'node:assert/strict';
import { CARD_WIDTH } from '../../../../../src/core/views/hierarchy/measures.ts';
import { layOut } from '../../../../../src/core/views/hierarchy/layout.ts';
import type { Layout, PlacedCard } from '../../../../../src/core/views/hierarchy/layout.ts';
import type { Route } from '../../../../../src/core/views/hierarchy/routes.ts';
import { activationBet, faulty, large, metric, twelve } from './graphs.ts';

function cardsOf(layout: Layout): readonly PlacedCard[] {
  return layout.bands.flatMap(band => band.cards);
}

function middle(layout: Layout, key: string): number {
  const card = cardsOf(layout).find(placed => placed.metric.key === key);
  assert.ok(card, key);
  return card.x + CARD_WIDTH / 2;
}

interface Piece {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function pieces({ points }: Route): readonly Piece[] {
  return points.slice(1).flatMap((to, index): readonly Piece[] => {
    const from = points[index];
    if (from === undefined) return [];
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    return [{ left, right, top: Math.min(from.y, to.y), bottom: Math.max(from.y, to.y) }];
  });
}

const GRAPHS = {
  'activation bet': activationBet(),
  twelve: twelve(),
  faulty: faulty(),
  thirty: large(30, 3),
  sixty: large(60),
  'three hundred': large(300),
};

describe('hierarchy layout', () => {
  it('draws the activation bet as a column over its two first signs', () => {
    const layout = layOut(activationBet(), 0);
    const core = middle(layout, 'activation-rate');
    assert.equal(middle(layout, 'revenue-growth'), core);
    assert.equal(middle(layout, 'onboarding-completion') + middle(layout, 'first-value-action'), 2 * core);
    assert.equal(middle(layout, 'support-tickets') + middle(layout, 'error-rate'), 2 * core);
    const [straight] = layout.routes;
    assert.deepEqual(straight?.points.length, 2);
  });

  for (const [name, graph] of Object.entries(GRAPHS)) {
    it(`keeps cards apart and in their bands: ${name}`, () => {
      const layout = layOut(graph, 0);
      for (const band of layout.bands) {
        band.cards.forEach((card, index) => {
          assert.ok(card.x >= band.x && card.x + CARD_WIDTH <= band.x + band.width);
          assert.ok(card.y >= band.y && card.y + card.height <= band.y + band.height);
          for (const other of band.cards.slice(index + 1)) {
            const isApart =
              Math.abs(card.x - other.x) >= CARD_WIDTH ||
              card.y + card.height <= other.y ||
              other.y + other.height <= card.y;
            assert.ok(isApart, `${card.metric.key} and ${other.metric.key}`);
          }
        });
      }
    });

    it(`leads every arrow level and upright, from card to card and through none: ${name}`, () => {
      const layout = layOut(graph, 0);
      assert.equal(layout.routes.length, new Set(graph.drives.map(({ from, to }) => `${from} ${to}`)).size);
      const cards = cardsOf(layout);
      for (const route of layout.routes) {
        const ends = [layout.model.metrics[route.from], layout.model.metrics[route.to]];
        [route.points[0], route.points.at(-1)].forEach((point, index) => {
          const card = cards.find(({ metric: at }) => at === ends[index]);
          assert.ok(card !== undefined && point !== undefined);
          assert.ok(point.x >= card.x - 1 && point.x <= card.x + CARD_WIDTH + 1);
          assert.ok(point.y >= card.y - 1 && point.y <= card.y + card.height + 1);
        });
        for (const piece of pieces(route)) {
          assert.ok(piece.right - piece.left <= 1 || piece.bottom - piece.top <= 1);
          for (const card of cards) {
            const isClear =
              piece.right <= card.x + 1 ||
              piece.left >= card.x + CARD_WIDTH - 1 ||
              piece.bottom <= card.y + 1 ||
              piece.top >= card.y + card.height - 1;
            assert.ok(isClear, `${ends[0]?.key ?? ''} to ${ends[1]?.key ?? ''} through ${card.metric.key}`);
          }
        }
      }
    });

    it(`lets no two level arrows to different metrics run into each other: ${name}`, () => {
      const layout = layOut(graph, 0);
      const level = layout.routes.flatMap(route =>
        pieces(route)
          .filter(piece => piece.bottom === piece.top && piece.right > piece.left)
          .map(piece => ({ ...piece, to: route.to })),
      );
      for (const [index, piece] of level.entries()) {
        for (const other of level.slice(index + 1)) {
          if (other.to === piece.to || other.top !== piece.top) continue;
          assert.ok(other.left > piece.right || piece.left > other.right);
        }
      }
    });
  }

  it('leads an arrow that skips a tier around its cards, also where the tier has but one', () => {
    const graph = {
      title: 'x',
      metrics: [metric('lagging', 'r', 'R'), metric('core', 'c', 'C'), metric('leading', 'l', 'L')],
      drives: [
        { from: 'c', to: 'r' },
        { from: 'l', to: 'c' },
        { from: 'l', to: 'r' },
      ],
    };
    const layout = layOut(graph, 0);
    const core = cardsOf(layout).find(card => card.metric.key === 'c');
    const around = layout.routes.filter(({ from, to }) => from === 2 && to === 0).flatMap(pieces);
    assert.ok(core !== undefined && around.length > 0);
    for (const { left, right, top, bottom } of around) {
      if (bottom > core.y && top < core.y + core.height) assert.ok(right < core.x || left > core.x + CARD_WIDTH);
    }
  });

  it('puts what hangs on nothing at the right end of its tier', () => {
    const [, , leading] = layOut(twelve(), 0).bands;
    assert.equal(leading?.cards.at(-1)?.metric.key, 'pricing-views');
  });

  it('wraps a wide tier only where it helps', () => {
    const rows = (size: number): number => {
      const metrics = Array.from({ length: size }, (_, index) => metric('leading', `m${String(index)}`, 'M'));
      return new Set(layOut({ title: 'x', metrics, drives: [] }, 0).bands[2]?.cards.map(card => card.y)).size;
    };
    assert.equal(rows(5), 1);
    assert.ok(rows(60) > 3);
  });

  it('takes thousands of metrics and a tangle of drives', () => {
    const metrics = Array.from({ length: 1200 }, (_, index) =>
      metric(index % 2 === 0 ? 'core' : 'leading', `m${String(index)}`, 'M'),
    );
    const drives = Array.from({ length: 2400 }, (_, index) => ({
      from: `m${String(((index * 7) % 600) * 2 + 1)}`,
      to: `m${String(((index * 13) % 600) * 2)}`,
    }));
    assert.equal(cardsOf(layOut({ title: 'x', metrics, drives }, 0)).length, 1200);
  });
});
