import assert from 'node:assert/strict';
import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { aimlessBet, betwright, checked, folderWith, places, removeFolders, soundBet } from './betwright.ts';

describe('bytes that are no plain text', () => {
  after(removeFolders);

  const control = `priorty: P1\n${aimlessBet}metrics:\n  core:\n    - name: Größe 😀\n      target: viel\nnotes: naïve\n`;
  const markdown = `---\n${control}---\n\n# A story\n`;

  for (const [name, change] of Object.entries({
    'a byte order mark': (text: string) => `\ufeff${text}`,
    CRLF: (text: string) => text.replaceAll('\n', '\r\n'),
    'CRLF behind a byte order mark': (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
    'lone CR': (text: string) => text.replaceAll('\n', '\r'),
    'mixed line ends': (text: string) => text.replace('\n', '\r\n'),
  })) {
    it(`give the same facts with ${name}`, () => {
      const facts = (edit: (text: string) => string): readonly unknown[] => {
        const report = checked(
          folderWith({ 'a.bet.yaml': edit(control), 'b.bet.md': edit(markdown.replace('BET-001', 'BET-002')) }),
        );
        return [report.files, report.artifacts, report.findings.map(({ rule, file, range }) => [rule, file, range])];
      };
      const plain = facts(text => text);
      assert.equal((plain[2] as unknown[]).length >= 4, true);
      assert.deepEqual(facts(change), plain);
    });
  }

  const utf16le = Buffer.from(soundBet, 'utf16le');
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  for (const [name, bytes] of Object.entries({
    'UTF-16 with a mark': Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le]),
    'UTF-16 without a mark': utf16le,
    'UTF-16, the other end first': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16le).swap16()]),
    'a picture': png,
    'a NUL': Buffer.from(soundBet.replace('Saved', 'Sav\0ed')),
  })) {
    it(`are one finding, and nothing else suffers: ${name}`, () => {
      const markdown = Buffer.concat([Buffer.from('---\n'), bytes]);
      const report = checked(
        folderWith({ 'bad.bet.yaml': bytes, 'bad.bet.md': markdown, 'good.bet.yaml': aimlessBet }),
      );
      const told = report.findings.map(({ rule, file }) => `${rule} ${file}`);
      assert.deepEqual(told, [
        'document/syntax bad.bet.md',
        'document/syntax bad.bet.yaml',
        'bet/hypothesis-missing good.bet.yaml',
      ]);
      assert.deepEqual([report.files, report.artifacts], [3, 1]);
    });
  }

  for (const [name, bytes, line] of [
    ['Latin-1', Buffer.from(soundBet.replace('Saved', 'Größe'), 'latin1'), 3],
    ['a character cut in two', Buffer.concat([Buffer.from(soundBet), Buffer.from([0xf0, 0x9f])]), 11],
  ] as const) {
    it(`are one finding at their line where they are no UTF-8: ${name}`, () => {
      const markdown = Buffer.concat([Buffer.from('---\n'), bytes]);
      const report = checked(folderWith({ 'bad.bet.yaml': bytes, 'bad.bet.md': markdown }));
      assert.deepEqual(places(report), [
        `document/syntax bad.bet.md:${line + 1}`,
        `document/syntax bad.bet.yaml:${line}`,
      ]);
    });
  }

  it('are no exception where there are none', () => {
    const blank = {
      'zero.bet.yaml': '',
      'blank.bet.yaml': ' \n\n',
      'comment.bet.yaml': '# later\n',
      'markers.bet.yaml': '---\n---\n',
      'zero.bet.md': '',
      'bom.bet.yaml': '\ufeff',
    };
    const { code, stderr } = betwright(['check'], folderWith({ ...blank, 'good.bet.yaml': soundBet }));
    assert.ok(code === 0 || code === 1);
    assert.equal(stderr, '');
  });

  it('are not read where they are too many, and not passed over in silence', () => {
    const folder = folderWith({ 'good.bet.yaml': aimlessBet, 'notes.md': '' });
    for (const name of ['huge.bet.yaml', 'notes.md']) {
      const file = openSync(join(folder, name), 'w');
      // Holes: a tenth of a terabyte that takes no room, and would take minutes to read.
      ftruncateSync(file, 100_000_000_000);
      closeSync(file);
    }
    assert.deepEqual(places(checked(folder)), [
      'bet/hypothesis-missing good.bet.yaml:2',
      'document/syntax huge.bet.yaml:1',
    ]);
  });

  it('are UTF-16 units in JSON, and well-formed even where YAML escapes half a character', () => {
    const folder = folderWith({ 'a.bet.yaml': `${soundBet}mode: "\\ud83d"\nx-a: 😀\npriorty: P1 # 😀\n` });
    const { stdout } = betwright(['check', '--format', 'json'], folder);
    assert.equal(/\\ud[89a-f]/i.test(stdout), false);
    const shown = betwright(['show', 'BET-001', '--format', 'json'], folder).stdout;
    assert.equal(/\\ud[89a-f]/i.test(shown), false);
  });
});
