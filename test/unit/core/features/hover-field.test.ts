import assert from 'node:assert/strict';
import { describeField, fieldAt } from '../../../../src/core/features/hover/field.ts';
import { parseFile } from '../../../../src/core/parse/file.ts';
import { fieldInfos } from '../../../../src/core/schema/fields.gen.ts';
import { documentShapes } from '../../../../src/core/schema/shapes.gen.ts';
import type { Shape } from '../../../../src/core/schema/shape.ts';
import { judged } from '../../../support/workspace.ts';

/** What is hovered over at the mark `|`: the field, and the text that it is said of. */
function at(marked: string, file = 'a.bet.yaml'): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const parsed = parseFile(file, text);
  const model = judged({ [file]: text }).workspace.get(file)?.model;
  const place = parsed && model && fieldAt(parsed, model, offset);
  return place && `${place.object}.${place.field} ${text.slice(place.span.start, place.span.end)}`;
}

describe('fields under a caret', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['id: BET-1\nsta|tus: building\n', 'Bet.status status'],
    ['id: BET-1\nstatus: buil|ding\n', 'Bet.status building'],
    ['id: BET-1\nstatus: building|\n', 'Bet.status building'],
    ['id: BET-1\nown|er:\n', 'Bet.owner owner'],
    ['id: BET-1\nowner: Mar|ia\n', 'Bet.owner Maria'],
    ['id: BET-1\nowner: { na|me: Maria }\n', 'Owner.name name'],
    ['metrics:\n  guardrails:\n    - name: Errors\n      thres|hold: < 2%\n', 'Metric.threshold threshold'],
    ['metrics:\n  guard|rails:\n    - name: Errors\n', 'Metrics.guardrails guardrails'],
    ['metrics:\n  guardrails:\n    - Err|ors\n', 'Metrics.guardrails Errors'],
    ['metrics:\n  core: [{ name: A, drives: [rev|enue] }]\n', 'Metric.drives revenue'],
    ['metrics: MX|-1\n', 'Bet.metrics MX-1'],
    ['links:\n  board: htt|p://x\n', 'Bet.links http://x'],
    ['links:\n  bo|ard: http://x\n', 'Bet.links board'],
    ['metrics:\n  core:\n    - name: A\n      history: [{ da|te: 2026-01-01, value: 3 }]\n', 'Reading.date date'],
    ['metrics:\n  core:\n    - name: A\n      history: da|ta.csv\n', 'Metric.history data.csv'],
    [
      'rollout:\n  stages:\n    - stage: alpha\n      exit:\n        - { do|ne: true, text: x }\n',
      'ChecklistItem.done done',
    ],
    ['own: 1\nun|known: 2\n', undefined],
    ['id: x\nx-o|wn: 2\n', undefined],
    ['id: x\nunknown: { sta|tus: building }\n', undefined],
    ['id: x\nconstr|uctor: y\n', undefined],
    ['id: x\nmetrics:\n|  core: []\n', undefined],
    ['# com|ment\nid: x\n', undefined],
    ['|', undefined],
  ];
  for (const [marked, expected] of cases)
    it(JSON.stringify(marked), () => {
      assert.equal(at(marked), expected);
    });

  it('are found in front matter, in the second document, and while the text is broken', () => {
    assert.equal(at('---\nid: BET-1\nsta|tus: building\n---\n# status: x\n', 'a.bet.md'), 'Bet.status status');
    assert.equal(at('---\nid: BET-1\n---\n# sta|tus: x\n', 'a.bet.md'), undefined);
    assert.equal(at('id: A\n---\nkind: retro\nhe|ld: 2026-01-01\n'), 'Retro.held held');
    assert.equal(at('id: BET-1\nsta|tus: building\ntitle: "open\n'), 'Bet.status status');
  });
});

describe('what is said of a field', () => {
  it('is there for every field of every kind', () => {
    const seen = new Set<Shape>();
    const visit = (shape: Shape): void => {
      if (seen.has(shape)) return;
      seen.add(shape);
      if (shape.type === 'list') visit(shape.item);
      if (shape.type === 'map') visit(shape.value);
      if (shape.type === 'either') visit(shape.list);
      if (shape.type !== 'object') return;
      for (const [field, inner] of Object.entries(shape.fields)) {
        const text = describeField(fieldInfos, { object: shape.name, field, span: { start: 0, end: 0 } });
        assert.ok(text, `${shape.name}.${field}`);
        assert.ok(!/undefined|\[object|command:/.test(text), text);
        // The example that is shown can be typed as it is.
        const example = /```yaml\n([^]*?)\n```/.exec(text)?.[1] ?? '';
        assert.deepEqual(parseFile('x.bet.yaml', example)?.documents[0]?.problems, [], example);
        visit(inner);
      }
    };
    Object.values(documentShapes).forEach(visit);
    assert.ok(seen.size > 50);
  });

  it('names the words that are allowed', () => {
    const text = describeField(fieldInfos, { object: 'Bet', field: 'category', span: { start: 0, end: 0 } }) ?? '';
    for (const word of ['valueCreation', 'growth', 'platform', 'trust', 'moat'])
      assert.ok(text.includes(`\`${word}\``));
  });

  it('says what holds when it is absent, where that is not simply nothing', () => {
    const textOf = (object: string, field: string): string =>
      describeField(fieldInfos, { object, field, span: { start: 0, end: 0 } }) ?? '';
    assert.match(textOf('Bet', 'id'), /When absent: the file's name without its suffix\./);
    for (const [object, field] of [
      ['Bet', 'owner'],
      ['Bet', 'category'],
      ['Bet', 'tags'],
      ['Bet', 'links'],
    ] as const)
      assert.ok(textOf(object, field) !== '' && !textOf(object, field).includes('When absent'), field);
  });

  it('is nothing for what no schema knows', () => {
    for (const [object, field] of [
      ['Bet', 'constructor'],
      ['constructor', 'name'],
      ['Nothing', 'x'],
    ] as const)
      assert.equal(describeField(fieldInfos, { object, field, span: { start: 0, end: 0 } }), undefined);
  });
});
