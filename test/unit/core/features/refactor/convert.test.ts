import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from '../../../../../src/core/features/refactor/convert.ts';
import { fillTemplate, templates } from '../../../../../src/core/templates/index.ts';
import { exampleFiles } from '../../../../support/examples.ts';
import { artifactsIn, jsonOf } from '../../markdown/support.ts';
import { after, contextOf, foreign, refusedFor, rulesIn, type Files } from './support.ts';
import { measuredMarkdown, measuredYaml, rolloutMarkdown, rolloutYaml } from './texts.ts';

const pairs = join(import.meta.dirname, '../../../../fixtures/markdown/pairs');

/** Every document that says something: fixtures, examples, what templates give, and the texts of these tests. */
const documents: Files = {
  ...Object.fromEntries(readdirSync(pairs).map(file => [file, readFileSync(join(pairs, file), 'utf8')])),
  ...Object.fromEntries(exampleFiles().map(({ file, text }) => [file.slice(file.lastIndexOf('/') + 1), text])),
  ...Object.fromEntries(
    templates
      .filter(({ scope }) => scope === 'artifact')
      .map(template => [
        `${template.prefix}.${template.kind}.${template.notation === 'yaml' ? 'yaml' : 'md'}`,
        fillTemplate(template, { today: '2026-11-22', timeboxEnd: '2027-01-03' }),
      ]),
  ),
  'measured.bet.yaml': measuredYaml,
  'measured.bet.md': measuredMarkdown,
  'staged.rollout.yaml': rolloutYaml,
  'staged.rollout.md': rolloutMarkdown,
};

const single = Object.entries(documents).filter(([file, text]) => artifactsIn(file, text).length === 1);

function converted(file: string, text: string): readonly [file: string, text: string] {
  const files = { [file]: text };
  const now = Object.entries(after(files, convert(contextOf(files), { file })));
  assert.equal(now.length, 1);
  return now[0] ?? ['', ''];
}

function modelOf(file: string, text: string): unknown {
  return artifactsIn(file, text).map(jsonOf);
}

