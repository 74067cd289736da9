import assert from 'node:assert/strict';
import { documentLinks } from '../../../../../src/core/features/navigation/document-links.ts';
import {
  editsForMoves,
  linkingFiles,
  referringFiles,
  type Move,
} from '../../../../../src/core/features/navigation/moves.ts';
import { textAfter } from '../../../../../src/core/features/navigation/shifted.ts';
import { judged } from '../../../../support/workspace.ts';

function links(file: string, text: string, folders: readonly string[] = ['']): readonly string[] {
  const read = judged({ [file]: text }, { folders }).workspace.read(file, text);
  assert.ok(read);
  return documentLinks(read.parsed, read.model, folders).map(
    ({ span, target }) => `${text.slice(span.start, span.end)} → ${target}`,
  );
}

describe('document links', () => {
  it('lead to pages, mails and files of the workspace, in YAML', () => {
    const text = `id: B
opportunity: "../docs/drop-off.md#why"
links:
  board: https://board.example/7
  chat: mailto:team@example.com
  notes: '[Notes](notes.md)'
metrics:
  core:
    - name: A
      history: data/a b.csv
rollout:
  flag: { name: f, url: https://flags.example/f }
  rollback: { runbook: ./runbook.md }
`;
    assert.deepEqual(links('bets/a.bet.yaml', text), [
      '../docs/drop-off.md#why → docs/drop-off.md#why',
      'https://board.example/7 → https://board.example/7',
      'mailto:team@example.com → mailto:team@example.com',
      'notes.md → bets/notes.md',
      'data/a b.csv → bets/data/a b.csv',
      'https://flags.example/f → https://flags.example/f',
      './runbook.md → bets/runbook.md',
    ]);
  });

  it('lead nowhere else, and say nothing of what lies outside (CWE-22)', () => {
    const targets = [
      ...['../../etc/passwd', '..%2f..%2fetc/passwd.md', '//host/share.md', '\\\\host\\share.md', 'file:///etc/passwd'],
      ...['command:workbench.action.quit', 'javascript:alert(1).md', 'vscode://x.md', 'C:\\secret.md', '%00.md'],
      ...['Half of them leave, see v1.2', '#planning', '#', '', 'Read docs/a.md first'],
    ];
    for (const target of targets)
      assert.deepEqual(links('bets/a.bet.yaml', `opportunity: ${JSON.stringify(target)}\n`), [], target);
    assert.deepEqual(links('a.bet.yaml', 'opportunity: /etc/passwd.md\n'), ['/etc/passwd.md → etc/passwd.md']);
    assert.deepEqual(links('a.bet.yaml', 'opportunity: "%E0%A4%A.md"\n'), ['%E0%A4%A.md → %E0%A4%A.md']);
  });

  it('in URIs, as VS Code spells them', () => {
    assert.deepEqual(links('file:///w/a%20b/x.bet.yaml', 'opportunity: "[o](my%20notes.md?x=1#L3)"\n', ['file:///w']), [
      'my%20notes.md?x=1#L3 → file:///w/a%20b/my%20notes.md#L3',
    ]);
  });

  it('in a Markdown body only what the editor does not see', () => {
    const text =
      '---\nkind: bet\nlinks:\n  board: https://board.example/7\n---\n\n# Bet: A\n\n**Opportunity:** [Tree](tree.md)\n\n## Rollout\n\n**Runbook:** runbooks/a.md\n';
    const found = links('a.bet.md', text);
    assert.equal(found[0], 'https://board.example/7 → https://board.example/7');
    assert.ok(!found.some(link => link.startsWith('tree.md')));
  });
});

function after(files: Readonly<Record<string, string>>, ...moves: Move[]): Readonly<Record<string, string>> {
  const judge = judged(files);
  const looked = new Set([...referringFiles(moves, judge), ...linkingFiles(judge)]);
  const edits = editsForMoves(moves, judge, file => (looked.has(file) ? files[file] : undefined));
  return Object.fromEntries([...edits].map(([file, changes]) => [file, textAfter(files[file] ?? '', changes)]));
}

