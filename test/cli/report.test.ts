import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { betwright, examples, folderWith, onExampleDay, removeFolders, soundBet } from './betwright.ts';

/** The files of a site with what is in them. */
function siteIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name));
  return new Map(
    names.sort().map(name => [name.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(name, 'utf8')]),
  );
}

function addressesIn(html: string): readonly string[] {
  return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(found => (found[1] ?? '').replaceAll('&amp;', '&'));
}

const report = (folder: string, ...args: readonly string[]) => betwright(['report', ...onExampleDay, ...args], folder);

describe('betwright report', () => {
  after(removeFolders);

  it('writes a site whose every link leads to something in it, and that says nothing of the machine', () => {
    const out = join(folderWith({}), 'site');
    const { code, stdout, stderr } = report(examples, '--out', out);
    assert.deepEqual([code, stdout, stderr], [0, '', '']);
    const site = siteIn(out);
    for (const page of ['index.html', 'board.html', 'learnings.html', 'findings.html', 'bets/BET-007.html'])
      assert.ok(site.has(page), page);
    for (const [path, text] of site) {
      assert.ok(!text.includes(dirname(out)) && !text.includes(examples) && !text.includes(process.cwd()), path);
      if (!path.endsWith('.html')) continue;
      assert.match(text, /http-equiv="Content-Security-Policy" content="default-src 'none'; /);
      assert.doesNotMatch(text, /<script(?! type="application\/json"| src=)|\sstyle="|\son\w+="|unsafe-/);
      for (const address of addressesIn(text)) {
        if (/^(?:https?:|mailto:)/.test(address)) continue;
        const [to = '', fragment] = address.split('#');
        const target = to === '' ? path : posix.join(posix.dirname(path), to);
        assert.ok(site.has(target), `${path}: ${address}`);
        if (fragment !== undefined) assert.ok(site.get(target)?.includes(`id="${fragment}"`), `${path}: ${address}`);
      }
    }
    // What belongs to one bet is shown with it, what serves several or none by itself.
    assert.ok(!site.has('retros/RET-012.html') && site.has('metrics/MET-002.html') && site.has('tracks/TRK-001.html'));
  });

  it('writes the same bytes for the same day, and takes away what is no longer there', () => {
    const [one, two] = [join(folderWith({}), 'site'), join(folderWith({}), 'site')];
    const folder = folderWith({ 'a.bet.yaml': soundBet, 'b.bet.yaml': soundBet.replace('BET-001', 'BET-002') });
    for (const out of [one, two]) assert.equal(report(folder, '--out', out).code, 0);
    assert.deepEqual(siteIn(one), siteIn(two));
    rmSync(join(folder, 'b.bet.yaml'));
    assert.equal(report(folder, '--out', one).code, 0);
    assert.deepEqual(
      [...siteIn(two).keys()].filter(path => !siteIn(one).has(path)),
      ['bets/BET-002.html'],
    );
    // Somebody's now.
    writeFileSync(join(two, 'bets/BET-002.html'), 'my notes');
    const kept = report(folder, '--out', two);
    assert.match(kept.stderr, /BET-002\.html/);
    assert.equal(readFileSync(join(two, 'bets/BET-002.html'), 'utf8'), 'my notes');
  });

  it('does not write into a folder that holds other things, and with --force touches none of them', () => {
    const folder = folderWith({ 'a.bet.yaml': soundBet, 'out/notes.txt': 'mine' });
    assert.equal(report(folder, '--out', 'out').code, 2);
    assert.deepEqual([...siteIn(join(folder, 'out')).keys()], ['notes.txt']);
    assert.equal(report(folder, '--out', 'out', '--force').code, 0);
    assert.equal(readFileSync(join(folder, 'out/notes.txt'), 'utf8'), 'mine');
    const taken = folderWith({ 'a.bet.yaml': soundBet, 'out/index.html': 'mine' });
    assert.equal(report(taken, '--out', 'out', '--force').code, 2);
    assert.deepEqual(siteIn(join(taken, 'out')), new Map([['index.html', 'mine']]));
  });

  it('believes no manifest that names what it can’t have written, and follows no link', () => {
    const victims = { 'notes.html': 'mine', 'bets/plan.html': 'mine', 'a.txt': 'mine' };
    const folder = folderWith({ 'a.bet.yaml': soundBet, 'elsewhere/x.html': 'mine' });
    const out = join(folder, 'out');
    for (const [name, text] of Object.entries(victims)) {
      mkdirSync(dirname(join(out, name)), { recursive: true });
      writeFileSync(join(out, name), text);
    }
    const named = ['../a.bet.yaml', '../elsewhere/x.html', 'a.txt', 'notes.html', 'bets/plan.html', '/etc/hostname'];
    const manifest = { version: 1, files: Object.fromEntries(named.map(path => [path, null])) };
    writeFileSync(join(out, 'betwright-report.json'), JSON.stringify(manifest));
    assert.equal(report(folder, '--out', 'out', '--force').code, 0);
    for (const name of Object.keys(victims)) assert.equal(readFileSync(join(out, name), 'utf8'), 'mine', name);
    assert.ok(existsSync(join(folder, 'a.bet.yaml')) && existsSync(join(folder, 'elsewhere/x.html')));
    const linked = folderWith({ 'a.bet.yaml': soundBet, 'elsewhere/x.html': 'mine', 'out/readme.txt': '' });
    symlinkSync(join(linked, 'elsewhere'), join(linked, 'out/bets'));
    assert.equal(report(linked, '--out', 'out', '--force').code, 2);
    assert.deepEqual(readdirSync(join(linked, 'elsewhere')), ['x.html']);
  });

  it('makes file names of hostile ids, and text of hostile titles', () => {
    const ids = [
      '../../x',
      'con',
      'a/b',
      'BET-9',
      'bet-9',
      '<b>',
      '"><script>alert(1)</script>',
      'x'.repeat(300),
      '%2e%2e',
      'é',
    ];
    const title = '</script><script>alert(1)</script>"><img src=x onerror=alert(1)><!--';
    const bets = ids.map(id => `kind: bet\nid: ${JSON.stringify(id)}\ntitle: ${JSON.stringify(title)}\nowner: ${JSON.stringify(title)}\n`); // prettier-ignore
    const folder = folderWith({ 'all.yaml': bets.join('---\n') });
    assert.equal(report(folder, '--out', 'site', '--title', title).code, 0);
    const site = siteIn(join(folder, 'site'));
    const pages = [...site.keys()].filter(path => path.startsWith('bets/'));
    assert.equal(new Set(pages.map(path => path.toLowerCase())).size, ids.length);
    for (const path of pages) assert.match(path, /^bets\/(?!con\.)[A-Za-z0-9_~-]{1,120}\.html$/);
    for (const [path, text] of site) {
      if (!path.endsWith('.html')) continue;
      assert.doesNotMatch(text, /<img|<script>|<u>|<!--/, path);
      assert.equal(text.match(/<\/script>/g)?.length ?? 0, text.match(/<script /g)?.length ?? 0, path);
    }
    assert.deepEqual(readdirSync(folder).sort(), ['all.yaml', 'site']);
  });

  it('says what is missing, and is no site of nothing unless that is allowed', () => {
    const folder = folderWith({ 'sound.bet.yaml': soundBet, 'broken.bet.yaml': 'id: [' });
    const { code, stderr } = report(folder, '--out', 'site');
    assert.equal(code, 0);
    assert.match(stderr, /broken\.bet\.yaml/);
    assert.ok(siteIn(join(folder, 'site')).get('index.html')?.includes('broken.bet.yaml'));
    const empty = folderWith({ 'notes.md': '# Notes\n' });
    assert.equal(report(empty, '--out', 'site').code, 2);
    assert.equal(report(empty, '--out', 'site', '--allow-empty').code, 0);
    assert.equal(report(folder).code, 2);
    assert.equal(report(folder, '--out', 'sound.bet.yaml').code, 2);
  });
});
