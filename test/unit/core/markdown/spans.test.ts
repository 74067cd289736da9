import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelValue } from '../../../../src/core/model/located.ts';
import type { Span } from '../../../../src/core/text/span.ts';
import { artifactsIn } from './support.ts';

const folder = join(import.meta.dirname, '../../../fixtures/markdown');

/** Without emphasis, pipes, blanks and what stands between the pieces of a value. */
function bare(text: string): string {
  return text.replace(/<br>/g, '').replace(/[^\p{L}\p{N}$€%<>=≤≥→+]/gu, '');
}

function textIn(value: ModelValue): string | undefined {
  switch (value.type) {
    case 'text':
    case 'number':
    case 'date':
    case 'quantity':
    case 'threshold':
    case 'duration':
    case 'audience':
      return value.text;
    case 'reference':
      return value.id;
    default:
      return undefined;
  }
}

/** Every value of a model, the values inside it included. */
function valuesIn(value: unknown): readonly ModelValue[] {
  if (Array.isArray(value)) return value.flatMap(valuesIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && 'span' in value ? [value as ModelValue] : [];
  return [
    ...own,
    ...Object.entries(value).flatMap(([name, inner]) => (name === 'span' || name === 'key' ? [] : valuesIn(inner))),
  ];
}

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.md'));

/** References to metrics are called by the metric's name, and by a beginning of it where they are written. */
function isWrittenAs(written: string, value: ModelValue): boolean {
  const text = textIn(value);
  if (text === undefined) return true;
  // A line of a quote begins with its mark.
  const cut = bare(written.replace(/\r?\n[ \t>]*/g, ' '));
  return value.type === 'reference' ? bare(text).toLowerCase().startsWith(cut.toLowerCase()) : cut === bare(text);
}

describe('every value of a Markdown model', () => {
  for (const file of files) {
    for (const [how, change] of [
      ['LF', (text: string) => text],
      ['CRLF', (text: string) => text.replace(/\n/g, '\r\n')],
      ['a byte order mark', (text: string) => `\ufeff${text}`],
    ] as const) {
      it(`is what its span cuts out of ${file} with ${how}`, () => {
        const text = change(readFileSync(join(folder, file), 'utf8'));
        const artifacts = artifactsIn(file, text);
        assert.ok(artifacts.length > 0);
        for (const value of artifacts.flatMap(({ model }) => valuesIn(model))) {
          const { span, key } = value as { readonly span: Span; readonly key?: Span };
          for (const place of [span, ...(key ? [key] : [])])
            assert.ok(place.start <= place.end && place.end <= text.length && place.end > 0, JSON.stringify(value));
          const written = text.slice(span.start, span.end);
          assert.ok(isWrittenAs(written, value), `${JSON.stringify(written)} is read as ${JSON.stringify(value)}`);
        }
      });
    }
  }
});
