import assert from 'node:assert/strict';
import { artifactsIn, modelIn, readOne } from './support.ts';

/** The problems of the only artifact: what they are, and the text at their place. */
function problemsIn(file: string, text: string): readonly string[] {
  return artifactsIn(file, text).flatMap(({ problems }) =>
    problems.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`),
  );
}

describe('labels in Markdown', () => {
  const ways: Readonly<Record<string, string>> = {
    'an item': '- Owner: Maria Lind',
    'bold with the colon inside': '**Owner:** Maria Lind',
    'bold with the colon outside': '**Owner**: Maria Lind',
    'a plain line': 'Owner: Maria Lind',
    'a bold item': '- **Owner:** Maria Lind',
    'a bold item with the colon outside': '* **Owner**: Maria Lind',
    'a table of two columns': '| Field | Value |\n|---|---|\n| **Owner** | Maria Lind |',
    'a nested item': '- **Owner:**\n    - Maria Lind',
    'the next line': '**Owner:**\nMaria Lind',
    'one of several on a line': '**Created:** today | **Owner:** Maria Lind | **Status:** Proposed',
    'one of several behind dots': 'Status: Proposed · Owner: Maria Lind',
    'a line that ends in two blanks': '**ID:** BET-7  \n**Owner:** Maria Lind  \n**Block:** X',
    'a line that ends in a backslash': '**Owner:** Maria Lind\\\n**Block:** X',
    'capitals, an emoji and a question mark': '👤 **OWNER?:** Maria Lind',
    'a paragraph below': '**Owner**\n\nMaria Lind',
    'a quote below': '**Owner:**\n> Maria Lind',
  };
  for (const [way, text] of Object.entries(ways)) {
    it(`are read: ${way}`, () => {
      assert.equal(readOne('a.bet.md', `# Bet: Search\n\n${text}\n`)['owner'], 'Maria Lind');
    });
  }

  it('keep colons, times and addresses in their values', () => {
    const json = readOne('a.bet.md', '# Bet: Search\n\nBlock: at 12:30: lunch\nOpportunity: https://a.example/b:c\n');
    assert.deepEqual([json['block'], json['opportunity']], ['at 12:30: lunch', 'https://a.example/b:c']);
  });

  it('are not read in fences and comments', () => {
    const json = readOne('a.bet.md', '# Bet: Search\n\n```\nOwner: A\n```\n\n<!--\nOwner: B\n-->\n\n    Owner: C\n');
    assert.equal(json['owner'], undefined);
  });

  it('that nobody knows are kept and no finding', () => {
    const text = '# Bet: Search\n\n**Mood:** fine\n\n## Weather\n\n**Owner:** Maria Lind\n';
    const [artifact] = artifactsIn('a.bet.md', text);
    assert.deepEqual(
      artifact?.form?.unknown.map(({ text }) => text),
      ['mood', 'weather'],
    );
    assert.deepEqual(artifact.problems, []);
    assert.equal(readOne('a.bet.md', text)['owner'], 'Maria Lind');
  });
});

describe('titles and ids in Markdown', () => {
  const cases: readonly (readonly [file: string, text: string, id: string, title: string])[] = [
    ['a.bet.md', '# Strategic Bet Template\n\n## Bet: Search\n', 'a', 'Search'],
    ['a.bet.md', '# BET-012: Search\n', 'BET-012', 'Search'],
    ['a.bet.md', '# BET-012 — Search\n', 'BET-012', 'Search'],
    ['a.bet.md', '# Bet BET-012: Search\n', 'BET-012', 'Search'],
    ['a.bet.md', '# Search\n\n## Hypothesis\n', 'a', 'Search'],
    ['a.bet.md', '## Hypothesis\n\n> x\n\n## Search\n', 'a', 'Search'],
    ['a.bet.md', '# 🚀 Bet: **Search**\n\n**ID:** B-9\n', 'B-9', 'Search'],
    ['a.rollout.md', '# Q3\n\n## Rollout: Search\n\n**Rollout ID:** RO-1\n**Bet ID:** BET-2\n', 'RO-1', 'Search'],
    ['a.retro.md', '# Retro: Search: again\n', 'a', 'Search: again'],
    ['a.metrics.md', '# Metrics\n\n## Product/Bet: Search\n', 'a', 'Search'],
    ['a.launch.md', 'Search\n===\n', 'a', 'Search'],
  ];
  for (const [file, text, id, title] of cases) {
    it(`are ${id} and ${title} in ${JSON.stringify(text)}`, () => {
      const [artifact] = artifactsIn(file, text);
      assert.deepEqual([artifact?.id, artifact?.title], [id, title]);
    });
  }

  it('give Bet ID to the bet of a retro', () => {
    assert.equal(readOne('a.retro.md', '# Retro: Search\n\n**Bet ID:** BET-2\n')['bet'], 'BET-2');
  });
});

