import assert from 'node:assert/strict';
import { boardOf, boardPart } from '../../../../src/core/features/board.ts';
import { lineStartsOf } from '../../../../src/core/text/lines.ts';
import type { PlacedCard } from '../../../../src/core/views/board/card.ts';
import { judged } from '../../../support/workspace.ts';

type Files = Readonly<Record<string, string>>;

function cardsOf(files: Files): readonly PlacedCard[] {
  return boardOf(judged(files), linesIn(files)).files.flatMap(({ cards }) => cards);
}

function linesIn(files: Files) {
  return (file: string) => lineStartsOf(files[file] ?? '');
}

function cardOf(text: string, others: Files = {}): PlacedCard {
  const [card] = cardsOf({ 'a.bet.yaml': text, ...others });
  assert.ok(card);
  return card;
}

describe('the board', () => {
  it('says of a bet what stands in it, and leaves out what does not', () => {
    const card = cardOf(
      'kind: bet\nid: BET-001\ntitle: Cups\nowner: Mo\nstatus: shaping\npriority: P0\nportfolio: adjacent\n' +
        'category: growth\nblock: Counter\ntags: [till, cups, till]\nmode: zeroToOne\n',
    );
    const { errors, warnings, worst, ...said } = card;
    assert.deepEqual(said, {
      id: 'BET-001',
      title: 'Cups',
      status: 'shaping',
      owner: 'Mo',
      priority: 'P0',
      portfolio: 'adjacent',
      category: 'growth',
      block: 'Counter',
      tags: ['till', 'cups'],
      mode: 'zeroToOne',
      at: { line: 1, character: 0 },
    });
    assert.equal(worst === undefined, (errors ?? 0) + (warnings ?? 0) === 0);
    assert.deepEqual(
      Object.keys(cardOf('kind: bet\nid: BET-002\nstatus: concluded\nretro: { held: 2026-11-01 }\n')).includes('ready'),
      false,
    );
  });

  it('tells the next day, and what is ready, from building on', () => {
    const open = 'kind: bet\nid: BET-001\nstatus: building\nretro: { scheduled: 2026-12-01 }\n';
    assert.deepEqual(cardOf(open).next, { what: 'retro', day: '2026-12-01' });
    assert.equal(cardOf(open).ready?.of, 7);
    assert.equal(cardOf(open.replace('building', 'shaping')).ready, undefined);
  });

  it('marks what can’t wait, with the words of what is worst and where that stands', () => {
    const zombie = cardOf('kind: bet\nid: BET-001\nowner: Mo\nstatus: building\ntimebox: { end: 2026-08-01 }\n');
    assert.deepEqual(zombie.flags, ['zombie']);
    assert.equal(zombie.worst?.at.line, 4);
    const late = cardOf('kind: bet\nid: BET-001\nstatus: measuring\nretro: { scheduled: 2026-11-20 }\n');
    assert.deepEqual(late.flags, ['retroOverdue']);
    const breached = cardOf('kind: bet\nid: BET-001\nstatus: building\nmetrics: MX-1\n', {
      'm.metrics.yaml': 'kind: metrics\nid: MX-1\nguardrails:\n  - { name: Errors, threshold: < 2%, current: 3% }\n',
    });
    assert.deepEqual(breached.flags, ['guardrailBreached']);
    assert.equal(breached.worst?.uri, 'm.metrics.yaml');
    assert.equal(breached.worst.at.line, 3);
  });

  it('counts what is wrong in the parts of a bet that stand in other files', () => {
    const bet = 'kind: bet\nid: BET-001\nowner: Mo\nstatus: shaping\nretro: RET-1\n';
    const files = { 'r.retro.yaml': 'kind: retro\nid: RET-1\nbet: BET-001\nscheduled: soon\n' };
    const alone = cardOf(bet, { 'r.retro.yaml': files['r.retro.yaml'].replace('soon', '2026-12-20') });
    const count = ({ errors, warnings }: PlacedCard): number => (errors ?? 0) + (warnings ?? 0);
    assert.ok(count(cardOf(bet, files)) > count(alone));
    const judge = judged({ 'a.bet.yaml': bet, ...files });
    assert.deepEqual([...(boardPart(judge, () => [0], 'a.bet.yaml')?.sources ?? [])], ['a.bet.yaml', 'r.retro.yaml']);
  });

  it('keeps the last good card of a file that is broken, and marks it', () => {
    const judge = judged({ 'a.bet.yaml': 'kind: bet\nid: BET-001\ntitle: Cups\nstatus: building\n' });
    judge.set('a.bet.yaml', 'kind: bet\nid: BET-001\ntitle: [Cups\n');
    judge.update();
    const [card] = boardPart(judge, () => [0], 'a.bet.yaml')?.file.cards ?? [];
    assert.equal(card?.title, 'Cups');
    assert.equal(card.stale, true);
    assert.ok((card.errors ?? 0) > 0);
  });

  it('makes what strangers wrote plain, on one line', () => {
    const { title, block } = cardOf('kind: bet\nid: BET-001\ntitle: "<b>\\u202egnp\\nx"\nblock: "a\\u0000b"\n');
    assert.equal(title, '<b>\ufffdgnp x');
    assert.equal(block, 'a\u2400b');
  });

  it('is the same whatever the order in which files came', () => {
    const files = { 'b.bet.yaml': 'kind: bet\nid: BET-002\n', 'a.bet.yaml': 'kind: bet\nid: BET-001\n' };
    const turned = Object.fromEntries(Object.entries(files).reverse());
    assert.deepEqual(boardOf(judged(files), linesIn(files)), boardOf(judged(turned), linesIn(files)));
    assert.deepEqual(
      cardsOf(files).map(({ id }) => id),
      ['BET-001', 'BET-002'],
    );
  });
});
