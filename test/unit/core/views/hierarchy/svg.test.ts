import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { hierarchyCss } from '../../../../../src/core/views/hierarchy/css.ts';
import type { HierarchyGraph } from '../../../../../src/core/views/hierarchy/graph.ts';
import { renderHierarchy } from '../../../../../src/core/views/hierarchy/svg.ts';
import { hierarchyTable } from '../../../../../src/core/views/hierarchy/table.ts';
import { allElements, parseMarkup, textOf, withClass } from './elements.ts';
import type { Element } from './elements.ts';
import { activationBet, faulty, large, metric, twelve } from './graphs.ts';
import { PAYLOADS } from './payloads.ts';

const GOLDEN = new URL('activation-bet.golden.svg', import.meta.url);
const STYLESHEET = new URL('../../../../../media/hierarchy.css', import.meta.url);
const EMPTY: HierarchyGraph = { title: '', metrics: [], drives: [] };

// After a wanted change: BETWRIGHT_WRITE_GOLDEN=1 npx mocha --import=tsx test/unit/core/views/hierarchy/svg.test.ts, then look at what changed.
if (process.env['BETWRIGHT_WRITE_GOLDEN'] === '1') {
  writeFileSync(GOLDEN, apart(renderHierarchy(activationBet(), 'linked')));
  writeFileSync(STYLESHEET, hierarchyCss);
}

/** One element a line, so that a difference is seen. */
function apart(svg: string): string {
  return `${svg.replaceAll('><', '>\n<')}\n`;
}

function only(elements: readonly Element[]): Element {
  const [element] = elements;
  assert.ok(element !== undefined && elements.length === 1);
  return element;
}

function cardOf(picture: Element, key: string): Element {
  return only(withClass(picture, 'metric').filter(card => card.attributes.get('data-key') === key));
}

function pairs(elements: readonly Element[]): readonly string[] {
  return elements
    .map(drive => `${drive.attributes.get('data-from') ?? ''}>${drive.attributes.get('data-to') ?? ''}`)
    .sort();
}

