import assert from 'node:assert/strict';
import { takeMarks } from '../../../support/marks.ts';
import { judged, settle } from '../../../support/workspace.ts';

const german =
  '# Wette: Geteilte Entwürfe\n\n**Besitz:** Noor Haddad\n**Status:** Messphase\n\n## Erfolg\n\n### Core metrics\n\n| Metric | Ziel |\n| --- | --- |\n| Drafts | 45% |\n';
const words =
  'vocabulary:\n  titles: { bet: Wette }\n  headings:\n    bet:\n      metrics: [Erfolg]\n  labels:\n    common:\n      owner: [Besitz]\n  columns:\n    metric: { target: [Ziel, Zielwert] }\n  words:\n    status: { measuring: [Messphase] }\n';

function betIn(judge: ReturnType<typeof judged>, file: string) {
  const artifact = judge.workspace.get(file)?.model.artifacts[0];
  return artifact?.kind === 'bet' ? artifact.model : undefined;
}

describe('the words of a team', () => {
  it('are read in Markdown below its folder, and nowhere else', () => {
    const judge = judged({ 'a/betwright.config.yaml': words, 'a/x.bet.md': german, 'b/y.bet.md': german });
    assert.deepEqual(judge.findings('a/betwright.config.yaml'), []);
    const bet = betIn(judge, 'a/x.bet.md');
    assert.equal(bet?.title?.text, 'Geteilte Entwürfe');
    assert.equal(bet.owner?.name?.text, 'Noor Haddad');
    assert.equal(bet.status?.word, 'measuring');
    assert.ok(bet.metrics?.type === 'object');
    assert.equal(bet.metrics.core?.items[0]?.target?.text, '45%');
    const other = betIn(judge, 'b/y.bet.md');
    assert.deepEqual([other?.owner, other?.status], [undefined, undefined]);
    const unread = other?.metrics?.type === 'object' ? other.metrics.core?.items[0] : undefined;
    assert.equal(unread?.target, undefined);
  });

  it('are added folder by folder', () => {
    const judge = judged({
      'betwright.config.yaml': 'vocabulary: { labels: { common: { owner: [Besitz] } } }\n',
      'a/betwright.config.yaml': 'vocabulary: { words: { status: { measuring: [Messphase] } } }\n',
      'a/x.bet.md': german,
    });
    const bet = betIn(judge, 'a/x.bet.md');
    assert.deepEqual([bet?.owner?.name?.text, bet?.status?.word], ['Noor Haddad', 'measuring']);
  });

  it('have files read again when they change', () => {
    const texts = new Map([['a/x.bet.md', german]]);
    const judge = judged(Object.fromEntries(texts));
    judge.set('a/betwright.config.yaml', words);
    assert.equal(betIn(judge, 'a/x.bet.md')?.owner, undefined);
    settle(judge, texts);
    assert.equal(betIn(judge, 'a/x.bet.md')?.owner?.name?.text, 'Noor Haddad');
    judge.set('a/betwright.config.yaml', words.replace('Besitz', 'Inhaber'));
    assert.deepEqual(judge.takeRereads(), ['a/']);
    judge.set('a/betwright.config.yaml', undefined);
    settle(judge, texts);
    assert.equal(betIn(judge, 'a/x.bet.md')?.owner, undefined);
  });

  for (const [name, marked] of [
    ['a list', 'vocabulary: «[a]»\n'],
    ['an unknown area', 'vocabulary:\n  «headngs»: {}\n'],
    ['an unknown place', 'vocabulary:\n  headings:\n    «bets»: {}\n'],
    ['an unknown meaning', 'vocabulary:\n  headings:\n    bet: { «hypotheses»: [Wette] }\n'],
    ['no word', 'vocabulary:\n  titles: { bet: [«""», «{ a: b }», Wette] }\n'],
    ['a whole page', `vocabulary:\n  titles: { bet: «${'x'.repeat(200)}» }\n`],
    ['a word that means something else', 'vocabulary:\n  labels:\n    bet: { title: [«status», Überschrift] }\n'],
    ['a word with two meanings', 'vocabulary:\n  labels:\n    bet: { title: [Wort], block: [«wort:»] }\n'],
    ['dangerous names', 'vocabulary:\n  «__proto__»: {}\n  titles: { «constructor»: [x], «__proto__»: [y] }\n'],
    [
      'too many words',
      `vocabulary:\n  titles: { bet: [${Array.from({ length: 1_000 }, (_, i) => `w${i}, `).join('')}«last», x] }\n`,
    ],
  ] as const) {
    it(`are refused at their place: ${name}`, () => {
      const { text, spans } = takeMarks(marked);
      const judge = judged({ 'betwright.config.yaml': text, 'x.bet.md': german });
      const found = judge.findings('betwright.config.yaml');
      assert.deepEqual(
        found.map(({ rule, span }) => ({ rule, ...span })),
        spans.map(span => ({ rule: 'document/schema', ...span })),
      );
      assert.ok(judge.workspace.get('x.bet.md'));
    });
  }

  it('and its folders are refused at their place', () => {
    const { text, spans } = takeMarks('include: [docs, «../x», «/etc», «""», «docs/*», «{ a: b }»]\n');
    const found = judged({ 'betwright.config.yaml': text }).findings('betwright.config.yaml');
    assert.deepEqual(
      found.map(({ span }) => span),
      spans,
    );
  });
});
