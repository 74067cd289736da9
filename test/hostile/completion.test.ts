import assert from 'node:assert/strict';
import { completionsAt } from '../../src/core/features/completion/completion.ts';
import { fieldInfos } from '../../src/core/schema/fields.gen.ts';
import { lineAt, lineStartsOf } from '../../src/core/text/lines.ts';
import { exampleFiles } from '../support/examples.ts';
import { judged } from '../support/workspace.ts';

describe('completion at every place of the examples', function () {
  this.timeout(300_000);
  const files = exampleFiles();
  const judge = judged(Object.fromEntries(files.map(({ file, text }) => [file, text])));

  it('replaces only what stands on the line of the caret, and offers nothing in files of others', () => {
    let offered = 0;
    for (const { file, text } of files) {
      const lines = lineStartsOf(text);
      for (let caret = 0; caret <= text.length; caret++) {
        const { items } = completionsAt(judge, { file, text, caret, infos: fieldInfos });
        for (const { span, label } of items) {
          const where = `${label} at ${String(caret)} of ${file}`;
          assert.ok(span.start <= caret && caret <= span.end, where);
          assert.equal(lineAt(lines, span.start), lineAt(lines, span.end), where);
        }
        if (file.endsWith('web.yaml')) assert.deepEqual(items, []);
        if (items.length > 0) offered++;
      }
    }
    assert.ok(offered > 1000);
  });

  it('reads text that breaks off anywhere', () => {
    for (const { file, text } of files)
      for (let caret = 0; caret <= text.length; caret++) {
        const { items } = completionsAt(judge, { file, text: text.slice(0, caret), caret, infos: fieldInfos });
        for (const { span } of items) assert.equal(span.end, caret);
      }
  });
});