describe('hierarchy picture', () => {
  it('draws the activation bet as it was agreed', () => {
    assert.equal(apart(renderHierarchy(activationBet(), 'linked')), readFileSync(GOLDEN, 'utf8'));
  });

  it('stacks the bands from the result down to the guardrails, with their metrics in them', () => {
    const bands = withClass(parseMarkup(renderHierarchy(twelve(), 'linked')), 'band');
    assert.deepEqual(
      bands.map(band => band.attributes.get('class')),
      ['band lagging', 'band core', 'band leading', 'band guardrails'],
    );
    assert.deepEqual(
      bands.map(band => withClass(band, 'metric').length),
      [2, 3, 4, 3],
    );
    const tops = bands.map(band => Number(only(withClass(band, 'ground-band')).attributes.get('y')));
    assert.deepEqual(
      tops,
      [...tops].sort((a, b) => a - b),
    );
  });

  it('makes every metric a focusable group that knows its place in the file', () => {
    const graph = twelve();
    const picture = parseMarkup(renderHierarchy(graph, 'linked'));
    for (const { key, span } of graph.metrics) {
      const { attributes } = cardOf(picture, key);
      assert.equal(attributes.get('tabindex'), '0');
      assert.equal(attributes.get('data-start'), String(span.start));
      assert.equal(attributes.get('data-end'), String(span.end));
    }
  });

  it('says all of a metric in words', () => {
    const label =
      cardOf(parseMarkup(renderHierarchy(twelve(), 'linked')), 'activation').attributes.get('aria-label') ?? '';
    for (const fact of ['Activation rate', 'primary', '38%', '46%', '45%', 'hit', 'weekly', 'Maria', 'Amplitude']) {
      assert.ok(label.includes(fact), fact);
    }
    assert.match(label, /Drives .*Recurring revenue/);
    assert.match(label, /Driven by Onboarding completion/);
  });

  it('gives each verdict a sign of its own outline', () => {
    const shapes = new Set<string>();
    for (const verdict of ['hit', 'close', 'missed', 'within', 'alert', 'breached', 'unknown'] as const) {
      const graph = { title: 'x', metrics: [metric('core', 'a', 'A', { verdict })], drives: [] };
      const card = cardOf(parseMarkup(renderHierarchy(graph, 'linked')), 'a');
      assert.ok(card.attributes.get('class')?.split(' ').includes(verdict));
      const sign = only(withClass(card, 'verdict'));
      shapes.add([...allElements(sign)].map(part => [...part.attributes].join(' ')).join('|'));
    }
    assert.equal(shapes.size, 7);
  });

  it('fills the bar as far as the metric has come', () => {
    const knob = (progress: number | undefined): number | undefined => {
      const facts = { baseline: '0', target: '9', ...(progress === undefined ? {} : { progress }) };
      const picture = parseMarkup(
        renderHierarchy({ title: 'x', metrics: [metric('core', 'a', 'A', facts)], drives: [] }, 'linked'),
      );
      const at = withClass(picture, 'knob')[0]?.attributes.get('cx');
      return at === undefined ? undefined : Number(at);
    };
    const [none, start, half, end] = [knob(undefined), knob(0), knob(0.5), knob(1)];
    assert.equal(none, undefined);
    assert.ok(start !== undefined && half !== undefined && end !== undefined);
    assert.equal(half - start, end - half);
    assert.ok(end > start);
    assert.equal(knob(-3), start);
    assert.equal(knob(Infinity), end);
    assert.equal(knob(NaN), undefined);
  });

  it('shows on which side of its limit a guardrail stands', () => {
    const places = (['within', 'alert', 'breached'] as const).map(verdict => {
      const graph = {
        title: 'x',
        metrics: [metric('guardrails', 'a', 'A', { verdict, threshold: '< 2%' })],
        drives: [],
      };
      const card = cardOf(parseMarkup(renderHierarchy(graph, 'linked')), 'a');
      assert.ok(textOf(card).includes('< 2%'));
      const post = Number(/^M(\d+)/.exec(only(withClass(card, 'tick')).attributes.get('d') ?? '')?.[1]);
      return Number(only(withClass(card, 'knob')).attributes.get('cx')) - post;
    });
    assert.ok(places[0] !== undefined && places[0] < 0 && places[1] !== undefined && places[1] < 0);
    assert.ok(places[0] < places[1] && places[2] !== undefined && places[2] > 0);
  });

  it('marks what is wrong: arrows against the hierarchy apart, loose metrics, problems in words', () => {
    const picture = parseMarkup(renderHierarchy(faulty(), 'linked'));
    const broken = only(withClass(picture, 'broken'));
    assert.deepEqual(pairs(withClass(broken, 'upsideDown')), ['activation>engagement', 'revenue>setup']);
    assert.deepEqual(pairs(withClass(broken, 'cycle')), ['activation>setup', 'engagement>engagement']);
    assert.equal(withClass(only(withClass(picture, 'sound')), 'drive').length, 4);
    assert.deepEqual(
      withClass(picture, 'loose').map(card => card.attributes.get('data-key')),
      ['likes', 'visits'],
    );
    assert.equal(withClass(picture, 'faulty').length, 7);
    assert.equal(withClass(picture, 'problem').length, 8);
    assert.equal(withClass(broken, 'wrong').length, 4);
    assert.equal(withClass(cardOf(picture, 'retention'), 'problem').length, 0);
  });

  it('invites to fill an empty tier and draws guardrails without arrows, under one mark', () => {
    const picture = parseMarkup(renderHierarchy(EMPTY, 'linked'));
    assert.equal(withClass(picture, 'band').length, 4);
    assert.equal(withClass(picture, 'invite').length, 4);
    assert.equal(withClass(picture, 'drive').length, 0);
    const full = parseMarkup(renderHierarchy(activationBet(), 'linked'));
    assert.equal(withClass(full, 'invite').length, 0);
    assert.equal(only(withClass(full, 'guards')).attributes.get('class'), 'guards');
    assert.equal(withClass(full, 'drive').length, 3);
  });

  it('draws what a guardrail guards as another line than what drives', () => {
    const graph = twelve();
    const drives = [...graph.drives, { from: 'errors', to: 'activation' }];
    const picture = parseMarkup(renderHierarchy({ ...graph, drives }, 'linked'));
    assert.deepEqual(pairs(withClass(picture, 'guard')), ['errors>activation']);
    assert.match(cardOf(picture, 'errors').attributes.get('aria-label') ?? '', /Guards Activation rate/);
  });

  it('keeps all of a long limit, source and name within reach', () => {
    const threshold = 'P95 < 300ms for nine of ten requests that come from a till in the shop itself';
    const source = 'warehouse.analytics.fct_daily_activity_by_region_and_currency';
    const name = 'Customers who finish their very first order within one single day of their first visit to the shop';
    const graph = { title: 'x', metrics: [metric('guardrails', 'a', name, { threshold, source })], drives: [] };
    const card = cardOf(parseMarkup(renderHierarchy(graph, 'linked')), 'a');
    const tip = textOf(only([...allElements(card)].filter(element => element.name === 'title')));
    for (const text of [threshold, source, name]) {
      assert.ok(tip.includes(text), tip);
      assert.ok(card.attributes.get('aria-label')?.includes(text));
    }
    assert.equal(withClass(card, 'name').length, 3);
    assert.equal(withClass(card, 'end').length, 2);
  });

  it('draws every drive once, and none whose end is unknown', () => {
    const graph = twelve();
    const drives = [
      ...graph.drives,
      ...graph.drives,
      { from: 'nobody', to: 'revenue' },
      { from: 'revenue', to: 'constructor' },
    ];
    const picture = parseMarkup(renderHierarchy({ ...graph, drives }, 'linked'));
    assert.deepEqual(pairs(withClass(picture, 'drive')), graph.drives.map(({ from, to }) => `${from}>${to}`).sort());
  });

  it('draws the first of two metrics with one key', () => {
    const metrics = [metric('core', 'a', 'First'), metric('leading', 'a', 'Second')];
    const card = cardOf(parseMarkup(renderHierarchy({ title: 'x', metrics, drives: [] }, 'linked')), 'a');
    assert.ok(textOf(card).includes('First'));
  });

  it('gives the same text for the same graph, and leaves the graph alone', () => {
    for (const make of [activationBet, twelve, faulty, () => large(60), () => large(300)]) {
      const graph = make();
      const before = JSON.stringify(graph);
      assert.equal(renderHierarchy(graph, 'embedded'), renderHierarchy(make(), 'embedded'));
      assert.equal(JSON.stringify(graph), before);
    }
  });

  it('draws none, one, 12, 60 and 300 metrics, each in a picture that holds it', () => {
    for (const graph of [EMPTY, { ...EMPTY, metrics: [metric('core', 'a', 'A')] }, twelve(), large(60), large(300)]) {
      const svg = only(
        [...allElements(parseMarkup(renderHierarchy(graph, 'linked')))].filter(({ name }) => name === 'svg'),
      );
      const [width, height] = [Number(svg.attributes.get('width')), Number(svg.attributes.get('height'))];
      assert.equal(withClass(svg, 'metric').length, graph.metrics.length);
      assert.equal(svg.attributes.get('viewBox'), `0 0 ${String(width)} ${String(height)}`);
      for (const card of withClass(svg, 'metric')) {
        const [, x, y] = /^translate\((\d+) (\d+)\)$/.exec(card.attributes.get('transform') ?? '') ?? [];
        assert.ok(Number(x) > 0 && Number(x) < width && Number(y) > 0 && Number(y) < height);
      }
      if (graph.metrics.length >= 12) assert.ok(width / height > 1 && width / height < 2, String(width / height));
    }
  });

  it('carries its stylesheet only when embedded, and never a style attribute, an id or an address', () => {
    const linked = renderHierarchy(faulty(), 'linked');
    const embedded = renderHierarchy(faulty(), 'embedded');
    assert.ok(embedded.includes(`<style>${hierarchyCss}</style>`));
    assert.equal(embedded.replace(`<style>${hierarchyCss}</style>`, ''), linked);
    for (const element of allElements(parseMarkup(linked))) {
      assert.notEqual(element.name, 'style');
      for (const name of element.attributes.keys()) assert.ok(ATTRIBUTES.has(name), name);
    }
    assert.doesNotMatch(hierarchyCss, /url\(|@import|expression|<|https?:/);
  });

  it('takes every colour from the theme, with a fallback', () => {
    for (const [, value = ''] of hierarchyCss.matchAll(/(?:fill|stroke|color|outline|--bw-[\w-]+):([^;}]+)/g)) {
      assert.match(value, /^(?:var\(--bw-[\w-]+\)|var\(--vscode-[\w-]+,(?:#[\da-f]{3,6}|transparent)\)|none|stroke)$/);
    }
  });

  it('is the stylesheet that the webview links', () => {
    assert.equal(readFileSync(STYLESHEET, 'utf8'), hierarchyCss);
  });
});

const ELEMENTS = new Set(['svg', 'title', 'desc', 'g', 'rect', 'text', 'path', 'circle']);
const ATTRIBUTES = new Set(
  'xmlns class width height viewBox role aria-label aria-hidden tabindex transform x y rx r cx cy d data-key data-start data-end data-from data-to'.split(
    ' ',
  ),
);
const TABLE_ELEMENTS = new Set(['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td']);
const HIDDEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffe\uffff]/u;

describe('hierarchy picture of hostile text', () => {
  for (const [index, payload] of PAYLOADS.entries()) {
    it(`shows payload ${String(index)} as text: ${JSON.stringify(payload.slice(0, 30))}`, () => {
      const facts = {
        baseline: payload,
        current: payload,
        target: payload,
        threshold: payload,
        cadence: payload,
        owner: payload,
        source: payload,
        id: payload,
      };
      const graph: HierarchyGraph = {
        title: payload,
        subtitle: payload,
        metrics: [
          metric('core', payload, payload, facts),
          metric('leading', 'b', payload, facts),
          metric('guardrails', 'c', payload, facts),
        ],
        drives: [
          { from: 'b', to: payload },
          { from: payload, to: 'c', problem: 'upsideDown' },
        ],
      };
      const svg = renderHierarchy(graph, 'linked');
      const picture = parseMarkup(svg);
      for (const { name, attributes } of allElements(picture)) {
        assert.ok(ELEMENTS.has(name), name);
        for (const attribute of attributes.keys()) assert.ok(ATTRIBUTES.has(attribute), attribute);
      }
      assert.equal(withClass(picture, 'metric').length, 3);
      assert.equal(withClass(picture, 'drive').length, 2);
      assert.ok(svg.length < 40_000);
      const table = hierarchyTable(graph);
      for (const { name } of allElements(parseMarkup(table))) assert.ok(TABLE_ELEMENTS.has(name), name);
      for (const markup of [svg, table]) {
        assert.doesNotMatch(markup, HIDDEN);
        assert.doesNotMatch(markup, /\p{Surrogate}/u);
      }
    });
  }
});

describe('hierarchy table', () => {
  it('has a row a metric, from the result down, with its facts', () => {
    const rows = [...allElements(parseMarkup(hierarchyTable(twelve())))].filter(({ name }) => name === 'tr');
    assert.equal(rows.length, 13);
    const cells = rows.map(row => row.children.map(cell => (typeof cell === 'string' ? cell : textOf(cell))));
    const activation = cells.find(row => row[1]?.startsWith('Activation rate')) ?? [];
    assert.deepEqual(activation.slice(0, 7), ['Core', 'Activation rate (primary)', '38%', '46%', '45%', '', 'hit']);
    assert.equal(activation[7], 'Recurring revenue, Team retention after 90 days');
    assert.deepEqual(
      cells.slice(1).map(([tier]) => tier),
      [
        'Lagging',
        'Lagging',
        'Core',
        'Core',
        'Core',
        ...Array<string>(4).fill('Leading'),
        ...Array<string>(3).fill('Guardrails'),
      ],
    );
  });
});
