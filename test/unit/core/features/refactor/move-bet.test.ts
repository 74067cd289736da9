import assert from 'node:assert/strict';
import { moveBet } from '../../../../../src/core/features/refactor/move-bet.ts';
import type { Refactored } from '../../../../../src/core/features/refactor/plan.ts';
import type { Status } from '../../../../../src/core/model/status.ts';
import { exampleFiles } from '../../../../support/examples.ts';
import { judged } from '../../../../support/workspace.ts';
import { after, contextOf, foreign, refusedFor, type Files } from './support.ts';

function moved(files: Files, file: string, id: string, to: Status): Refactored {
  const answer = moveBet(contextOf(files), { file, id }, to);
  if (answer.type === 'undecided') throw new Error('nobody has decided');
  return answer;
}

/** The text after a move of the one bet of a file, which must not be refused. */
function textAfter(file: string, text: string, to: Status, id = 'BET-001'): string {
  const files = { [file]: text };
  return after(files, moved(files, file, id, to))[file] ?? '';
}

describe('features/refactor: move a bet to another status', function () {
  this.timeout(20_000);

  it('changes the word and nothing else in YAML, whatever stands around it', () => {
    const yaml = '# ours\nkind: bet\nid: BET-001 # the first\n\nstatus:   "shaping"  # since May\nowner: Mo\n';
    assert.equal(textAfter('a.bet.yaml', yaml, 'rollingOut'), yaml.replace('"shaping"', 'rollingOut'));
    assert.equal(textAfter('a.bet.yaml', foreign(yaml), 'building'), foreign(yaml.replace('"shaping"', 'building')));
    const flow = '{ kind: bet, id: BET-001, status: proposed, owner: Mo }\n';
    assert.equal(textAfter('a.bet.yaml', flow, 'measuring'), flow.replace('proposed', 'measuring'));
  });

  it('writes a status where the bet left it to its dates', () => {
    const yaml = 'kind: bet\nid: BET-001\ntimebox: { start: 2026-11-01, end: 2026-12-20 }\n';
    assert.equal(textAfter('a.bet.yaml', yaml, 'measuring'), `${yaml.trimEnd()}\nstatus: measuring\n`);
    const markdown = '# BET-001: Cups\n\n**Owner:** Mo\n\n## Hypothesis\n\nWe believe it.\n';
    assert.equal(
      textAfter('a.bet.md', markdown, 'shaping'),
      markdown.replace('**Owner:** Mo\n', '**Status:** Shaping\n\n**Owner:** Mo\n'),
    );
  });

  it('says it in Markdown as people do, and in front matter in the words of the schema', () => {
    const label = '# BET-001: Cups\n\n**Owner:** Mo  \n**Status:** Shaping  \n**Priority:** P1\n';
    assert.equal(textAfter('a.bet.md', label, 'rollingOut'), label.replace('Shaping', 'Rolling out'));
    assert.equal(textAfter('a.bet.md', foreign(label), 'building'), foreign(label.replace('Shaping', 'Building')));
    const front = '---\nkind: bet\nid: BET-001\nstatus: shaping\n---\n\n# Cups\n\nText.\n';
    assert.equal(textAfter('a.bet.md', front, 'rollingOut'), front.replace('shaping', 'rollingOut'));
  });

  it('writes into the row of a backlog, and gives its table a column where it has none', () => {
    const row =
      '# Backlog\n\n| ID | Title | Status |\n|---|---|---|\n| BET-001 | Cups | Shaping |\n| BET-002 | Lids | Shaping |\n';
    assert.equal(textAfter('b.bet.md', row, 'building', 'BET-002'), row.replace('Lids | Shaping', 'Lids | Building'));
    const bare = '# Backlog\n\n| ID | Title |\n|---|---|\n| BET-001 | Cups |\n| BET-002 | Lids |\n';
    assert.equal(
      textAfter('b.bet.md', bare, 'building'),
      '# Backlog\n\n| ID | Title | Status |\n|---|---|---|\n| BET-001 | Cups | Building |\n| BET-002 | Lids | |\n',
    );
  });

  it('leaves the heading of a section alone, which speaks for its other bets too', () => {
    const text =
      '# Backlog\n\n## In progress\n\n### BET-001: Cups\n\n**Owner:** Mo\n\n### BET-002: Lids\n\n**Owner:** Mo\n';
    const now = textAfter('b.bet.md', text, 'measuring');
    assert.equal(now.replace('**Status:** Measuring\n\n', '').replace('\n\n**Status:** Measuring', ''), text);
    assert.equal(statusIn('b.bet.md', now, 'BET-001'), 'measuring');
    assert.equal(statusIn('b.bet.md', now, 'BET-002'), statusIn('b.bet.md', text, 'BET-002'));
  });

  it('changes one of several documents in a file', () => {
    const text = 'kind: bet\nid: BET-001\nstatus: shaping\n---\nkind: bet\nid: BET-002\nstatus: shaping\n';
    assert.equal(
      textAfter('a.bet.yaml', text, 'building', 'BET-002'),
      'kind: bet\nid: BET-001\nstatus: shaping\n---\nkind: bet\nid: BET-002\nstatus: building\n',
    );
  });

  it('concludes nothing that nobody has decided, and what was decided stays concluded', () => {
    const open = { 'a.bet.yaml': 'kind: bet\nid: BET-001\nstatus: measuring\n' };
    assert.equal(moveBet(contextOf(open), { file: 'a.bet.yaml', id: 'BET-001' }, 'concluded').type, 'undecided');
    const decided = {
      'a.bet.yaml': 'kind: bet\nid: BET-001\nstatus: measuring\nretro: { decision: { outcome: kill, why: No } }\n',
    };
    assert.match(
      after(decided, moved(decided, 'a.bet.yaml', 'BET-001', 'concluded'))['a.bet.yaml'] ?? '',
      /status: concluded/,
    );
    assert.match(refusedFor(moved(decided, 'a.bet.yaml', 'BET-001', 'building')).reason, /kill/);
  });

  it('refuses what is no move, what is gone, and what can’t be read or told apart', () => {
    const files = {
      'a.bet.yaml': 'kind: bet\nid: BET-001\nstatus: shaping\n---\nkind: bet\nid: BET-001\nstatus: shaping\n',
      'c.bet.yaml': 'kind: bet\nid: BET-003\nstatus: shaping\n',
      'd.bet.yaml': 'kind: bet\nid: BET-004\nnotes: &word shaping\nstatus: *word\n',
    };
    for (const [file, id, to] of [
      ['a.bet.yaml', 'BET-001', 'building'],
      ['c.bet.yaml', 'BET-003', 'shaping'],
      ['c.bet.yaml', 'BET-009', 'building'],
      ['x.bet.yaml', 'BET-001', 'building'],
      ['d.bet.yaml', 'BET-004', 'building'],
    ] as const)
      assert.equal(moved(files, file, id, to).type, 'refused', id);
    const judge = judged({ 'c.bet.yaml': files['c.bet.yaml'] });
    const broken = 'kind: bet\nid: BET-003\nstatus: [shaping\n';
    judge.set('c.bet.yaml', broken);
    judge.update();
    const context = { ...contextOf({ 'c.bet.yaml': broken }), workspace: judge.workspace };
    const answer = moveBet(context, { file: 'c.bet.yaml', id: 'BET-003' }, 'building');
    assert.ok(answer.type === 'refused' && answer.reason.includes('can’t be read'));
  });

  it('moves every bet of the examples to every other status, or says why not', () => {
    const files = Object.fromEntries(exampleFiles().map(({ file, text }) => [file, text]));
    const context = contextOf(files);
    let written = 0;
    for (const file of context.workspace.files())
      for (const artifact of context.workspace.get(file)?.model.artifacts ?? []) {
        if (artifact.kind !== 'bet') continue;
        for (const to of ['proposed', 'shaping', 'building', 'rollingOut', 'measuring'] as const) {
          const answer = moveBet(context, { file, id: artifact.id }, to);
          if (answer.type !== 'plan') continue;
          written++;
          assert.equal(statusIn(file, after(files, answer)[file] ?? '', artifact.id), to, `${artifact.id} ${to}`);
        }
      }
    assert.ok(written > 30, String(written));
  });
});

function statusIn(file: string, text: string, id: string): string | undefined {
  const artifact = judged({ [file]: text })
    .workspace.get(file)
    ?.model.artifacts.find(each => each.id === id);
  return artifact?.kind === 'bet' ? artifact.model.status?.word : undefined;
}
