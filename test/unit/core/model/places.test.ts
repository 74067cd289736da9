import assert from 'node:assert/strict';
import { parseFile } from '../../../../src/core/parse/file.ts';
import { parseYaml } from '../../../../src/core/parse/yaml.ts';
import type { Span } from '../../../../src/core/text/span.ts';
import { exampleFiles } from '../../../support/examples.ts';
import { judged } from '../../../support/workspace.ts';

interface Found {
  readonly field: string;
  readonly key: Span | undefined;
  readonly span: Span;
  /** What the value says it is; absent for lists and sets of fields. */
  readonly text: string | undefined;
  /** The list or set of fields around it. */
  readonly around: Span;
}

/** Every value of a model, with the name of its field. */
function* valuesIn(value: unknown, field: string, around: Span): Generator<Found> {
  if (typeof value !== 'object' || value === null) return;
  const { type, span, key, items, entries, text, id } = value as {
    readonly type?: string;
    readonly span?: Span;
    readonly key?: Span;
    readonly items?: readonly unknown[];
    readonly entries?: readonly { readonly name: string; readonly value: unknown }[];
    readonly text?: string;
    readonly id?: string;
  };
  if (type === undefined || span === undefined) return;
  const isLeaf = type !== 'object' && type !== 'list' && type !== 'map';
  yield { field, key, span, text: !isLeaf ? undefined : type === 'reference' ? id : text, around };
  for (const item of items ?? []) yield* valuesIn(item, '', span);
  for (const entry of entries ?? []) yield* valuesIn(entry.value, entry.name, span);
  if (type === 'object')
    for (const [name, inner] of Object.entries(value))
      if (name !== 'span' && name !== 'key') yield* valuesIn(inner, name, span);
}

/** The text that YAML reads from what was cut out. */
function readBack(written: string): string | undefined {
  const root = parseYaml(`v: ${written}\n`, 0)[0]?.root;
  const value = root?.type === 'map' ? root.entries[0]?.value : undefined;
  return value?.type === 'scalar' ? value.text.trim() : undefined;
}

describe('model: places', () => {
  for (const { file, text } of exampleFiles()) {
    const parsed = parseFile(file, text);
    if (parsed === undefined) continue;
    const yamlEnd = parsed.body?.start ?? text.length;
    // An artifact that stands in the body has at most a few fields in the front matter, or defaults for all of a backlog.
    const isYaml = /^kind:/m.test(text.slice(0, yamlEnd));
    it(`cut exactly what was written out of ${file}`, () => {
      const artifacts = judged({ [file]: text }).workspace.get(file)?.model.artifacts ?? [];
      let count = 0;
      for (const artifact of artifacts)
        for (const { field, key, span, text: said, around } of valuesIn(artifact.model, '', artifact.span)) {
          // What stands in the body of a Markdown file is held to Markdown elsewhere.
          if (!isYaml || span.end > yamlEnd) continue;
          count++;
          const written = text.slice(span.start, span.end);
          assert.ok(around.start <= span.start && span.end <= around.end, `${field} lies outside of what holds it`);
          assert.equal(written, written.trim(), `${field} has blanks around it`);
          assert.ok(written.length > 0, `${field} is nowhere`);
          if (said !== undefined) assert.equal(readBack(written), said.trim(), field);
          if (key !== undefined && field !== '') {
            assert.equal(text.slice(key.start, key.end).replace(/^["']|["']$/g, ''), field);
            assert.match(text.slice(key.end, span.start), /^\s*:\s/);
          }
        }
      assert.ok(artifacts.length === 0 || !isYaml || count > 5);
    });

    it(`underline something wherever a rule speaks of ${file}`, () => {
      for (const { rule, span } of judged({ [file]: text }).findings(file)) {
        assert.ok(span.end > span.start && span.end <= text.length, rule);
        assert.ok(!/^\s|\s$/.test(text.slice(span.start, span.end)), rule);
      }
    });
  }
});
