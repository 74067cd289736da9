import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tiers } from '../../../../../src/core/model/tiers.ts';
import type { HierarchyGraph, MetricCard } from '../../../../../src/core/views/hierarchy/graph.ts';
import { mermaidHierarchy } from '../../../../../src/core/views/mermaid/hierarchy.ts';

function card(key: string, changes: Partial<MetricCard> = {}): MetricCard {
  const span = { start: 0, end: 0 };
  return { key, id: key, name: key, tier: 'core', primary: false, verdict: 'unknown', problems: [], span, ...changes };
}

/** All that a line of ours can be. A label holds no sign by which it could end, or by which Mermaid would take it for more. */
const label = String.raw`"(?:[^"#%&;:<>\[\]{}|\x60\\\x00-\x1f]|#\d+;|<br/>)*"`;
const allowed = [
  /^flowchart BT$/,
  /^ {2}accTitle: (?:[^"#%&;:<>[\]{}|`\\]|#\d+;)+$/,
  /^ {2}subgraph (?:lagging|core|leading|guardrails)\["\w+"\]$/,
  /^ {2}end$/,
  new RegExp(String.raw`^ {4}m\d+(?:\[${label}\]|\{\{${label}\}\})$`),
  /^ {2}m\d+ (?:-->|-\. "[a-z ]+" \.->) m\d+$/,
  /^ {2}\w+ ~~~ \w+$/,
  /^ {2}classDef \w+ [\w:#,\- ]+$/,
  /^ {2}class m\d+(?:,m\d+)* \w+$/,
];

function strange(text: string): readonly string[] {
  return text.split('\n').filter(line => line !== '' && !allowed.some(form => form.test(line)));
}

describe('the metrics hierarchy as Mermaid', () => {
  it('has tiers from the bottom up, cards, and what drives what', () => {
    const graph: HierarchyGraph = {
      title: 'Carts',
      metrics: [
        card('revenue', { tier: 'lagging' }),
        card('orders', { primary: true, baseline: '1%', current: '3%', target: '4%', verdict: 'missed' }),
        card('errors', { tier: 'guardrails', threshold: '< 2%', verdict: 'within' }),
      ],
      drives: [
        { from: 'orders', to: 'revenue' },
        { from: 'revenue', to: 'orders', problem: 'upsideDown' },
      ],
    };
    const text = mermaidHierarchy(graph);
    assert.deepEqual(strange(text), []);
    assert.deepEqual(
      [...text.matchAll(/subgraph (\w+)/g)].map(found => found[1]),
      ['guardrails', 'core', 'lagging'],
    );
    assert.match(text, /^ {2}m1 --> m0$/m);
    assert.match(text, /^ {2}m0 -\. ".*" \.-> m1$/m);
    assert.match(text, /m2\{\{"errors<br\/>limit #60; 2#37;/);
    assert.match(text, /^ {2}class m1 bad$/m);
    assert.equal(mermaidHierarchy(graph), text);
  });

  it('is whole without a metric', () => {
    assert.deepEqual(strange(mermaidHierarchy({ title: '', metrics: [], drives: [] })), []);
  });

  it('keeps hostile names inside their label', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        'a"]; click m0 "javascript:alert(1)"',
        '%%{init: {"securityLevel": "loose"}}%%',
        'x\nclick m0 call alert()',
        'style x: #fff;',
        'classDef a:#b;',
        '<img src=x onerror=alert(1)>',
        '`**x**`',
        'ﬂ°°34¶ß',
        '$$x$$ fa:fa-car :::c',
        '---\nconfig: {}\n---',
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, fc.constantFrom(...tiers), (title, name, tier) => {
        const metric = card('a', { name, current: name, threshold: title, tier });
        const text = mermaidHierarchy({ title, metrics: [metric, card(name)], drives: [{ from: name, to: 'a' }] });
        assert.deepEqual(strange(text), []);
        assert.doesNotMatch(text, /\$\$|:fa-|[ﬂ¶]/);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
