import assert from 'node:assert/strict';
import { filesOfRename, rename } from '../../../../../src/core/features/navigation/rename.ts';
import { renameAt } from '../../../../../src/core/features/navigation/rename-subject.ts';
import { textAfter } from '../../../../../src/core/features/navigation/shifted.ts';
import { mentionsIn } from '../../../../../src/core/features/navigation/mentions.ts';
import { exampleFiles } from '../../../../support/examples.ts';
import { createJudge } from '../../../../../src/core/service.ts';
import { testSettings } from '../../../../support/workspace.ts';
import { caretIn } from './support.ts';

type Files = Readonly<Record<string, string>>;

/** The files that a renaming changes, as they are afterwards; or why there is none. */
function renamed(files: Files, newText: string): Files | string {
  const { judge, file, offset, texts } = caretIn(files);
  const start = renameAt(judge, file, texts[file] ?? '', offset);
  assert.ok(start, 'the file is ours');
  if (start.type === 'refused') return start.reason;
  const looked = filesOfRename(start.subject, judge);
  const answer = rename(start.subject, newText, judge, name => (looked.includes(name) ? texts[name] : undefined));
  if (answer.type === 'refused') return answer.reason;
  return Object.fromEntries(
    [...answer.edits].map(([name, edits]) => {
      for (const { span, newText: words } of edits)
        assert.notEqual(texts[name]?.slice(span.start, span.end), words, 'an edit changes something');
      return [name, textAfter(texts[name] ?? '', edits)];
    }),
  );
}

function isRefused(files: Files, newText: string, about: RegExp): void {
  const answer = renamed(files, newText);
  assert.equal(typeof answer, 'string', `renamed, though it can't be: ${JSON.stringify(answer)}`);
  assert.match(answer as string, about);
}

const bet = 'id: BET-001 # its number\ntitle: BET-001 as a title stays\nmetrics: MX-1\n';

const hierarchy = `id: MX-1
lagging:
  - { name: Revenue }
core:
  - id: activation
    name: Activation rate
    drives: [Revenue]
leading:
  - name: First value action
    drives: [activation]
guardrails:
  - name: Error rate
    threshold: < 2%
`;

