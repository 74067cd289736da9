import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../../../src/core/rules/index.ts';
import { takeMarks } from '../../../support/marks.ts';
import { day, judged, testDay } from '../../../support/workspace.ts';

describe('rules', () => {
  for (const rule of rules) {
    describe(rule.id, () => {
      rule.examples.forEach((example, index) => {
        it(`${example.good ? 'is silent on' : 'speaks at the marked places of'} example ${index + 1}`, () => {
          const marked = Object.entries(example.files).map(([file, text]) => ({ file, ...takeMarks(text) }));
          const files = Object.fromEntries(marked.map(({ file, text }) => [file, text]));
          const judge = judged(files, { today: example.today === undefined ? testDay : day(example.today) });
          for (const { file, text, spans } of marked) {
            const found = judge.findings(file).filter(finding => finding.rule === rule.id);
            const places = found.map(({ span }) => `${span.start}-${span.end} "${text.slice(span.start, span.end)}"`);
            const wanted = spans.map(span => `${span.start}-${span.end} "${text.slice(span.start, span.end)}"`);
            assert.deepEqual(places, wanted, `${rule.id} in ${file}`);
          }
          assert.equal(
            marked.some(({ spans }) => spans.length > 0),
            !example.good,
            'bad examples have marks, good ones have none',
          );
        });
      });

      it('has a good and a bad example in both notations, a reason and a summary', () => {
        for (const notation of ['.yaml', '.md'])
          for (const good of [true, false])
            assert.ok(
              rule.examples.some(
                example => example.good === good && Object.keys(example.files).every(file => file.endsWith(notation)),
              ),
              `a ${good ? 'good' : 'bad'} example in ${notation}`,
            );
        assert.ok(rule.why.length > 40 && rule.summary.endsWith('.'));
      });
    });
  }

  it('have ids that are unique, stable words', () => {
    assert.equal(new Set(rules.map(rule => rule.id)).size, rules.length);
    for (const { id } of rules) assert.match(id, /^[a-z]+\/[a-z]+(-[a-z0-9]+)*$/);
  });

  it('stand in the table, every file of them, under the name of their id', () => {
    const folder = join(import.meta.dirname, '../../../../src/core/rules');
    const helpers = new Set(['document/reading']);
    const files = readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .flatMap(entry => readdirSync(join(folder, entry.name)).map(file => `${entry.name}/${file.replace(/\.ts$/, '')}`))
      .filter(file => !helpers.has(file));
    assert.deepEqual(files.sort(), rules.map(rule => rule.id).sort());
  });
});