describe('when files move', () => {
  it('an id that is the file’s name is followed, in both notations', () => {
    const files = {
      'checkout.bet.yaml': 'title: Checkout\nrollout: checkout\n',
      'checkout.rollout.yaml': 'bet: "checkout" # the bet\n',
      'l.launch.md': '# Launch: Checkout\n\n**Bet ID:** check-out\n',
      'm.retro.md': '---\nkind: retro\nbet: checkout\n---\n',
      'named.bet.yaml': 'id: checkout-2\n',
    };
    assert.deepEqual(after(files, { from: 'checkout.bet.yaml', to: 'bets/till.bet.yaml' }), {
      'checkout.rollout.yaml': 'bet: "till" # the bet\n',
      'm.retro.md': '---\nkind: retro\nbet: till\n---\n',
    });
    assert.deepEqual(after(files, { from: 'named.bet.yaml', to: 'other.bet.yaml' }), {}, 'a written id stays');
    assert.deepEqual(after(files, { from: 'checkout.bet.yaml', to: 'checkout-2.bet.yaml' }), {}, 'taken');
    assert.deepEqual(after(files, { from: 'checkout.bet.yaml', to: 'till.txt' }), {}, 'ours no more');
  });

  const linked = {
    'bets/a.bet.yaml':
      'id: A\nopportunity: ../docs/tree.bet.md\nmetrics:\n  core:\n    - name: X\n      history: "data/x.csv" # daily\n',
    'docs/tree.bet.md':
      '# BET-1: Tree\n\n**Owner:** M\n\nSee [a](../bets/a.bet.yaml#x "A") and [b](https://b.example) and [c](c%20d.bet.md).\n',
    'docs/c d.bet.md': '# BET-2: C\n\n**Owner:** M\n',
  };

  it('paths to a file that moves lead there', () => {
    assert.deepEqual(after(linked, { from: 'bets/a.bet.yaml', to: 'a.bet.yaml' }), {
      'bets/a.bet.yaml': linked['bets/a.bet.yaml'].replace('../docs', 'docs').replace('"data/x', '"bets/data/x'),
      'docs/tree.bet.md': linked['docs/tree.bet.md'].replace('../bets/a.bet.yaml#x', '../a.bet.yaml#x'),
    });
  });

  it('so do those to a table', () => {
    assert.deepEqual(after(linked, { from: 'bets/data/x.csv', to: 'data/all x.csv' }), {
      'bets/a.bet.yaml': linked['bets/a.bet.yaml'].replace('data/x.csv', '../data/all x.csv'),
    });
  });

  it('a folder takes along what lies in it, and its own links stay as they are', () => {
    assert.deepEqual(after(linked, { from: 'bets', to: 'plans/bets' }), {
      'bets/a.bet.yaml': linked['bets/a.bet.yaml'].replace('../docs', '../../docs'),
      'docs/tree.bet.md': linked['docs/tree.bet.md'].replace('../bets/', '../plans/bets/'),
    });
  });

  it('a blank in a link is written as one', () => {
    assert.deepEqual(after(linked, { from: 'docs/c d.bet.md', to: 'docs/d (e).bet.md' }), {
      'docs/tree.bet.md': linked['docs/tree.bet.md'].replace('c%20d.bet.md', 'd%20%28e%29.bet.md'),
    });
  });

  it('paths that count from the workspace folder go on doing so', () => {
    const files = { 'a/b.bet.yaml': 'opportunity: /docs/x.bet.md\n', 'docs/x.bet.md': '# BET-1: X\n\n**Owner:** M\n' };
    assert.deepEqual(after(files, { from: 'docs', to: 'notes' }), { 'a/b.bet.yaml': 'opportunity: /notes/x.bet.md\n' });
    assert.deepEqual(after(files, { from: 'a/b.bet.yaml', to: 'b.bet.yaml' }), {});
  });
});
