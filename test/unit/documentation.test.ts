import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judged } from '../support/workspace.ts';

const root = join(import.meta.dirname, '../..');
const guide = readdirSync(join(root, 'docs/guide')).filter(page => page.endsWith('.md'));

/** An example in the documentation, as a file: it names itself, or a comment before it does. */
interface Example {
  readonly page: string;
  readonly file: string;
  /** A part of a document, a document that shows how something is read, or one that is complete. */
  readonly extent: 'fragment' | 'sketch' | 'complete';
  readonly text: string;
}

const marker = /<!-- (file|fragment): (\S+) -->\n\n$/;
const fence = /^```(ya?ml|markdown|md|csv)(?: (\S+))?\n([\s\S]*?)^```$/gm;

/**
 * `<!-- file: NAME -->` before a fence names a complete document, as does a first line `# NAME`; a name behind the fence's
 * language a sketch; `<!-- fragment: KIND -->` says that it is a part.
 */
function examplesIn(page: string): readonly Example[] {
  const source = readFileSync(join(root, page), 'utf8');
  return [...source.matchAll(fence)].map((found, index): Example => {
    const [whole, language, inline, text = ''] = found;
    if (inline !== undefined) return { page, file: inline, extent: 'sketch', text };
    const [, what, name] = marker.exec(source.slice(0, found.index)) ?? [];
    if (what === 'fragment') {
      const ending = language === 'markdown' || language === 'md' ? 'md' : 'yaml';
      const hasHead = /^(?:id|kind):/m.test(text);
      const start = hasHead ? '' : ending === 'md' ? '# X-001: A part\n\n' : 'id: X-001\n';
      const file = `fragments/${page.replaceAll('/', '-')}-${String(index)}.${name ?? ''}.${ending}`;
      return { page, file, extent: 'fragment', text: start + text };
    }
    const file = name ?? /^# (\S+\.yaml)\n/.exec(text)?.[1];
    assert.ok(file !== undefined, `${page}: an example says neither its file nor that it is a fragment:\n${whole}`);
    return { page, file, extent: 'complete', text };
  });
}

/** What is said of a text for what stands there, whatever may still be missing. */
const ofReading = /^(?:document|value|reference|ignore|config)\//;

describe('documentation', () => {
  const examples = guide.flatMap(page => examplesIn(`docs/guide/${page}`));
  const wholes = examples.filter(({ extent }) => extent !== 'fragment');
  const files = Object.fromEntries(wholes.map(({ file, text }) => [file, text]));
  const judge = judged(files);

  it('names each file of the guide once', () => {
    assert.equal(Object.keys(files).length, wholes.length);
  });

  for (const { page, file, extent } of wholes.filter(each => !each.file.endsWith('.csv')))
    it(`${page}: ${file} is read, and there is nothing to say about it`, () => {
      assert.ok(judge.isOurs(file), 'it is read');
      const said = judge.findings(file).filter(({ rule }) => extent === 'complete' || ofReading.test(rule));
      assert.deepEqual(
        said.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    });

  for (const { page, file, text } of [
    ...examples.filter(({ extent }) => extent === 'fragment'),
    ...examplesIn('README.md').map(each => ({ ...each, file: `readme/${each.file}` })),
  ])
    it(`${page}: ${file} is read without a question`, () => {
      const among = judged({ ...files, [file]: text });
      assert.ok(among.isOurs(file), 'it is read');
      const said = among.findings(file).filter(({ rule }) => ofReading.test(rule) && rule !== 'reference/duplicate');
      assert.deepEqual(
        said.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    });

  for (const page of ['bets', 'metrics-hierarchy', 'staged-rollout', 'retrospectives', 'launches', 'dual-track'])
    it(`shows ${page} complete in YAML and in Markdown`, () => {
      const own = wholes.filter(each => each.page === `docs/guide/${page}.md` && each.extent === 'complete');
      assert.ok(own.some(({ file }) => file.endsWith('.yaml')) && own.some(({ file }) => file.endsWith('.md')));
    });
});
