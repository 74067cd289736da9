import { exampleFiles } from '../support/examples.ts';
import { fragments } from '../support/fragments.ts';
import { randomFrom, type Random } from '../support/random.ts';
import { assertSound } from '../support/soundness.ts';

function checked(file: string, text: string, how: string): void {
  try {
    assertSound(file, text);
  } catch (error) {
    throw new Error(how, { cause: error });
  }
}

const small: Readonly<Record<string, string>> = {
  'a.bet.yaml':
    '# c\nid: "B 1"\nhypothesis: { believe: x, outcome: y }\ntimebox: &t {start: 2026-01-05, duration: 8w}\n' +
    "owner: 'it''s me'\nmetrics:\n  <<: &m {core: [a, {name: b, drives: [a]}]}\n  guardrails:\n    - name: c\n" +
    '      threshold: "< 2%"\n      note: >-\n        d\n        e\n? x-f\n: *t\n---\nkind: rollout\nstages: [beta]\n...\n',
  'b.retro.yaml':
    '\ufeffid: R\r\nbet: B 1\r\nheld: 2026-02-30\r\ndecision: scale\r\nnextSteps:\r\n- text: g\r\n  done: yes\r\n- h\r\nmetrics:\r\n  - {metric: a, actual: 4.5/5, verdict: ✅}\r\n',
  'c.tracks.md':
    '---\nkind: tracks\nweeks: 0\nallocation: {PM: {discovery: 60%, delivery: x}}\n---\n\n# Tracks: 🚀\n\n- [x] a\n',
  'plan.yaml':
    'kind: launch\ntier: 5\ncomponents:\n  positioning: {status: Not started, due: "2026-1-1"}\nadoption: {trial: 10}\n',
};

describe('parse, build and judge', () => {
  for (const [file, text] of Object.entries(small)) {
    it(`stand every beginning and every end of ${file}`, () => {
      for (let at = 0; at <= text.length; at++) {
        checked(file, text.slice(0, at), `up to ${at}`);
        checked(file, text.slice(at), `from ${at}`);
      }
    }).timeout(20_000);
  }

  it('stand the examples, cut at every eighth line', () => {
    for (const { file, text } of exampleFiles()) {
      const ends = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
      for (const [index, end] of ends.entries()) if (index % 8 === 0) checked(file, text.slice(0, end), `up to ${end}`);
      checked(file, text, 'whole');
    }
  }).timeout(60_000);

  for (const seed of [1, 2, 3]) {
    it(`stand 200 accidents to the examples (seed ${seed})`, () => {
      const random = randomFrom(seed);
      const files = exampleFiles();
      for (let i = 0; i < 200; i++) {
        const { file, text } = random.pick(files);
        const lines = text.split('\n');
        const start = random.below(lines.length);
        const head = file.endsWith('.md') ? ['---'] : [];
        let part = [...head, ...lines.slice(start, start + 3 + random.below(15))].join('\n');
        for (let n = 1 + random.below(3); n > 0; n--) part = damaged(part, random);
        checked(file, part, `accident ${i} of seed ${seed}`);
      }
    }).timeout(60_000);
  }
});

function damaged(text: string, random: Random): string {
  const lines = text.split('\n');
  const line = random.below(lines.length);
  const at = random.below(text.length + 1);
  switch (random.below(8)) {
    case 0:
      return lines.filter((_, index) => index !== line).join('\n');
    case 1:
      return lines.flatMap((content, index) => (index === line ? [content, content] : [content])).join('\n');
    case 2: {
      const other = random.below(lines.length);
      return lines
        .map((content, index) => (index === line ? lines[other] : index === other ? lines[line] : content))
        .join('\n');
    }
    case 3:
      return text.slice(0, at) + text.slice(at + 1);
    case 4:
      return text.slice(0, at) + text.slice(at - 1);
    case 5:
      return text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2);
    default:
      return text.slice(0, at) + random.pick(fragments) + text.slice(at);
  }
}