describe('choices in Markdown', () => {
  it('two of which are ticked are a conflict there', () => {
    const text = '# Retro: Search\n\n**Decision:** [x] SCALE  [ ] ITERATE  [x] KILL\n';
    assert.deepEqual(problemsIn('a.retro.md', text), ['conflict [x] SCALE  [ ] ITERATE  [x] KILL']);
    assert.equal(readOne('a.retro.md', text)['decision'], undefined);
  });

  it('none of which is ticked are absent, and no placeholder', () => {
    const text = '# Retro: Search\n\n**Facilitator:** Ines\n**Decision:** [ ] SCALE  [ ] ITERATE  [ ] KILL\n';
    assert.deepEqual(problemsIn('a.retro.md', text), []);
  });

  for (const tick of ['[x]', '[X]', '[✓]']) {
    it(`are ticked by ${tick}`, () => {
      const text = `# Retro: Search\n\n**Decision:** [ ] SCALE  ${tick} ITERATE\n\n## Next steps\n\n- ${tick} Tell them\n`;
      const json = readOne('a.retro.md', text);
      assert.deepEqual(json['decision'], { outcome: 'iterate' });
      assert.deepEqual(json['nextSteps'], [{ text: 'Tell them', done: true }]);
    });
  }
});

describe('front matter and body', () => {
  it('are one, and front matter wins', () => {
    const text =
      '---\nowner: Maria\nstatus: building\n---\n# Bet: Search\n\n**Owner:** Tom\n**Status:** Building\n**Block:** X\n';
    const json = readOne('a.bet.md', text);
    assert.deepEqual([json['owner'], json['block'], json['title']], ['Maria', 'X', 'Search']);
    assert.deepEqual(problemsIn('a.bet.md', text), ['conflict Tom']);
  });

  it('are not compared in the title', () => {
    const text = '---\ntitle: Search\n---\n# Bet: Find\n\n**Owner:** Tom\n';
    assert.deepEqual(problemsIn('a.bet.md', text), []);
    assert.equal(readOne('a.bet.md', text)['title'], 'Search');
  });

  it('are the same where a value is written in two ways', () => {
    const text =
      '---\ntimebox: { duration: 2w }\nmetrics:\n  core: [{ name: A, target: 45% }]\n---\n# Bet: Search\n\n**Timebox:** 2 weeks\n\n' +
      '## Core metrics\n\n| Metric | Goal | Baseline |\n|---|---|---|\n| A | 45 % | 3% |\n| B | 2 | 1 |\n';
    assert.deepEqual(problemsIn('a.bet.md', text), []);
    const { core } = readOne('a.bet.md', text)['metrics'] as { core: readonly { name: string; baseline?: unknown }[] };
    assert.deepEqual(
      core.map(({ name, baseline }) => [name, baseline !== undefined]),
      [
        ['A', true],
        ['B', true],
      ],
    );
  });
});

describe('placeholders in Markdown', () => {
  it('are reported only in a section in which something was filled in', () => {
    const text = '# Bet: Search\n\n**Owner:** Maria\n**Block:** [Block]\n\n## Timebox\n\n**Started:** [Date]\n';
    assert.deepEqual(problemsIn('a.bet.md', text), ['placeholder [Block]']);
  });

  it('and what says that there is no value are told apart', () => {
    const text = '# Bet: Search\n\n**Owner:** N/A\n**Block:** —\n**Priority:** P1\n**Shipped:** TBD\n';
    assert.deepEqual(problemsIn('a.bet.md', text), ['placeholder TBD']);
  });
});

describe('absent things in Markdown', () => {
  it('are missed at the heading', () => {
    const text = '# Bet: Search\n\n**Owner:** Maria\n';
    const [artifact] = artifactsIn('a.bet.md', text);
    assert.equal(text.slice(artifact?.anchor.start, artifact?.anchor.end), 'Bet: Search');
  });

  it('of a stage are missed at its heading', () => {
    const text = '# Rollout: Search\n\n## Stage 1: Alpha\n\n**Duration:** 1 week\n';
    const [artifact] = artifactsIn('a.rollout.md', text);
    const key = artifact?.kind === 'rollout' ? artifact.model.stages?.items[0]?.key : undefined;
    assert.equal(text.slice(key?.start, key?.end), 'Stage 1: Alpha');
  });
});

describe('a file in which some text is too much', () => {
  it('has its artifact, and a finding there', () => {
    const text = `# Bet: Search\n\n**Owner:** Maria\n\n${'*]'.repeat(5000)}\n`;
    const model = modelIn('a.bet.md', text);
    assert.equal(model?.artifacts.length, 1);
    assert.equal(model.broken.length, 1);
    assert.equal(model.broken[0]?.id, undefined);
  });
});
