import assert from 'node:assert/strict';
import { mend } from '../../src/core/features/mending/mend.ts';
import { offersOf } from '../../src/core/features/mending/offers.ts';
import { symbolsOf, type OutlineSymbol } from '../../src/core/features/symbols.ts';
import { parseFile } from '../../src/core/parse/file.ts';
import { positionAt, lineStartsOf } from '../../src/core/text/lines.ts';
import type { Span } from '../../src/core/text/span.ts';
import type { Finding } from '../../src/core/rules/finding.ts';
import { judged } from './workspace.ts';

/**
 * Parses, builds, judges and outlines a file that stands alone. Whatever its text is, nothing throws; every place that comes out of it lies
 * inside the text, and no finding stands nowhere. Returns the findings.
 */
export function assertSound(file: string, text: string): readonly Finding[] {
  try {
    return findingsInPlace(file, text);
  } catch (error) {
    const length = text.length > 3000 ? ` (the first 3000 of ${text.length} characters)` : '';
    throw new Error(`${file}${length}: ${JSON.stringify(text.slice(0, 3000))}`, { cause: error });
  }
}

function findingsInPlace(file: string, text: string): readonly Finding[] {
  const judge = judged({ [file]: text });
  const findings = judge.findings(file);
  const parsed = parseFile(file, text);
  const lines = lineStartsOf(text);
  const context = { workspace: judge.workspace, settings: judge.settings, parsed: () => parsed };
  for (const finding of findings) {
    const { rule, span, related = [] } = finding;
    for (const place of [span, ...related.filter(other => other.file === file).map(other => other.span)]) {
      assertInside(text, place, rule);
      assert.ok(place.end > 0 || text.length === 0, `${rule} stands nowhere`);
      const { line, character } = positionAt(lines, place.start);
      assert.ok(line >= 0 && line < lines.length && character >= 0, `${rule} has no line`);
    }
    for (const fix of offersOf(judge.workspace, finding)) {
      const plan = mend(context, finding, fix);
      for (const { edits } of plan.type === 'plan' ? plan.edits : [])
        for (const edit of edits) assertInside(text, edit.span, `the fix of ${rule}`);
    }
  }
  const model = judge.workspace.get(file)?.model;
  if (model) {
    for (const { place, path } of spansIn(model)) assertInside(text, place, path);
    for (const symbol of symbolsOf(model)) assertSymbol(text, symbol);
  }
  return findings;
}

function assertInside(text: string, { start, end }: Span, what: string): void {
  assert.ok(
    start >= 0 && start <= end && end <= text.length,
    `${what} lies outside: ${start} to ${end} of ${text.length}`,
  );
}

function assertSymbol(text: string, symbol: OutlineSymbol): void {
  const { span, selection, children } = symbol;
  assertInside(text, span, `the symbol ${symbol.name}`);
  assert.ok(
    span.start <= selection.start && selection.end <= span.end,
    `what is marked of ${symbol.name} lies outside of it`,
  );
  for (const child of children) assertSymbol(text, child);
}

/** Every place that a model knows, wherever it keeps it. */
function spansIn(model: object): readonly { readonly place: Span; readonly path: string }[] {
  const found: { place: Span; path: string }[] = [];
  const seen = new Set<object>();
  const waiting: { value: object; path: string }[] = [{ value: model, path: 'model' }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    if (seen.has(value)) continue;
    seen.add(value);
    const { start, end } = value as Partial<Span>;
    if (typeof start === 'number' && typeof end === 'number') found.push({ place: { start, end }, path });
    const entries = value instanceof Map ? [...value] : Object.entries(value);
    for (const [key, inner] of entries as readonly (readonly [unknown, unknown])[])
      if (typeof inner === 'object' && inner !== null) waiting.push({ value: inner, path: `${path}.${String(key)}` });
  }
  return found;
}