describe('features/refactor: convert', function () {
  this.timeout(20_000);
  it('has documents of every kind in both notations to try', () => {
    const seen = new Set(
      single.flatMap(([file, text]) => artifactsIn(file, text).map(({ kind }) => `${kind} ${file.slice(-3)}`)),
    );
    assert.equal(seen.size, 12, [...seen].join());
  });

  for (const [file, text] of single) {
    it(`says the same in the other notation, and back: ${file}`, () => {
      const model = modelOf(file, text);
      const [other, there] = converted(file, text);
      assert.notEqual(other, file);
      assert.deepEqual(modelOf(other, there), model, there);
      // A body without tiers is excused for them, and YAML is not.
      if (other.endsWith('.md')) assert.deepEqual(rulesIn({ [other]: there }, other), rulesIn({ [file]: text }, file));
      const [back, again] = converted(other, there);
      assert.deepEqual(modelOf(back, again), model, again);
    });
  }

  it('keeps comments, the unknown and the order of what stays', () => {
    const text =
      '# top\nx-team: red # ours\nid: B-1 # mine\n# about the guess\nhypothesis: It helps # maybe\nlinks: { a: https://a.example }\nowner: Mo\n# end\n';
    const [, there] = converted('a.bet.yaml', text);
    assert.ok(
      there.startsWith('---\n# top\nx-team: red # ours\nid: B-1 # mine\nlinks: { a: https://a.example }\n---\n'),
      there,
    );
    for (const remark of ['about the guess', 'maybe', 'end']) assert.ok(there.includes(remark), remark);
    assert.ok(there.includes('## Hypothesis\n\n<!-- about the guess\nmaybe -->\n'), there);
    const [, back] = converted('a.bet.md', there);
    for (const remark of ['# top', '# ours', '# mine', '# about the guess', '# maybe', '# end'])
      assert.ok(back.includes(remark), remark);
  });

  it('keeps prose and unknown columns as comments, and says so before', () => {
    const text =
      '# BET-1: One\n\n**Owner:** Mo\n\nA story, told --> once.\n\n## Metrics\n\n| Metric | Target | Mood |\n|---|---|---|\n| A | 5 | fine |\n\n<!-- careful -->\n';
    const files = { 'a.bet.md': text };
    const answer = convert(contextOf(files), { file: 'a.bet.md' });
    assert.equal(answer.type === 'plan' && answer.warnings.length, 2);
    const there = after(files, answer)['a.bet.yaml'] ?? '';
    assert.deepEqual(there.slice(there.indexOf('\n\n') + 2).split('\n'), [
      '# A story, told --> once.',
      '# ## Metrics',
      '# | A | 5 | fine |',
      '# careful',
      '',
    ]);
    const [, back] = converted('a.bet.yaml', `${there}# x\n`);
    assert.ok(!back.includes('told -->'), back);
  });

  it('writes the id out that was the name of the file', () => {
    assert.ok(converted('BET-9.bet.yaml', 'title: Nine\n')[1].includes('\nid: BET-9\n'));
    assert.ok(converted('BET-9.bet.md', '# Bet: Nine\n\n**Owner:** Mo\n')[1].startsWith('id: BET-9\n'));
  });

  it('keeps CRLF and the byte order mark in both directions', () => {
    for (const [file, text] of [
      ['measured.bet.yaml', measuredYaml],
      ['measured.bet.md', measuredMarkdown],
      ['staged.rollout.md', rolloutMarkdown],
    ] as const)
      assert.equal(converted(file, foreign(text))[1], foreign(converted(file, text)[1]));
  });

  it('survives what Markdown and YAML would take for their own', () => {
    const awkward = [
      'a | b',
      '*x* _y_ `z`',
      '[x] done',
      '# no heading',
      '- no item',
      '1. one',
      '> 5%',
      'a: b # c',
      "it's",
      '<b>',
      '&amp;',
      'yes',
      '010',
      '~',
      '"',
      '\\n',
      '{a}',
      '  ',
      '---',
      '😀 ☕',
    ];
    for (const owner of awkward) {
      const text = `id: B\nowner: ${JSON.stringify(owner)}\nhypothesis: ${JSON.stringify(owner)}\nmetrics:\n  core:\n    - name: ${JSON.stringify(owner)}\n      target: 5\ncriteria:\n  kill: [${JSON.stringify(owner)}]\n`;
      const [other, there] = converted('a.bet.yaml', text);
      assert.deepEqual(modelOf(other, there), modelOf('a.bet.yaml', text), there);
      const [back, again] = converted(other, there);
      assert.deepEqual(modelOf(back, again), modelOf('a.bet.yaml', text), again);
    }
  });

  it('keeps anchors and merge keys what they mean', () => {
    const text =
      'id: B\nx-a: &a { owner: Mo, cadence: daily }\nmetrics:\n  core:\n    - { <<: *a, name: A }\n    - name: B\n      <<: *a\n';
    const [other, there] = converted('a.bet.yaml', text);
    assert.deepEqual(modelOf(other, there), modelOf('a.bet.yaml', text), there);
  });

  it('is refused for several artifacts, broken documents, and where the name is taken', () => {
    const cases: readonly Files[] = [
      { 'a.bet.yaml': 'id: A\n---\nid: B\n' },
      { 'a.bet.yaml': 'id: [\n' },
      { 'a.bet.yaml': 'id: A\n', 'a.bet.md': '# BET-2: Two\n' },
      { 'a.bet.md': '# Bet Backlog\n\n### BET-1: One\n\n**Owner:** Mo\n\n### BET-2: Two\n' },
    ];
    for (const files of cases) refusedFor(convert(contextOf(files), { file: Object.keys(files)[0] ?? '' }));
  });
});
