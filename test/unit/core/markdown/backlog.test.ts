import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonOf, modelIn } from './support.ts';

const file = join(import.meta.dirname, '../../../fixtures/markdown/backlog/kiosks.bet.md');

describe('a backlog in Markdown', () => {
  const model = modelIn('kiosks.bet.md', readFileSync(file, 'utf8'));
  const bets = new Map((model?.artifacts ?? []).map(artifact => [artifact.id, artifact]));
  const json = (id: string): unknown => {
    const bet = bets.get(id);
    return bet && jsonOf(bet);
  };

  it('holds a bet for every heading and every row with an id, templates left out', () => {
    assert.deepEqual([...bets.keys()], ['BET-051', 'BET-053', 'BET-054', 'BET-048', 'BET-049']);
    assert.equal(model?.templates.length, 2);
  });

  it('reads the whole of a bet under its heading', () => {
    assert.deepEqual(json('BET-051'), {
      kind: 'bet',
      id: 'BET-051',
      title: 'Cups that come back',
      owner: 'Ines Okafor',
      status: 'building',
      category: 'trust',
      portfolio: 'adjacent',
      block: 'Waste',
      hypothesis: { text: 'We believe that a deposit will result in fewer cups in the river' },
      timebox: { start: '2026-10-05', duration: { text: '6w', days: [42, 42] } },
      criteria: { scale: ['Above 40% in two districts'], kill: ['Below 15% by week 4'] },
      metrics: {
        core: [
          {
            id: 'cups-returned',
            name: 'Cups returned',
            primary: true,
            baseline: { text: '12%', value: 12, unit: '%' },
            target: { text: '40%', value: 40, unit: '%' },
            current: { text: '19%', value: 19, unit: '%' },
          },
          {
            id: 'secondary',
            name: 'Secondary',
            baseline: { text: '5', value: 5 },
            target: { text: '9', value: 9 },
            current: { text: '6', value: 6 },
          },
        ],
      },
    });
    assert.equal(bets.get('BET-051')?.form?.origin, 'heading');
    assert.equal(bets.get('BET-051')?.form?.tierless, true);
  });

  it('reports the placeholders of a section in which something was filled in', () => {
    const problems = bets.get('BET-051')?.problems.map(problem => problem.code);
    assert.deepEqual(problems, ['placeholder', 'placeholder']);
  });

  it('takes priority from the section, owner from the backlog, and front matter for what nobody says', () => {
    assert.deepEqual(json('BET-053'), {
      kind: 'bet',
      id: 'BET-053',
      title: 'Oat milk on tap',
      owner: 'Amara Nwosu',
      priority: 'P1',
      block: 'Kiosks',
      hypothesis: { text: 'Oat milk on tap makes the queue shorter' },
      criteria: { kill: ['The queue stays as it is'] },
    });
  });

  it('reads rows, and says which fields they have columns for', () => {
    assert.deepEqual(json('BET-054'), {
      kind: 'bet',
      id: 'BET-054',
      title: 'Loyalty without a card',
      owner: 'Amara Nwosu',
      priority: 'P2',
      block: 'Growth desk',
      hypothesis: { text: 'Phones are cards' },
    });
    const form = bets.get('BET-054')?.form;
    assert.deepEqual([form?.origin, form?.columns], ['row', ['id', 'title', 'block', 'hypothesis']]);
  });

  it('reads what completed bets taught', () => {
    assert.deepEqual(json('BET-049'), {
      kind: 'bet',
      id: 'BET-049',
      title: 'Croissants by the weather',
      owner: 'Amara Nwosu',
      status: 'concluded',
      block: 'Kiosks',
      retro: { hypothesis: { result: 'disproved' }, learnings: ['Bakers know the sky'], decision: { outcome: 'kill' } },
    });
  });
});
