import assert from 'node:assert/strict';
import { foldBranches } from '../../../../../src/core/views/hierarchy/fold.ts';
import type { HierarchyGraph } from '../../../../../src/core/views/hierarchy/graph.ts';
import { renderHierarchy } from '../../../../../src/core/views/hierarchy/svg.ts';
import { parseMarkup, withClass } from './elements.ts';
import { faulty, large, metric, twelve } from './graphs.ts';

function keysLeft(graph: HierarchyGraph, ...collapsed: string[]): readonly string[] {
  return foldBranches(graph, { collapsed, buttons: 'absent' }).metrics.map(({ key }) => key);
}

function gone(graph: HierarchyGraph, ...collapsed: string[]): readonly string[] {
  const left = keysLeft(graph, ...collapsed);
  return graph.metrics.map(({ key }) => key).filter(key => !left.includes(key));
}

describe('folding a branch of the hierarchy', () => {
  it('hides what drives nothing else, and leaves what does', () => {
    // First value action drives the conversion, too.
    assert.deepEqual(gone(twelve(), 'activation'), ['onboarding']);
    assert.deepEqual(gone(twelve(), 'activation', 'conversion'), ['onboarding', 'first-value']);
  });

  it('hides all that is below, through what is hidden', () => {
    assert.deepEqual(gone(twelve(), 'revenue', 'retention'), [
      'activation',
      'conversion',
      'weekly-teams',
      'onboarding',
      'first-value',
      'invites',
    ]);
  });

  it('never hides a guardrail, nor what hangs on nothing', () => {
    const graph = twelve();
    const drives = [...graph.drives, { from: 'errors', to: 'activation' }];
    assert.ok(!gone({ ...graph, drives }, 'activation').includes('errors'));
    assert.ok(!gone(graph, 'revenue', 'retention').includes('pricing-views'));
  });

  it('changes nothing where nothing is collapsed, or an id that nobody has', () => {
    for (const graph of [twelve(), faulty(), large(60)]) {
      assert.equal(foldBranches(graph, { collapsed: [], buttons: 'absent' }), graph);
      assert.deepEqual(gone(graph, 'constructor', '', 'nobody'), []);
    }
  });

  it('comes to an end in circles, and follows no arrow that is against the hierarchy', () => {
    assert.deepEqual(gone(faulty(), 'engagement'), []);
    assert.deepEqual(gone(faulty(), 'setup'), []);
    assert.deepEqual(gone(faulty(), 'revenue', 'retention'), ['activation', 'engagement', 'setup']);
  });

  it('says how many are hidden, and how many of them are in trouble', () => {
    const graph = {
      title: 'x',
      metrics: [
        metric('core', 'c', 'C'),
        metric('leading', 'a', 'A', { verdict: 'missed' as const }),
        metric('leading', 'b', 'B', { verdict: 'hit' as const }),
      ],
      drives: [
        { from: 'a', to: 'c' },
        { from: 'b', to: 'c' },
      ],
    };
    const [folded] = foldBranches(graph, { collapsed: ['c'], buttons: 'absent' }).metrics;
    assert.deepEqual(folded?.branch, { isCollapsed: true, size: 2, troubled: 1 });
  });

  it('draws a button a branch, apart from the card, and none where nothing can be pressed', () => {
    const buttons = (collapsed: readonly string[], shown: 'shown' | 'absent'): readonly (readonly unknown[])[] =>
      withClass(parseMarkup(renderHierarchy(twelve(), 'linked', { collapsed, buttons: shown })), 'fold').map(
        ({ attributes }) => [attributes.get('data-branch'), attributes.get('aria-expanded')],
      );
    assert.deepEqual(buttons([], 'absent'), []);
    assert.deepEqual(buttons(['activation'], 'absent'), [['activation', 'false']]);
    assert.deepEqual(
      new Map(buttons(['activation'], 'shown') as [string, string][]),
      new Map([
        ['revenue', 'true'],
        ['retention', 'true'],
        ['activation', 'false'],
        ['conversion', 'true'],
        ['weekly-teams', 'true'],
      ]),
    );
    const picture = parseMarkup(renderHierarchy(twelve(), 'linked', { collapsed: [], buttons: 'shown' }));
    for (const card of withClass(picture, 'metric')) assert.equal(withClass(card, 'fold').length, 0);
  });

  it('counts what is folded away in the summary all the same', () => {
    const counts = (collapsed: readonly string[]): string =>
      /<g class="summary".*?<\/g><\/g>/.exec(
        renderHierarchy(twelve(), 'linked', { collapsed, buttons: 'absent' }),
      )?.[0] ?? '';
    assert.notEqual(counts([]), '');
    assert.equal(counts(['revenue', 'retention']), counts([]));
  });
});