describe('rename', () => {
  describe('an artifact’s id', () => {
    it('in all files and both notations, and nothing but its characters', () => {
      const files = {
        'a.bet.yaml': bet.replace('BET-001 #', '‸BET-001 #'),
        'b.bet.yaml': '# about BET-001\r\nid: BET-002\r\niteration: { number: 2, of: "BET-001" } # it\r\n',
        'l.launch.md': '# Launch: Guided\n\n**Bet ID:** [BET-001](a.bet.yaml)\n\nBET-001 in prose stays.\n',
        'r.rollout.md': "---\nkind: rollout\nbet: 'BET-001'\n---\n\n# Rollout: Guided\n",
        's.retro.yaml': 'bet: BET-0011\n',
        't.tracks.md':
          '# Tracks: Autumn\n\n| Week | Discovery | Delivery |\n|---|---|---|\n| 1-2 | BET-001: Talks; BET-002 | BET-001 |\n',
      };
      assert.deepEqual(renamed(files, 'BET-100'), {
        'a.bet.yaml': bet.replace('BET-001 #', 'BET-100 #'),
        'b.bet.yaml': '# about BET-001\r\nid: BET-002\r\niteration: { number: 2, of: "BET-100" } # it\r\n',
        'l.launch.md': '# Launch: Guided\n\n**Bet ID:** [BET-100](a.bet.yaml)\n\nBET-001 in prose stays.\n',
        'r.rollout.md': "---\nkind: rollout\nbet: 'BET-100'\n---\n\n# Rollout: Guided\n",
        't.tracks.md':
          '# Tracks: Autumn\n\n| Week | Discovery | Delivery |\n|---|---|---|\n| 1-2 | BET-100: Talks; BET-002 | BET-100 |\n',
      });
    });

    it('from a reference, in a heading of a backlog', () => {
      const files = {
        'all.bet.md':
          '# Bet backlog\n\n### BET-001: One\n\n**Status:** Proposed\n\n### BET-002: Two\n\n**Status:** Proposed\n',
        'r.rollout.yaml': 'bet: BET-0‸01\n',
      };
      assert.deepEqual(renamed(files, 'BET-100'), {
        'all.bet.md': files['all.bet.md'].replace('BET-001', 'BET-100'),
        'r.rollout.yaml': 'bet: BET-100\n',
      });
    });

    it('of a label, and of a heading that says it too', () => {
      const text = '---\nkind: bet\nid: BET-‸001\n---\n\n# BET-001: One\n\n**ID:** BET-001\n';
      assert.deepEqual(renamed({ 'a.bet.md': text }, 'BET-100'), {
        'a.bet.md': '---\nkind: bet\nid: BET-100\n---\n\n# BET-100: One\n\n**ID:** BET-100\n',
      });
    });

    it('with quotes where YAML would read it as another text, and only there', () => {
      const files = { 'a.bet.yaml': 'id: ‸B1\n', 'r.rollout.yaml': "bet: 'B1'\n", 's.retro.yaml': 'bet: "B1"\n' };
      assert.deepEqual(renamed(files, 'it: B'), {
        'a.bet.yaml': 'id: "it: B"\n',
        'r.rollout.yaml': "bet: 'it: B'\n",
        's.retro.yaml': 'bet: "it: B"\n',
      });
      assert.deepEqual(renamed({ 'a.bet.yaml': 'id: ‸B1\n', 'r.rollout.yaml': "bet: 'B1'\n" }, "Maria's"), {
        'a.bet.yaml': "id: Maria's\n",
        'r.rollout.yaml': "bet: 'Maria''s'\n",
      });
      assert.deepEqual(renamed({ 'a.bet.yaml': 'id: ‸B1\n' }, 'yes'), { 'a.bet.yaml': 'id: "yes"\n' });
      assert.deepEqual(renamed({ 'a.bet.yaml': 'id: ‸B1\n' }, '010'), { 'a.bet.yaml': 'id: "010"\n' });
    });

    it('behind an anchor, and in a block', () => {
      const files = {
        'a.bet.yaml': 'id: &own BET-‸1\nx-again: *own\n',
        'b.bet.yaml': 'iteration:\n  of: >-\n    BET-1\n',
      };
      assert.deepEqual(renamed(files, 'BET-7'), {
        'a.bet.yaml': 'id: &own BET-7\nx-again: *own\n',
        'b.bet.yaml': 'iteration:\n  of: >-\n    BET-7\n',
      });
      isRefused({ 'a.bet.yaml': 'x-id: &own BET-1\nid: *‸own\n' }, 'BET-7', /&own/);
    });

    it('to itself changes nothing', () => {
      assert.deepEqual(renamed({ 'a.bet.yaml': 'id: BET-‸1\n' }, ' BET-1 '), {});
    });
  });

  describe('a metric', () => {
    const rollout =
      'id: RO-1\nrollback:\n  triggers:\n    - metric: activation\n    - when: Activation rate below 30%\n';
    const around = { 'a.bet.yaml': `${bet}rollout: RO-1\n`, 'r.rollout.yaml': rollout };

    it('by its id where it is called by it', () => {
      const files = { ...around, 'm.metrics.yaml': hierarchy.replace('id: activation', 'id: activ‸ation') };
      assert.deepEqual(renamed(files, 'activated'), {
        'm.metrics.yaml': hierarchy.replace('id: activation', 'id: activated').replace('[activation]', '[activated]'),
        'r.rollout.yaml': rollout.replace('metric: activation', 'metric: activated'),
      });
    });

    it('by its name where it is called by that, sentences of triggers included', () => {
      const files = {
        ...around,
        'm.metrics.yaml': hierarchy.replace('name: Activation rate', 'name: Activation ‸rate'),
      };
      assert.deepEqual(renamed(files, 'Share of the active'), {
        'm.metrics.yaml': hierarchy.replace('Activation rate', 'Share of the active'),
        'r.rollout.yaml': rollout.replace('Activation rate below', 'Share of the active below'),
      });
    });

    it('without an id, with the id that follows from its name', () => {
      const files = {
        'm.metrics.yaml':
          'core:\n  - name: Activation ‸rate\nleading:\n  - name: A\n    drives: activation-rate\n  - name: B\n    drives: activation RATE\n',
      };
      assert.deepEqual(renamed(files, 'Active users'), {
        'm.metrics.yaml':
          'core:\n  - name: Active users\nleading:\n  - name: A\n    drives: active-users\n  - name: B\n    drives: Active users\n',
      });
    });

    it('in Markdown: tables, arrows, rows that tell more of it, and the retro’s', () => {
      const text = `# Metrics: Shop

**ID:** MX-1

## Lagging metrics

| Metric | Target |
|---|---|
| Revenue | 4 |

## Core metrics

| Metric | Target |
|---|---|
| **Activation rate** (primary) | 45% |

\`\`\`
Core: Activation rate ↗ → Lagging: Revenue
\`\`\`

## Guardrails

| Metric | Threshold |
|---|---|
| Error rate | < 2% |

## Alerts

| Metric | Method | To |
|---|---|---|
| Error rate | page | Maria |
`;
      const retro =
        '# Retro: Guided\n\n**Bet ID:** BET-001\n\n| Metric | Target | Actual |\n|---|---|---|\n| Primary: Activation rate | 45% | 44% |\n';
      const files = { 'a.bet.yaml': bet, 'm.metrics.md': text, 'r.retro.md': retro };
      assert.deepEqual(
        renamed({ ...files, 'm.metrics.md': text.replace('**Activation', '**Activ‸ation') }, 'Active bakeries'),
        {
          'm.metrics.md': text.replaceAll('Activation rate', 'Active bakeries'),
          'r.retro.md': retro.replace('Activation rate', 'Active bakeries'),
        },
      );
      assert.deepEqual(
        renamed({ ...files, 'm.metrics.md': text.replace('| Error rate | < 2%', '| Err‸or rate | < 2%') }, 'Faults'),
        {
          'm.metrics.md': text.replaceAll('Error rate', 'Faults'),
        },
      );
    });

    it('in Markdown, where it is called by its beginning, or is primary by where it stands', () => {
      const text =
        '# BET-001: One\n\n## Success metrics\n\n### Primary metric\n\n| Metric | Target |\n|---|---|\n| Orders after closing | 10% |\n';
      const retro =
        '# Retro: One\n\n**Bet ID:** BET-001\n\n## Results\n\n| Metric | Target | Actual |\n|---|---|---|\n| Primary: Orders | 10% | 9% |\n';
      assert.deepEqual(renamed({ 'a.bet.md': text.replace('Orders', 'Ord‸ers'), 'r.retro.md': retro }, 'Late sales'), {
        'a.bet.md': text.replace('Orders after closing', 'Late sales'),
        'r.retro.md': retro.replace('Orders', 'Late sales'),
      });
      const arrows =
        '# Metrics: Shop\n\n## Lagging metrics\n\n| Metric | Target |\n|---|---|\n| Revenue | 4 |\n\n## Core metrics\n\n| Metric | Target |\n|---|---|\n| Seats taken | 45% |\n\n```\nCore: Seats ↗ → Lagging: Revenue\n```\n';
      assert.deepEqual(renamed({ 'm.metrics.md': arrows.replace('Seats taken', 'Seats ta‸ken') }, 'Chairs'), {
        'm.metrics.md': arrows.replace('Seats taken', 'Chairs').replace('Core: Seats', 'Core: Chairs'),
      });
    });

    it('in a cell, with what Markdown would take for its own escaped', () => {
      const text = '# Metrics: Shop\n\n## Core metrics\n\n| Metric | Target |\n|---|---|\n| Acti‸vation | 45% |\n';
      assert.deepEqual(renamed({ 'm.metrics.md': text }, 'a|b *c*'), {
        'm.metrics.md': text.replace('Acti‸vation', 'a\\|b \\*c\\*'),
      });
    });

    it('leaves what may mean another one', () => {
      const files = {
        'm.metrics.yaml': hierarchy.replace('Error rate', 'Er‸ror rate'),
        'n.metrics.yaml': 'id: MX-2\nguardrails:\n  - name: Error rate\n',
        'r.rollout.yaml': 'rollback:\n  triggers:\n    - metric: Error rate\n',
      };
      assert.deepEqual(renamed(files, 'Faults'), { 'm.metrics.yaml': hierarchy.replace('Error rate', 'Faults') });
    });
  });

  describe('is refused', () => {
    const cases: Readonly<Record<string, readonly [files: Files, newText: string, about: RegExp]>> = {
      'where no id stands': [{ 'a.bet.yaml': 'id: BET-1\ntitle: Gui‸ded\n' }, 'X', /caret/],
      'where the id is the name of the file': [{ 'a.bet.yaml': 'tit‸le: Guided\n' }, 'X', /file/],
      'through a reference to the name of a file': [
        { 'a.bet.yaml': 'title: A\n', 'r.rollout.yaml': 'bet: ‸a\n' },
        'X',
        /file/,
      ],
      'where nothing has the id': [{ 'r.rollout.yaml': 'bet: BET-‸1\n' }, 'X', /BET-1/],
      'where two have the id': [{ 'a.bet.yaml': 'id: BET-‸1\n', 'b.bet.yaml': 'id: BET-1\n' }, 'X', /BET-1/],
      'where the id is taken': [
        { 'a.bet.yaml': 'id: BET-‸1\n', 'b.retro.yaml': 'id: RE-1\n' },
        'RE-1',
        /b\.retro\.yaml/,
      ],
      'where the id is that of a file': [
        { 'a.bet.yaml': 'id: BET-‸1\n', 'b.retro.yaml': 'owner: x\n' },
        'b',
        /b\.retro\.yaml/,
      ],
      'for an empty id': [{ 'a.bet.yaml': 'id: BET-‸1\n' }, '  ', /needed/],
      'for two lines': [{ 'a.bet.yaml': 'id: BET-‸1\n' }, 'a\nb', /line/],
      'for what no text holds': [{ 'a.bet.yaml': 'id: BET-‸1\n' }, 'a\u0007b', /control/],
      'for a placeholder': [{ 'a.bet.yaml': 'id: BET-‸1\n' }, 'TBD', /TBD/],
      'where a broken file mentions it': [
        { 'a.bet.yaml': 'id: BET-‸1\n', 'r.rollout.yaml': 'bet: BET-1\nowner: "\n' },
        'BET-2',
        /r\.rollout\.yaml/,
      ],
      'in a file that is broken itself': [{ 'a.bet.yaml': 'id: BET-‸1\ntitle: "\n' }, 'BET-2', /./],
      'where a heading would not be read as an id': [
        { 'a.bet.md': '# BET-‸001: One\n\n**Owner:** Maria\n' },
        'no number',
        /a\.bet\.md/,
      ],
      'where a cell would be divided': [
        {
          'm.metrics.md':
            '# Metrics: Shop\n\n## Core metrics\n\n| Metric | Drives |\n|---|---|\n| Acti‸vation | |\n\n## Leading metrics\n\n| Metric | Drives |\n|---|---|\n| Clicks | Activation |\n',
        },
        'one, two',
        /m\.metrics\.md/,
      ],
      'where another metric of the hierarchy has the name': [
        { 'm.metrics.yaml': hierarchy.replace('Error rate', 'Er‸ror rate') },
        'activation RATE',
        /Activation rate/,
      ],
      'where two metrics have the name': [
        { 'm.metrics.yaml': 'core:\n  - name: Same‸\n  - name: Same\n' },
        'Other',
        /same/,
      ],
      'where a name means several metrics': [
        {
          'm.metrics.yaml': 'core:\n  - name: Same\n',
          'n.metrics.yaml': 'core:\n  - name: Same\n',
          'r.rollout.yaml': 'rollback:\n  triggers:\n    - metric: Sa‸me\n',
        },
        'Other',
        /Several/,
      ],
    };
    for (const [name, [files, newText, about]] of Object.entries(cases))
      it(name, () => {
        isRefused(files, newText, about);
      });

    it('and not by a broken file that says nothing of it', () => {
      assert.deepEqual(renamed({ 'a.bet.yaml': 'id: BET-‸1\n', 'r.rollout.yaml': 'bet: BET-2\nowner: "\n' }, 'BET-3'), {
        'a.bet.yaml': 'id: BET-3\n',
      });
    });
  });

  /** All of them take too long for a test that is run often. */
  const stride = 17;

  it('works for ids and names of the examples', () => {
    const texts = Object.fromEntries(exampleFiles().map(({ file, text }) => [file, text]));
    // Nothing is judged: renaming asks for no findings.
    const judge = createJudge(testSettings());
    for (const [file, text] of Object.entries(texts)) judge.set(file, text);
    let seen = 0;
    let done = 0;
    for (const file of judge.workspace.files()) {
      for (const artifact of judge.workspace.get(file)?.model.artifacts ?? []) {
        for (const { role, span, text } of mentionsIn(artifact)) {
          if ((role !== 'id' && role !== 'name') || ++seen % stride !== 0) continue;
          const start = renameAt(judge, file, texts[file] ?? '', span.start + 1);
          if (start?.type !== 'start') assert.fail(`${file}: ${text}`);
          const newText = start.subject.about === 'artifact' ? 'NEW-987' : 'Something else';
          const answer = rename(start.subject, newText, judge, name => texts[name]);
          assert.equal(answer.type, 'edits', `${file}: ${text}: ${'reason' in answer ? answer.reason : ''}`);
          done++;
        }
      }
    }
    assert.ok(done > 3);
  });
});
