import assert from 'node:assert/strict';
import { fillTemplate, templates, type Template } from '../../../../src/core/templates/index.ts';
import { judged } from '../../../support/workspace.ts';

const values = { today: '2026-11-22', timeboxEnd: '2027-01-03', bet: 'BET-001' };

/** A file with a gap: `body` is put at the end of `before`, as far in as `indent` says. */
interface Place {
  readonly file: string;
  readonly before: string;
  readonly indent: number;
}

const bet = 'id: BET-001\ntitle: Evening pickup\nowner: Maria Lind\nstatus: proposed\n';
const inBet: Place = { file: 'a.bet.yaml', before: bet, indent: 0 };
const inMetrics = (tier: string): Place => ({
  file: 'a.metrics.yaml',
  before: `id: MET-001\ntitle: Numbers\nowner: Maria Lind\n${tier}:\n`,
  indent: 2,
});
const inRollout = (field: string): Place => ({
  file: 'a.rollout.yaml',
  before: `id: RO-001\ntitle: Rollout\nowner: Maria Lind\n${field}`,
  indent: 2,
});
const inRetro = (field: string): Place => ({
  file: 'a.retro.yaml',
  before: `id: RET-001\ntitle: Retro\nowner: Maria Lind\nbet: BET-001\n${field}`,
  indent: field === '' ? 0 : 2,
});
const inLaunch = (field: string): Place => ({
  file: 'a.launch.yaml',
  before: `id: LA-001\ntitle: Launch\nowner: Maria Lind\n${field}`,
  indent: 2,
});
const inTracks = (field: string): Place => ({
  file: 'a.tracks.yaml',
  before: `id: TR-001\ntitle: Tracks\nowner: Maria Lind\nstart: 2026-11-23\n${field}:\n`,
  indent: 2,
});

/** Where each block belongs. A new block needs a line here. */
const places: Readonly<Record<string, Place>> = {
  'bet-hypothesis': inBet,
  'bet-timebox': inBet,
  'bet-criteria': inBet,
  'bet-iteration': inBet,
  'bet-tiers': { ...inBet, before: `${bet}metrics:\n`, indent: 2 },
  'bet-metric-lagging': inMetrics('lagging'),
  'bet-metric-core': inMetrics('core'),
  'bet-metric-leading': inMetrics('leading'),
  'bet-guardrail': inMetrics('guardrails'),
  'bet-reading': {
    ...inMetrics('core'),
    before: 'id: MET-001\ncore:\n  - name: Activation\n    history:\n',
    indent: 6,
  },
  'bet-rollout-plan': inBet,
  'bet-stage': inRollout('stages:\n'),
  'bet-trigger': inRollout('rollback:\n  triggers:\n'),
  'bet-flag': { ...inRollout(''), indent: 0 },
  'bet-rollback': { ...inRollout(''), indent: 0 },
  'bet-stage-decision': inRollout('decisions:\n'),
  'bet-retro': inBet,
  'bet-retro-result': inRetro(''),
  'bet-retro-metric': inRetro('metrics:\n'),
  'bet-decision': inRetro(''),
  'bet-next-step': inRetro('nextSteps:\n'),
  'bet-launch-plan': inBet,
  'bet-component': inLaunch('components:\n'),
  'bet-item': inLaunch('preLaunch:\n'),
  'bet-track': inTracks('discovery'),
  'bet-allocation': inTracks('allocation'),
};

/** Rules of what is written wrongly, whatever else is still missing in a file of one block. */
const isWrong = (rule: string): boolean =>
  /^(?:document|value|ignore)\//.test(rule) || rule === 'tracks/allocation-sum';

const blocks = templates.filter(({ scope, prefix }) => scope === 'block' && prefix !== 'bet-ignore');

describe('blocks in their place', () => {
  for (const template of blocks)
    it(`${template.prefix} (${template.notation}) is read, and nothing in it is wrong`, () => {
      const place = places[template.prefix];
      assert.ok(place, 'a line in the table of places');
      const file = template.notation === 'yaml' ? place.file : place.file.replace('.yaml', '.md');
      const judge = judged({ [file]: textWith(template, place) });
      const [shown] = judge.workspace.get(file)?.shown ?? [];
      assert.equal(shown?.artifact.kind, /\.(\w+)\.yaml$/.exec(place.file)?.[1]);
      assert.deepEqual(judge.workspace.get(file)?.model.broken, []);
      assert.deepEqual(
        judge.findings(file).filter(({ rule }) => isWrong(rule)),
        [],
      );
      // What nobody reads says nothing wrong either: the same with a field of another name is found.
      const other = judged({ [file]: textWith(template, place).replace(firstKey(template), 'nosuchfield:') });
      assert.ok(template.prefix === 'bet-allocation' || other.findings(file).some(({ rule }) => isWrong(rule)));
    });

  for (const [notation, file, before, after] of [
    ['yaml', 'a.bet.yaml', bet.replace('proposed', 'building'), 'metrics:\n  core:\n    - name: Activation\n'],
    [
      'markdown',
      'a.bet.md',
      `---\n${bet.replace('proposed', 'building')}---\n\n# Evening pickup\n\n`,
      '\n\n## Metrics\n\n| Metric | Target |\n| --- | --- |\n| Activation | 30% |\n',
    ],
  ] as const)
    it(`bet-ignore (${notation}) excuses what follows`, () => {
      const template = templates.find(each => each.prefix === 'bet-ignore' && each.notation === notation);
      assert.ok(template);
      const without = judged({ [file]: before + after }).findings(file);
      assert.ok(without.some(({ rule }) => rule === 'metrics/guardrail-missing'));
      const found = judged({ [file]: `${before}${fillTemplate(template, values)}\n${after}` }).findings(file);
      assert.ok(found.every(({ rule }) => rule !== 'metrics/guardrail-missing' && !rule.startsWith('ignore/')));
    });

  it('have no place that no block is for', () => {
    const prefixes = new Set(blocks.map(({ prefix }) => prefix));
    assert.deepEqual(
      Object.keys(places).filter(prefix => !prefixes.has(prefix)),
      [],
    );
  });
});

/** A block of a Markdown file stands in its front matter. */
function textWith(template: Template, { before, indent }: Place): string {
  const block = fillTemplate(template, values).replace(/^(?=.)/gm, ' '.repeat(indent));
  return template.notation === 'yaml' ? `${before}${block}\n` : `---\n${before}${block}\n---\n`;
}

/** The first key that is ours and not one the team chooses. */
function firstKey(template: Template): string {
  const keys = fillTemplate(template, values).match(/[A-Za-z]+:/g) ?? [];
  return keys.find(key => key !== 'id:') ?? '';
}
