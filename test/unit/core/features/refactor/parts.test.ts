import assert from 'node:assert/strict';
import { extract } from '../../../../../src/core/features/refactor/extract.ts';
import { inlinePart } from '../../../../../src/core/features/refactor/inline.ts';
import { planRollout } from '../../../../../src/core/features/refactor/plan-rollout.ts';
import { setLaunchTier } from '../../../../../src/core/features/refactor/set-launch-tier.ts';
import { newDocument } from '../../../../../src/core/features/new-document.ts';
import { kinds } from '../../../../../src/core/schema/kinds.ts';
import { partKinds } from '../../../../../src/core/workspace/part.ts';
import { exampleFiles } from '../../../../support/examples.ts';
import { artifactsIn } from '../../markdown/support.ts';
import { addedLines, after, contextOf, foreign, newRules, refusedFor, rulesIn, type Files } from './support.ts';
import { measuredMarkdown, measuredYaml } from './texts.ts';

describe('features/refactor: extract and inline', function () {
  this.timeout(20_000);

  it('moves lines with their comments, and back to the same characters', () => {
    const text =
      'id: BET-1 # mine\ntitle: One\nrollout: # soon\n    # who first\n    stages:\n      - internal # us\n\n      - ga\n    flag: f\n\n# next\nowner: Mo\n';
    const files = { 'a.bet.yaml': text };
    const now = after(files, extract(contextOf(files), { file: 'a.bet.yaml' }, 'rollout'));
    assert.equal(now['a.bet.yaml'], 'id: BET-1 # mine\ntitle: One\nrollout: RO-001 # soon\n\n# next\nowner: Mo\n');
    assert.equal(
      now['RO-001-one.rollout.yaml'],
      'kind: rollout\nid: RO-001\ntitle: One\nbet: BET-1\n# who first\nstages:\n  - internal # us\n\n  - ga\nflag: f\n',
    );
    const back = after(now, inlinePart(contextOf(now), { file: 'RO-001-one.rollout.yaml' }));
    assert.equal(back['a.bet.yaml'], text.replace(/^ {4}(?=[sf#])/gm, '  ').replace(/^ {6}-/gm, '    -'));
    assert.deepEqual(Object.keys(back), ['a.bet.yaml']);
  });

  const examples = [
    ...exampleFiles().map(({ file, text }) => [file.slice(file.lastIndexOf('/') + 1), text] as const),
    ['foreign.bet.yaml', foreign(measuredYaml)] as const,
  ];
  for (const [file, text] of examples) {
    const [artifact, ...more] = artifactsIn(file, text);
    if (artifact?.kind !== 'bet' || more.length > 0) continue;
    for (const kind of partKinds) {
      const part = artifact.model[kind];
      if (part?.type !== 'object') continue;
      // Sections of running text move too, not always to the same place.
      if (file.endsWith('.md') && !text.slice(0, part.span.start).startsWith('---\n')) continue;
      it(`takes the ${kind} out of ${file} and puts it back`, () => {
        const files = { [file]: text };
        const now = after(files, extract(contextOf(files), { file }, kind));
        assert.deepEqual(newRules(files, now), []);
        const back = after(now, inlinePart(contextOf(now), { file }, kind));
        assert.equal(back[file], text);
      });
    }
  }

  it('takes a section out of Markdown as a page, prose and all', () => {
    const files = { 'a.bet.md': measuredMarkdown.replace('bring cake -->', 'bring cake -->\n\nSomebody has to.') };
    const now = after(files, extract(contextOf(files), { file: 'a.bet.md' }, 'retro'));
    const page = now['RETRO-001-second-cup-free.retro.md'] ?? '';
    assert.ok(
      page.includes(
        '# Retro: Second cup free\n\n**Scheduled:** 2026-11-20\n\n<!-- bring cake -->\n\nSomebody has to.\n',
      ),
      page,
    );
    const bet = now['a.bet.md'] ?? '';
    assert.ok(bet.includes('**Retro:** RETRO-001') && !bet.includes('## Retro') && bet.includes('## Notes'), bet);
    assert.deepEqual(newRules(files, now), []);
    const back = after(now, inlinePart(contextOf(now), { file: 'a.bet.md' }, 'retro'))['a.bet.md'] ?? '';
    assert.ok(
      back.includes('## Retro\n\n**Scheduled:** 2026-11-20\n\n<!-- bring cake -->\n\nSomebody has to.\n'),
      back,
    );
  });

  it('brings Markdown into YAML, with its prose as comments, told before', () => {
    const files = {
      'a.bet.yaml': 'id: BET-1\nretro: RT-1 # held\nowner: Mo\n',
      'b.retro.md': '---\nid: RT-1\n---\n\n# Retro: One\n\n**Scheduled:** 2026-12-01\n\nIt rained.\n',
    };
    const answer = inlinePart(contextOf(files), { file: 'a.bet.yaml' }, 'retro');
    assert.equal(answer.type === 'plan' && answer.warnings.length, 1);
    assert.equal(
      after(files, answer)['a.bet.yaml'],
      'id: BET-1\nretro: # held\n  title: One\n  scheduled: 2026-12-01\n  # It rained.\nowner: Mo\n',
    );
  });

  it('is refused where others need the file, and where parts are tied together', () => {
    const shared: Files = {
      'a.bet.yaml': 'id: BET-1\nmetrics: MET-1\n',
      'b.bet.yaml': 'id: BET-2\nmetrics: MET-1\n',
      'm.metrics.yaml': 'id: MET-1\ncore: [A]\n',
    };
    refusedFor(inlinePart(contextOf(shared), { file: 'a.bet.yaml' }, 'metrics'));
    refusedFor(inlinePart(contextOf(shared), { file: 'm.metrics.yaml' }));
    for (const text of [
      'id: B\nowner: &o Mo\nretro:\n  facilitator: *o\n',
      'id: B\nx-r: &r { facilitator: Mo }\nretro: *r\n',
      'id: B\nretro: RT-1\n',
      'id: B\n',
    ])
      refusedFor(extract(contextOf({ 'a.bet.yaml': text }), { file: 'a.bet.yaml' }, 'retro'));
  });

  it('never takes the name of a file that is there', () => {
    const files = {
      'a.bet.yaml': 'id: B\ntitle: One\nretro: { facilitator: Mo }\n',
      'RETRO-001-one.retro.yaml': 'id: X\nbet: B-9\n',
    };
    const now = after(files, extract(contextOf(files), { file: 'a.bet.yaml' }, 'retro'));
    assert.ok(now['RETRO-001-one-2.retro.yaml']?.includes('facilitator: Mo'), Object.keys(now).join());
  });
});

describe('features/refactor: plan the rollout, set the tier', function () {
  this.timeout(20_000);

  it('plans four stages with gates when scaling and three from zero to one, in both notations', () => {
    for (const [file, text] of [
      ['a.bet.yaml', 'id: BET-1\ntitle: One\nowner: Mo\nstatus: building\n'],
      ['a.bet.md', '# BET-1: One\n\n**Owner:** Mo  \n**Status:** building\n'],
    ] as const) {
      for (const mode of ['scaling', 'zeroToOne'] as const) {
        const files = { [file]: text };
        const now = after(files, planRollout(contextOf(files, { mode }), { file }));
        const [artifact] = artifactsIn(file, now[file] ?? '');
        const rollout =
          artifact?.kind === 'bet' && artifact.model.rollout?.type === 'object' ? artifact.model.rollout : undefined;
        assert.equal(rollout?.stages?.items.length, mode === 'scaling' ? 4 : 3, now[file]);
        assert.deepEqual(newRules(files, now, { mode }), []);
        refusedFor(planRollout(contextOf(now, { mode }), { file }));
      }
    }
  });

  it('writes what a tier needs, and keeps what is there', () => {
    const text = 'id: BET-1\nlaunch:\n  owner: Mo\n  components:\n    documentation: { status: done } # at last\n';
    const files = { 'a.bet.yaml': text };
    const now = after(files, setLaunchTier(contextOf(files), { file: 'a.bet.yaml' }, { tier: 3 }));
    assert.deepEqual(addedLines(text, now['a.bet.yaml'] ?? ''), [
      '    supportTraining: { owner: Mo, status: open }',
      '    communications: { owner: Mo, status: open }',
      '  tier: 3',
    ]);
    const big = after(now, setLaunchTier(contextOf(now), { file: 'a.bet.yaml' }, { tier: 1 }))['a.bet.yaml'] ?? '';
    assert.ok(big.includes('tier: 1') && big.includes('successPlaybook') && big.includes('adoption:'), big);
    const small = setLaunchTier(contextOf({ 'a.bet.yaml': big }), { file: 'a.bet.yaml' }, { tier: 4 });
    assert.equal(small.type === 'plan' && small.warnings.length, 1);
    refusedFor(setLaunchTier(contextOf(now), { file: 'a.bet.yaml' }, { tier: 3 }));
  });

  it('makes a launch where there is none, in Markdown too', () => {
    const files = { 'a.bet.md': '# BET-1: One\n\n**Owner:** Mo\n' };
    const now = after(
      files,
      setLaunchTier(contextOf(files), { file: 'a.bet.md' }, { tier: 4, owner: 'Ines', date: '2026-12-01' }),
    );
    const [artifact] = artifactsIn('a.bet.md', now['a.bet.md'] ?? '');
    const launch =
      artifact?.kind === 'bet' && artifact.model.launch?.type === 'object' ? artifact.model.launch : undefined;
    assert.equal(launch?.tier?.number, 4, now['a.bet.md']);
    assert.equal(launch.components?.communications?.status?.word, 'open');
  });
});

describe('features/new-document', () => {
  const bet = { 'one.bet.yaml': 'id: BET-001\ntitle: One\nowner: Mo\nhypothesis: It helps\nstatus: concluded\n' };
  for (const kind of kinds)
    for (const notation of ['yaml', 'markdown'] as const)
      for (const of of ['BET-001', undefined])
        it(`has nothing wrong with it: ${kind} in ${notation}${of === undefined ? '' : ' of a bet'}`, () => {
          const { workspace, settings } = contextOf(bet);
          const made = newDocument(
            workspace,
            { kind, notation, title: 'Two: more', ...(of !== undefined && { bet: of }) },
            settings.today,
          );
          assert.ok(made);
          assert.deepEqual(rulesIn({ ...bet, [made.fileName]: made.text }, made.fileName), []);
          const names = /^bet: (.*)$/m.exec(made.text)?.[1];
          const belongs = kind === 'rollout' || kind === 'retro' || kind === 'launch';
          assert.equal(names, belongs && of !== undefined ? of : undefined);
        });

  it('waits for nothing that was told, and names no owner that nobody named', () => {
    const { workspace, settings } = contextOf({ 'a.bet.yaml': 'id: BET-001\ntitle: One\n' });
    const snippetOf = (wishes: object, notation: 'yaml' | 'markdown' = 'yaml'): string =>
      newDocument(workspace, { kind: 'bet', notation, title: 'Two: "more"', ...wishes }, settings.today)?.snippet ?? '';
    const told = snippetOf({ owner: 'Ana' });
    assert.match(told, /^kind: bet\nid: BET-002\ntitle: "Two: .*\nowner: Ana\nstatus: \$\{\d+\|proposed,/);
    assert.match(snippetOf({}), /^owner: \$\d+$/m);
    assert.match(snippetOf({ kind: 'rollout', bet: 'BET-001' }), /^owner: \$\d+\nbet: BET-001$/m);
    // The heading repeats the title, without the quotes that YAML wants.
    assert.match(snippetOf({}, 'markdown'), /^# Two: "more"$/m);
  });
});
