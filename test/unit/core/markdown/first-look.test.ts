import assert from 'node:assert/strict';
import { mayBeRecognised } from '../../../../src/core/model/markdown/first-look.ts';

describe('the look before anything is parsed', () => {
  const worthParsing: Readonly<Record<string, readonly [path: string, text: string]>> = {
    'a telling name': ['docs/kiosk-rollout-plan.md', 'No heading at all.\n'],
    'a name in the spelling of a URI': ['file:///c%3A/docs/Launch%20Checklist.md', 'x\n'],
    'a telling heading': ['docs/tills.md', '# Launch plan: new tills\n'],
    'a heading that is underlined': ['docs/tills.md', 'Rollout of the tills\n====================\n'],
    'a heading behind a byte order mark': ['docs/tills.md', '\ufeff# Pitch: new tills\n'],
    'a heading behind comments and fences': [
      'docs/tills.md',
      '<!-- lint off\n# Not this -->\n\n```\n# nor this\n```\n\n## Bet 4: new tills\n',
    ],
    'a heading behind front matter': ['docs/tills.md', '---\r\nauthor: Ines\r\n---\r\n\r\n# Rollout plan\r\n'],
    'a type in front matter': ['docs/tills.md', '---\ntype: "launch-checklist"\n---\n# Tills\n'],
    'a nested type': ['docs/tills.md', '---\nartifact: { type: bet }\n---\n# Tills\n'],
  };
  for (const [name, [path, text]] of Object.entries(worthParsing))
    it(`is for ${name}`, () => assert.equal(mayBeRecognised(path, text), true));

  const notWorthIt: Readonly<Record<string, readonly [path: string, text: string]>> = {
    'a README': ['README.md', '# Tills\n\nA program for tills.\n\n## Rollout\n'],
    'a changelog': ['CHANGELOG.md', '# Changelog\n\n## 1.2.0: better metrics\n'],
    'how to contribute': ['CONTRIBUTING.md', '# How to contribute\n\n## Release plan\n'],
    'words inside other words': ['docs/alphabet.md', '# Betting shops and retrofits\n'],
    'a heading far down': ['docs/tills.md', `${'text\n'.repeat(5_000)}# Rollout plan\n`],
    'what nobody wrote by hand': ['docs/rollout-plan.md', `# Rollout plan\n${'text\n'.repeat(50_000)}`],
    'other formats': ['docs/rollout-plan.txt', '# Rollout plan\n'],
    'artifacts by their name': ['docs/a.rollout.md', '# Rollout plan\n'],
    'a front matter that never ends': ['docs/tills.md', `---\n${'a: b\n'.repeat(5_000)}`],
  };
  for (const [name, [path, text]] of Object.entries(notWorthIt))
    it(`is not for ${name}`, () => assert.equal(mayBeRecognised(path, text), false));

  it('never goes on for long, whatever stands there', () => {
    for (const piece of ['#', '# ', '-', '<!--', '```', ' ', '"kind', 'type:', '\r', '---\n', '\ufeff'])
      assert.equal(typeof mayBeRecognised('docs/rollout.md', piece.repeat(200_000)), 'boolean');
  });
});
