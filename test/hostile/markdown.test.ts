import assert from 'node:assert/strict';
import type { Block, MarkdownBody } from '../../src/core/parse/markdown/blocks.ts';
import { parseMarkdown } from '../../src/core/parse/markdown/read-blocks.ts';
import { markdownTraps } from './generators.ts';

/*
 * Nothing here measures time: what grows faster than its input runs into the limit of the test.
 */
const times = (count: number, text: string): string => text.repeat(count);

function read(text: string): MarkdownBody {
  return parseMarkdown(text, { start: 0, end: text.length });
}

describe('parse/markdown: hostile text', function () {
  this.timeout(30_000);

  for (const [name, trap] of Object.entries(markdownTraps)) {
    it(`is left out and told at its place, and the rest is read: ${name}`, () => {
      const before = '# Rollout: Guided onboarding\n\n';
      const text = `${before}${trap}\n\n## Stage 1: Alpha\n`;
      const { blocks, problems } = read(text);
      assert.ok(problems.length > 0 && problems.length <= 20);
      for (const { span } of problems)
        assert.ok(span.start >= before.length && span.end <= before.length + trap.length);
      const headings = blocks.filter(block => block.type === 'heading');
      assert.deepEqual(
        headings.map(({ span }) => text.slice(span.start, span.end)),
        ['# Rollout: Guided onboarding', '## Stage 1: Alpha'],
      );
    });
  }

  const harmless: Readonly<Record<string, string>> = {
    'one line of 240 000 characters': times(60_000, 'abc '),
    'a word of 240 000 characters': times(240_000, 'a'),
    'addresses without end': `${times(100_000, 'a-')}@`,
    'a table of 1000 columns and short rows': `|${times(1000, 'a|')}\n|${times(1000, '-|')}\n${times(300, '|a\n')}`,
    '2000 headings of one text': times(2000, '## Planning\n'),
    'a table of 3000 rows with marks in every cell': `| a | b |\n|---|---|\n${times(3000, '| **x** | [ ] `y` |\n')}`,
    '2000 paragraphs with marks': times(2000, '**Owner:** *Maria* [x](y)\n\n'),
  };

  for (const [name, text] of Object.entries(harmless)) {
    it(`is read whole: ${name}`, () => {
      const { problems, blocks } = read(text);
      assert.deepEqual(problems, []);
      assert.ok(blocks.length > 0);
    });
  }

  it('is told once where it is too long, and read up to there', () => {
    const text = times(40_000, '# Heading\n');
    const { problems, blocks } = read(text);
    assert.deepEqual(
      problems.map(problem => problem.code),
      ['tooLarge'],
    );
    const last = blocks.at(-1);
    assert.ok(last && problems[0] && last.span.end <= problems[0].span.start);
  });

  it('leaves what stands in a fence alone', () => {
    const fence = '```\n' + times(3000, '*]') + '\n' + times(100, '> ') + 'x\n```\n';
    assert.deepEqual(read(fence).problems, []);
  });

  it('never throws, wherever a text is cut', () => {
    const text =
      '# A\n\n> **b:** c\n> - [x] d | e\n\n| a | b |\n|:-|-:|\n| `x` | \\| &lt; |\n\n```\n~~~\n<!-- x -->\n1. [ ] e\n   > f\n';
    for (let at = 0; at <= text.length; at++) {
      for (const part of [text.slice(0, at), text.slice(at)]) assertInside(read(part).blocks, part);
    }
  });
});

function assertInside(blocks: readonly Block[], text: string): void {
  for (const block of blocks) assert.ok(block.span.start >= 0 && block.span.end <= text.length);
}
