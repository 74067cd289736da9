import assert from 'node:assert/strict';
import { readOne } from './support.ts';

const titles = {
  bet: 'Bet',
  metrics: 'Metrics',
  rollout: 'Rollout',
  retro: 'Retrospective',
  launch: 'Launch',
  tracks: 'Tracks',
} as const;

describe('links in a Markdown body', () => {
  for (const [kind, title] of Object.entries(titles)) {
    it(`are read from a section of a ${kind}`, () => {
      const text = `# ${title}: Ferry\n\n**Owner:** Ada\n\n## Links\n\n- [Design](https://d.example/a)\n`;
      assert.deepEqual(readOne(`a.${kind}.md`, text)['links'], { Design: 'https://d.example/a' });
    });
  }

  const links = (body: string): unknown => readOne('a.bet.md', `# Bet: Ferry\n\n${body}`)['links'];

  it('have the name before the colon, or that of the row', () => {
    assert.deepEqual(
      links(
        '## See also\n\n- Spec: https://d.example/b\n- Brief: [the doc](docs/brief.md)\n- just words\n\n| What | Where |\n|---|---|\n| Board | <https://d.example/c> |\n',
      ),
      { Spec: 'https://d.example/b', Brief: 'docs/brief.md', Board: 'https://d.example/c' },
    );
  });

  it('stand behind a label, several on a line', () => {
    assert.deepEqual(links('**Links:** [Design](https://d.example/a) · [v1.2](https://d.example/b)\n'), {
      Design: 'https://d.example/a',
      'v1.2': 'https://d.example/b',
    });
  });

  it('are none where nothing is linked, or a template’s blank is', () => {
    assert.equal(links('## Links\n\nSoon.\n'), undefined);
    assert.equal(links('## Links\n\n- [Link]\n- [Name]([URL])\n'), undefined);
  });

  it('keep hostile names as names', () => {
    assert.deepEqual(Object.keys(links('## Links\n\n- [\\_\\_proto\\_\\_](https://d.example/a)\n') as object), [
      '__proto__',
    ]);
  });
});
