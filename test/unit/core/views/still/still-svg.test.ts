import assert from 'node:assert/strict';
import { hierarchyCss } from '../../../../../src/core/views/hierarchy/css.ts';
import { stillCss } from '../../../../../src/core/views/still/still-css.ts';
import { stillSvg } from '../../../../../src/core/views/still/still-svg.ts';

const css = `.p,.t{--ground:var(--vscode-x,#fff);--ink:var(--vscode-y,var(--vscode-z,rgba(0,0,0,.5)));font-family:var(--vscode-font-family,system-ui,"A B")}
@media (prefers-color-scheme:dark){.p,.t{--ground:var(--vscode-x,#000)}}
.p .ground{fill:var(--ground);stroke:var(--edge,none)}
.p .hit{--verdict:var(--ink)}
.p .missed,.p .breached{--verdict:red}
.p .bar{stroke:var(--verdict)}
.p .bar:hover,.p .quiet{opacity:1}
.vscode-dark .p .bar{stroke:none}
`;

describe('a still picture', () => {
  it('has the colours that its variables stand for, by scheme and by class', () => {
    assert.deepEqual(stillCss(css, 'light').split('\n'), [
      '.p,.t{font-family:system-ui,"A B"}',
      '.p .ground{fill:#fff;stroke:none}',
      '.p .hit .bar{stroke:rgba(0,0,0,.5)}',
      '.p .missed .bar{stroke:red}',
      '.p .breached .bar{stroke:red}',
      '.p .quiet{opacity:1}',
    ]);
    assert.match(stillCss(css, 'dark'), /\.p \.ground\{fill:#000;/);
  });

  it('leaves nothing in our stylesheet that a program of old does not know', () => {
    for (const scheme of ['light', 'dark'] as const) {
      const still = stillCss(hierarchyCss, scheme);
      assert.doesNotMatch(still, /var\(|--|@|undefined|:(?:hover|focus)|[:;]\s*[;}]/);
      assert.ok(still.includes('.betwright-hierarchy .hit .fill'));
    }
    assert.notEqual(stillCss(hierarchyCss, 'light'), stillCss(hierarchyCss, 'dark'));
  });

  it('changes the style of a picture and nothing else', () => {
    const svg = '<svg><title>var(--x)</title><style>.p{fill:var(--x,#123)}</style><text>{a:hover}</text></svg>';
    assert.equal(
      stillSvg(svg, 'light'),
      '<svg><title>var(--x)</title><style>.p{fill:#123}</style><text>{a:hover}</text></svg>',
    );
  });
});
