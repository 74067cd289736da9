import assert from 'node:assert/strict';
import { pageFor } from '../../../../../src/core/features/bet-page.ts';
import type { Judge } from '../../../../../src/core/service.ts';
import { betPage, type BetPage } from '../../../../../src/core/views/bet-page/bet-page.ts';
import type { PageLinks } from '../../../../../src/core/views/bet-page/pen.ts';
import { judged } from '../../../../support/workspace.ts';
import { allElements, parseMarkup } from '../hierarchy/elements.ts';

const rollingOut = `id: BET-1
title: Guided tour
owner: Ines
status: rollingOut
hypothesis: { believe: a tour, audience: newcomers, outcome: they stay, because: they got lost }
timebox: { start: 2026-10-12, duration: 8w }
metrics:
  core:
    - { id: activation, name: Activation, primary: true, baseline: 20%, target: 30%, current: 29.5% }
  guardrails:
    - { id: errors, name: Errors, threshold: < 1%, current: 2%, onBreach: rollback }
rollout: ROL-1
`;
const rollout = `id: ROL-1
stages:
  - { stage: internal, started: 2026-11-01, ended: 2026-11-08, duration: 1w, exit: [{ text: It runs, done: true }] }
  - { stage: beta, audience: 10%, started: 2026-11-10, duration: 2w, exit: [Nobody complains] }
  - { stage: ga, audience: 100% }
flag: { name: tour, url: 'javascript:alert(1)' }
`;

const editor: PageLinks = { mode: 'editor' };

