import assert from 'node:assert/strict';
import { completionsAt } from '../../../../../src/core/features/completion/completion.ts';
import { parseFile } from '../../../../../src/core/parse/file.ts';
import { fieldInfos } from '../../../../../src/core/schema/fields.gen.ts';
import { exampleFiles } from '../../../../support/examples.ts';
import { judged } from '../../../../support/workspace.ts';
import { take } from './support.ts';

describe('a field that is taken', function () {
  this.timeout(30_000);
  const files = exampleFiles();
  const judge = judged(Object.fromEntries(files.map(({ file, text }) => [file, text])));
  const chosen = files.filter(({ file }) => /BET-009|counter-tablet/.test(file));

  for (const { file, text } of chosen)
    it(`on a new line below any line of ${file} leaves a document that parses`, () => {
      let taken = 0;
      for (const [index, line] of [...text.matchAll(/^([ ]*)(?=\S)(?:- )?[^\n]*\n/gm)].entries()) {
        if (index % 3 !== 0) continue;
        const indent = (line[1] ?? '') + (line[0].trimStart().startsWith('- ') ? '  ' : '');
        const at = line.index + line[0].length;
        const opened = `${text.slice(0, at)}${indent}\n${text.slice(at)}`;
        const caret = at + indent.length;
        for (const item of completionsAt(judge, { file, text: opened, caret, infos: fieldInfos }).items) {
          if (item.kind !== 'field') continue;
          const changed = take(opened, item);
          const problems = parseFile(file, changed)?.documents.flatMap(each => each.problems) ?? [];
          assert.deepEqual(problems, [], `${item.label} below ${line[0]}`);
          taken++;
        }
      }
      assert.ok(taken > 50);
    });

  it('in any pair of braces leaves a document that parses', () => {
    const example = files.find(each => each.file.includes('BET-001'));
    assert.ok(example);
    const { file, text } = example;
    for (const brace of text.matchAll(/\{ | \}/g)) {
      const comma = brace[0] === '{ ' ? [brace[0], ','] : [', ', ' }'];
      const opened = text.slice(0, brace.index) + comma.join('') + text.slice(brace.index + 2);
      const caret = brace.index + 2;
      const { items } = completionsAt(judge, { file, text: opened, caret, infos: fieldInfos });
      for (const item of items) {
        const changed = take(opened, item);
        assert.deepEqual(
          parseFile(file, changed)?.documents.flatMap(each => each.problems),
          [],
          item.label,
        );
      }
    }
  });
});
