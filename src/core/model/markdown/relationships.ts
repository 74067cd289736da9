import type { CodeBlock } from '../../parse/markdown/blocks.ts';
import { spanOf } from '../../text/span.ts';
import { metricKey, tiers, type Tier } from '../tiers.ts';
import { innerList, scalar, scalarOf, valueAt, type DraftList } from './draft.ts';
import { findDraft, type Hierarchy, type Named, type Relationship } from './hierarchy.ts';
import { phraseOf } from './phrase.ts';
import { wordMeaning, type Reading } from './reading.ts';

const trend = /[\s↗↘↑↓⬆⬇]+$/;

/** Lines `Tier: name → Tier: name` in a fence; a further `→ name` goes on from the one before, in its tier (SPEC 8). */
export function readRelationships(reading: Reading, code: CodeBlock): readonly Relationship[] {
  return code.lines.flatMap(line => {
    if (line.text.length > 500 || !/→|->/.test(line.text)) return [];
    const found: Relationship[] = [];
    let before: Named | undefined;
    let at = 0;
    for (const part of line.text.split(/→|->/)) {
      const named = namedIn(reading, part, line.span.start + at, before?.tier);
      at += part.length + (line.text.startsWith('->', at + part.length) ? 2 : 1);
      if (named === undefined) return found;
      if (before) found.push({ from: before, to: named });
      before = named;
    }
    return found;
  });
}

function namedIn(reading: Reading, part: string, start: number, tier: Tier | undefined): Named | undefined {
  const colon = part.indexOf(':');
  const word = colon === -1 ? undefined : wordMeaning(reading, 'metrics', phraseOf(part.slice(0, colon)), 'headings');
  const own = (tiers as readonly (string | undefined)[]).includes(word)
    ? (word as Tier)
    : colon === -1
      ? tier
      : undefined;
  if (own === undefined) return undefined;
  const rest = part.slice(colon + 1);
  const from = start + colon + 1 + (rest.length - rest.trimStart().length);
  const text = rest.trimStart().replace(trend, '');
  return text === '' ? undefined : { tier: own, text, span: spanOf(from, from + text.length) };
}

/** Once all metrics are known: what `drives` names by a beginning is called by its name, and arrows become `drives`. */
export function resolveDrivesIn(hierarchy: Hierarchy): void {
  for (const { draft } of hierarchy.metrics) {
    const list = valueAt(draft, 'drives');
    if (list?.type !== 'draftList') continue;
    list.items.forEach((item, index) => {
      const node = scalarOf(item);
      if (node) list.items[index] = scalar(nameOf(hierarchy, node.text), node.span);
    });
  }
  for (const { from, to } of hierarchy.relationships) {
    const source = findDraft(hierarchy, from.text, from.tier);
    // A line whose metric is not here is the template's, or speaks of another hierarchy.
    if (source === undefined) continue;
    const list = innerList(source, 'drives', from.span);
    const name = nameOf(hierarchy, to.text, to.tier);
    if (!isIn(list, name)) list.items.push(scalar(name, to.span));
  }
}

function isIn(list: DraftList, name: string): boolean {
  return list.items.some(item => metricKey(scalarOf(item)?.text ?? '') === metricKey(name));
}

function nameOf(hierarchy: Hierarchy, text: string, tier?: Tier): string {
  const draft = (tier && findDraft(hierarchy, text, tier)) ?? findDraft(hierarchy, text);
  const found = draft && (scalarOf(valueAt(draft, 'id')) ?? scalarOf(valueAt(draft, 'name')));
  return found?.text ?? text;
}
