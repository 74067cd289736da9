import assert from 'node:assert/strict';
import { adopt, adoptionOffer, type Adoption } from '../../../../src/core/features/adoption.ts';
import { judged } from '../../../support/workspace.ts';

const file = 'plans/tills-rollout-plan.md';
const body = `# Rollout plan: new tills

## Stage 1: Our own kiosks (5%)

## Rollback plan

Off.
`;

function adopting(text: string, path = file): Adoption {
  return adopt(judged({ [path]: text }).workspace, path, text);
}

function adopted(text: string, path = file): string {
  const answer = adopting(text, path);
  assert.equal(answer.state, 'offered');
  const { span, newText } = answer.edit;
  const after = text.slice(0, span.start) + newText + text.slice(span.end);
  const { workspace } = judged({ [path]: after });
  assert.deepEqual(
    workspace.get(path)?.model.artifacts.map(({ kind }) => kind),
    [answer.kind],
  );
  assert.deepEqual(workspace.recognisedFiles(), []);
  assert.deepEqual(adopt(workspace, path, after), { state: 'refused', reason: 'adopted' });
  return after;
}

describe('adopting a recognised document', () => {
  it('writes its kind above it, and nothing else', () => {
    assert.equal(adopted(body), `---\nkind: rollout\n---\n\n${body}`);
    assert.equal(adopted(`\n${body}`), `---\nkind: rollout\n---\n\n${body}`);
  });

  it('keeps byte order mark, line ends, and what stands before the title', () => {
    const crlf = body.replaceAll('\n', '\r\n');
    assert.equal(adopted(`\ufeff${crlf}`), `\ufeff---\r\nkind: rollout\r\n---\r\n\r\n${crlf}`);
    const commented = `<!-- lint off -->\n\n${body}`;
    assert.equal(adopted(commented), `---\nkind: rollout\n---\n\n${commented}`);
  });

  const fronts: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'fields, a type among them': [
      'type: rollout-plan\nowner: Ines\n',
      'kind: rollout\ntype: rollout-plan\nowner: Ines\n',
    ],
    'a comment on the first field': ['# who\nowner: Ines # me\n', 'kind: rollout\n# who\nowner: Ines # me\n'],
    'a comment at the top': ['# generated\n\nowner: Ines\n', '# generated\n\nkind: rollout\nowner: Ines\n'],
    'comments alone': ['# nothing yet\n', 'kind: rollout\n# nothing yet\n'],
    nothing: ['', 'kind: rollout\n'],
    'fields that are indented': ['  owner: Ines\n  tags: [a]\n', '  kind: rollout\n  owner: Ines\n  tags: [a]\n'],
    'a set in braces': ['{ owner: Ines }\n', '{ kind: rollout, owner: Ines }\n'],
    'a kind in other words': ['owner: Ines\nkind: "rollout-plan" # ours\n', 'owner: Ines\nkind: rollout # ours\n'],
    'a kind without a value': ['kind:\nowner: Ines\n', 'kind: rollout\nowner: Ines\n'],
  };
  for (const [name, [before, after]] of Object.entries(fronts))
    it(`keeps front matter with ${name}`, () => {
      assert.equal(adopted(`---\n${before}---\n${body}`), `---\n${after}---\n${body}`);
      const windows = (text: string): string => text.replaceAll('\n', '\r\n');
      assert.equal(adopted(windows(`---\n${before}---\n${body}`)), windows(`---\n${after}---\n${body}`));
    });

  it('puts front matter before a line that merely looks like its beginning', () => {
    const ruled = `---\n\nFor all of us\n\n---\n\n${body}`;
    assert.ok(adopted(ruled).endsWith(ruled));
  });

  it('is offered at the first heading, by what the document would be', () => {
    const { workspace } = judged({ [file]: `Intro\n\n${body}` });
    const offer = adoptionOffer(workspace, file);
    assert.equal(offer?.kind, 'rollout');
    assert.deepEqual(offer.span, { start: 7, end: 32 });
  });

  it('is neither offered nor done where there is nothing to adopt', () => {
    const template = body.replace('new tills', '[Feature]');
    const { workspace } = judged({ [file]: template, 'README.md': '# Tills\n', 'a.bet.md': '# Bet: tills\n' });
    for (const [path, reason] of [
      [file, 'template'],
      ['README.md', 'notRecognised'],
      ['gone.md', 'notRecognised'],
      ['a.bet.md', 'adopted'],
    ] as const) {
      assert.equal(adoptionOffer(workspace, path), undefined);
      assert.deepEqual(adopt(workspace, path, template), { state: 'refused', reason });
    }
  });

  it('is refused where front matter would not come out as it should', () => {
    const { workspace } = judged({ [file]: body });
    const text = `---\nkind: { a: b\n---\n${body}`;
    assert.equal(adopt(workspace, file, text).state, 'refused');
  });
});