describe('the page of a bet', () => {
  it('has the sections of what is there, and of what is not it has none', () => {
    const files = { 'a.bet.yaml': rollingOut, 'r.rollout.yaml': rollout };
    const { title, kind, sections, opensAt } = pageOf(judged(files), 'a.bet.yaml');
    assert.deepEqual([title, kind, opensAt], ['Guided tour', 'bet', 'head']);
    assert.deepEqual(
      sections.map(({ name }) => name),
      ['head', 'findings', 'readiness', 'metrics', 'rollout'],
    );
    assert.deepEqual(
      pageOf(judged({ 'a.bet.yaml': 'id: BET-1\n' }), 'a.bet.yaml').sections.map(({ name }) => name),
      ['head', 'findings', 'readiness'],
    );
  });

  it('leads from everything to where it stands, in whichever file', () => {
    const files: Readonly<Record<string, string>> = { 'a.bet.yaml': rollingOut, 'r.rollout.yaml': rollout };
    const page = pageOf(judged(files), 'a.bet.yaml');
    const places = elementsOf(page).flatMap(element => placeOf(element, page, files));
    for (const expected of [
      'Guided tour',
      'Ines',
      'rollingOut',
      'they stay',
      '{ start: 2026-10-12, duration: 8w }',
      'Nobody complains',
      'beta',
      '10%',
      '2w',
      '2026-11-10',
      'tour',
    ])
      assert.ok(places.includes(expected), expected);
    assert.deepEqual(page.files, ['a.bet.yaml', 'r.rollout.yaml']);
  });

  it('lights metrics, stages and sections', () => {
    const files: Readonly<Record<string, string>> = { 'a.bet.yaml': rollingOut, 'r.rollout.yaml': rollout };
    const page = pageOf(judged(files), 'a.bet.yaml');
    const at = (file: string, text: string): readonly string[] => {
      const offset = files[file]?.indexOf(text) ?? -1;
      return page.areas
        .filter(area => page.files[area.file] === file && area.start <= offset && offset <= area.end)
        .sort((a, b) => a.end - a.start - (b.end - b.start))
        .map(({ key }) => key);
    };
    assert.deepEqual(at('a.bet.yaml', '29.5%'), ['m0', 'metrics']);
    assert.deepEqual(at('r.rollout.yaml', 'Nobody'), ['stage-1', 'rollout']);
    assert.deepEqual(at('a.bet.yaml', 'newcomers'), ['hypothesis']);
    const keys = new Set(elementsOf(page).map(({ attributes }) => attributes['data-key']));
    for (const { key } of page.areas) assert.ok(keys.has(key), key);
  });

  it('shows how far the rollout is, what its gate says and why', () => {
    const page = pageOf(judged({ 'a.bet.yaml': rollingOut, 'r.rollout.yaml': rollout }), 'a.bet.yaml');
    const stages = elementsOf(page).filter(element => element.name === 'li' && hasClass(element, 'stage'));
    assert.deepEqual(
      stages.map(({ attributes }) => attributes['class']),
      ['stage past', 'stage now', 'stage ahead'],
    );
    const html = htmlOf(page, 'rollout');
    assert.match(html, /class="callout bad"/);
    assert.match(html, /&quot;Errors&quot; is breached/);
    assert.match(html, /class="open"/);
  });

  it('tells lights apart by more than their colour', () => {
    const page = pageOf(judged({ 'a.bet.yaml': rollingOut, 'r.rollout.yaml': rollout }), 'a.bet.yaml');
    const html = htmlOf(page, 'readiness');
    assert.equal([...html.matchAll(/<li class="light /g)].length, 7);
    const signs = new Map(
      [...html.matchAll(/<li class="light (\w+)">(<svg.*?<\/svg>)/g)].map(([, value, sign]) => [
        value,
        sign?.replace(/class="bw-icon \w+"/, ''),
      ]),
    );
    assert.equal(new Set(signs.values()).size, signs.size);
    assert.ok(signs.size >= 2);
  });

  it('has a line of time that says itself in words', () => {
    const page = pageOf(judged({ 'a.bet.yaml': rollingOut, 'r.rollout.yaml': rollout }), 'a.bet.yaml');
    const named = elementsOf(page)
      .filter(element => hasClass(element, 'what'))
      .map(({ attributes }) => attributes['aria-label']);
    assert.equal(named.length, 3);
    for (const [index, days] of [/12 Oct.*7 Dec/, /1 Nov.*8 Nov/, /10 Nov.*24 Nov/].entries())
      assert.match(named[index] ?? '', days);
  });

  it('puts the advice of the numbers beside what people decided', () => {
    const retro = 'retro:\n  held: 2026-11-20\n  decision: { outcome: scale, why: We like it, dissent: Not I }\n';
    const concluded = rollingOut.replace('rollingOut', 'concluded').replace('rollout: ROL-1\n', retro);
    const html = htmlOf(pageOf(judged({ 'a.bet.yaml': concluded }), 'a.bet.yaml'), 'retro');
    const cards = [...html.matchAll(/<div class="card (\w+)"/g)].map(([, tone]) => tone);
    assert.deepEqual(cards, ['good', 'warn'], 'scale was decided, iterate is advised');
    assert.match(html, /Not I/);
  });

  it('opens at the part that a file is about, or stands alone where it belongs to no bet', () => {
    const judge = judged({
      'a.bet.yaml': rollingOut,
      'r.rollout.yaml': rollout,
      'b.rollout.yaml': rollout.replace('ROL-1', 'ROL-2'),
    });
    const ofBet = pageOf(judge, 'r.rollout.yaml');
    assert.deepEqual([ofBet.kind, ofBet.title, ofBet.opensAt], ['bet', 'Guided tour', 'rollout']);
    const alone = pageOf(judge, 'b.rollout.yaml');
    assert.deepEqual([alone.kind, alone.opensAt], ['rollout', 'rollout']);
    assert.ok(alone.sections.every(({ name }) => ['head', 'findings', 'rollout'].includes(name)));
  });

  it('draws a plan of weeks as two lanes, and the shares of each role', () => {
    const plan = `id: TRK-1
start: 2026-11-16
weeks: 4
discovery: [{ bet: BET-1, activity: talk to people, weeks: 1-2 }, { activity: read, weeks: 2 }]
delivery: [{ bet: BET-1, activity: build, weeks: 3-4 }, { activity: nothing, weeks: never }]
allocation: { Design: { discovery: 60%, delivery: 50% } }
`;
    const page = pageOf(judged({ 'a.bet.yaml': rollingOut, 'p.tracks.yaml': plan }), 'p.tracks.yaml');
    const entries = elementsOf(page).filter(element => hasClass(element, 'entry'));
    assert.deepEqual(
      entries.map(({ attributes }) => attributes['class']),
      ['entry discovery', 'entry discovery', 'entry delivery'],
    );
    const html = htmlOf(page, 'tracks');
    assert.match(html, /aria-label="Discovery, weeks 1 to 2: BET-1 · Guided tour · talk to people"/);
    assert.match(html, /makes 110%/);
  });

  it('says of what can’t be read that it is so, and shows what could be', () => {
    const judge = judged({ 'a.bet.yaml': rollingOut });
    judge.set('a.bet.yaml', `${rollingOut}retro: [\n`);
    judge.update();
    const stale = pageFor(judge, 'a.bet.yaml');
    assert.ok(stale.state === 'stale');
    assert.equal(stale.source.findings, undefined, 'what was not judged is not praised');
    assert.deepEqual(pageFor(judged({ 'b.bet.yaml': 'id: [\n' }), 'b.bet.yaml'), { state: 'none', reason: 'broken' });
    assert.deepEqual(pageFor(judge, 'other.bet.yaml'), { state: 'none', reason: 'notOurs' });
  });

  it('is the same for the same text', () => {
    const make = (): string =>
      pageOf(judged({ 'a.bet.yaml': rollingOut, 'r.rollout.yaml': rollout }), 'a.bet.yaml').html;
    assert.equal(make(), make());
  });
});

const evils = [
  '<script>alert(1)</script>',
  ']]>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '&lt;b&gt; &amp; &nbsp;',
  'a\u202eb\u2066c',
  '\u0007\u001b[31m',
  '\ud800',
  '`${1}` $& {{x}}',
];

describe('hostile text on the page of a bet', () => {
  for (const evil of evils)
    it(`is text, as ${JSON.stringify(evil)}`, () => {
      const said = JSON.stringify(evil);
      const bet = `id: BET-1
title: ${said}
owner: ${said}
block: ${said}
tags: [${said}]
links: { ${said}: ${said}, other: 'javascript:alert(1)', good: 'https://example.com/?a=1&b="2"' }
hypothesis: { believe: ${said}, outcome: ${said} }
criteria: { kill: [${said}] }
metrics: { core: [{ name: ${said}, definition: ${said}, target: ${said}, source: ${said} }] }
rollout:
  stages: [{ stage: ${said}, audience: ${said}, started: 2026-11-01, duration: ${said}, purpose: ${said}, exit: [${said}], decision: { why: ${said}, by: ${said} } }]
  flag: { name: ${said}, url: ${said} }
  rollback: { runbook: 'vbscript:x', triggers: [{ when: ${said} }], procedure: [${said}] }
launch: { owner: ${said}, preLaunch: [{ text: ${said}, owner: ${said}, note: ${said} }] }
retro: { held: 2026-11-20, learnings: [${said}], hypothesis: { evidence: ${said} }, decision: { outcome: kill, why: ${said} } }
notes: ${said}
`;
      const page = pageOf(judged({ 'a.bet.yaml': bet }), 'a.bet.yaml');
      assert.doesNotMatch(page.html.replaceAll('\n', ''), /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
      for (const { name, attributes } of elementsOf(page)) {
        assert.ok(!['script', 'img', 'iframe', 'style', 'object', 'use', 'foreignObject'].includes(name), name);
        for (const [attribute, value] of Object.entries(attributes)) {
          assert.doesNotMatch(attribute, /^on|^style$|^src$|^xlink/);
          if (attribute === 'href') assert.match(value, /^https:\/\/example\.com\//);
        }
      }
    });

  it('leads nowhere but where the site says', () => {
    const judge = judged({ 'a.bet.yaml': rollingOut, 'r.rollout.yaml': rollout });
    const answer = pageFor(judge, 'a.bet.yaml');
    assert.ok(answer.state !== 'none');
    const urlOf = ({ file }: { readonly file: string }): string | undefined =>
      file === 'r.rollout.yaml' ? 'rollouts.html?a=1&b="2"' : undefined;
    const page = betPage(answer.source, { mode: 'anchors', urlOf });
    const links = elementsOf(page).filter(({ attributes }) => attributes['href'] !== undefined);
    assert.ok(links.length > 0);
    for (const { attributes } of links) assert.equal(attributes['href'], 'rollouts.html?a=1&b="2"');
    const inHierarchy = elementsOf(page).filter(({ attributes }) => attributes['data-file'] !== undefined);
    assert.deepEqual(inHierarchy, []);
    assert.deepEqual(page.areas, []);
  });
});

function pageOf(judge: Judge, file: string): BetPage {
  const answer = pageFor(judge, file);
  assert.ok(answer.state !== 'none', file);
  return betPage(answer.source, editor);
}

function htmlOf(page: BetPage, section: string): string {
  return page.sections.find(({ name }) => name === section)?.html ?? '';
}

/** The page is XML, so that it can be read without a browser. */
function elementsOf({ html }: BetPage): readonly SeenElement[] {
  return [...allElements(parseMarkup(html))].map(({ name, attributes }) => ({
    name,
    attributes: Object.fromEntries(attributes),
  }));
}

interface SeenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function hasClass({ attributes }: SeenElement, name: string): boolean {
  return (attributes['class'] ?? '').split(' ').includes(name);
}

function placeOf(
  { attributes }: SeenElement,
  { files }: BetPage,
  texts: Readonly<Record<string, string>>,
): readonly string[] {
  const { 'data-file': file, 'data-start': start, 'data-end': end } = attributes;
  if (file === undefined || start === undefined) return [];
  const text = texts[files[Number(file)] ?? ''] ?? '';
  assert.ok(Number(start) <= Number(end) && Number(end) <= text.length);
  return [text.slice(Number(start), Number(end))];
}
