import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import { buildFileModel } from '../../../../src/core/model/file-model.ts';
import { parseFile } from '../../../../src/core/parse/file.ts';
import { isKind } from '../../../../src/core/schema/kinds.ts';
import { fillTemplate, snippetBody, templates, type Template } from '../../../../src/core/templates/index.ts';
import { parseSnippet, type SnippetPart } from '../../../../src/core/templates/snippet-syntax.ts';

const days = { today: '2026-11-22', timeboxEnd: '2027-01-03' };
const knownTokens = new Set(['id', 'title', 'owner', 'bet', 'today', 'timeboxEnd']);

for (const template of templates) {
  describe(`template ${template.prefix} (${template.notation})`, () => {
    const parts = flatten(parseSnippet(template.body));

    it('expands to YAML that can be parsed', () => {
      for (const values of [{}, days, { ...days, title: 'A: b # c', id: 'BET-020', owner: '@ana, {x}', bet: '010' }]) {
        const filled = fillTemplate(template, values);
        const { errors, warnings } = parseDocument(yamlOf(template, filled));
        assert.deepEqual([...errors, ...warnings], []);
      }
    });

    it('says what kind it is when it is a whole artifact, and fills in the id it is given', () => {
      if (template.scope === 'block') return;
      const filled = parseDocument(
        yamlOf(template, fillTemplate(template, { ...days, id: 'XY-020', title: 'On: time' })),
      );
      assert.equal(filled.get('kind'), template.kind);
      assert.equal(filled.get('id'), 'XY-020');
      assert.equal(filled.get('title'), 'On: time');
    });

    it('gives, as a whole artifact, a file in which every field and every value can be read', () => {
      if (template.scope === 'block') return;
      const name = `new.${template.kind}.${template.notation === 'yaml' ? 'yaml' : 'md'}`;
      for (const values of [{}, days]) {
        const parsed = parseFile(name, fillTemplate(template, values));
        const model = parsed && buildFileModel(name, parsed);
        const artifacts = model?.artifacts.map(({ kind, problems }) => ({ kind, problems }));
        assert.deepEqual(
          { artifacts, broken: model?.broken },
          { artifacts: [{ kind: template.kind, problems: [] }], broken: [] },
        );
      }
    });

    it('numbers its stops from 1 without gaps, and introduces each before it is repeated', () => {
      const numbers = parts.flatMap(part => ('number' in part && part.number > 0 ? [part.number] : []));
      const firsts = [...new Set(numbers)];
      assert.deepEqual(
        firsts,
        firsts.map((_, index) => index + 1),
      );
    });

    it('leaves nothing of the snippet syntax in the text', () => {
      const filled = fillTemplate(template, days);
      assert.doesNotMatch(filled, /\$\{|\$[0-9](?![\d.])|\\/);
    });

    it('uses no token that nobody fills in', () => {
      const names = parts.flatMap(part => (part.type === 'token' ? [part.name] : []));
      assert.deepEqual(
        names.filter(name => !knownTokens.has(name)),
        [],
      );
    });

    it('gives VS Code no variable but its own dates', () => {
      const tokens = flatten(parseSnippet(snippetBody(template).join('\n'))).flatMap(part =>
        part.type === 'token' ? [part.name] : [],
      );
      assert.deepEqual(
        tokens.filter(name => !['CURRENT_YEAR', 'CURRENT_MONTH', 'CURRENT_DATE'].includes(name)),
        [],
      );
    });

    it('is of a known kind and has a label and a description', () => {
      assert.ok(isKind(template.kind));
      assert.ok(template.label.length > 0 && template.description.length > 0);
    });
  });
}

describe('templates', () => {
  it('have prefixes and labels of their own in each notation', () => {
    for (const notation of ['yaml', 'markdown'] as const) {
      const mine = templates.filter(template => template.notation === notation);
      assert.equal(new Set(mine.map(template => template.prefix)).size, mine.length);
      assert.equal(new Set(mine.map(template => template.label)).size, mine.length);
    }
  });

  it('exist for a bet and a hierarchy, in both notations', () => {
    for (const prefix of [
      'bet',
      'bet-full',
      'bet-metrics',
      'bet-guardrail',
      'bet-stage',
      'bet-retro',
      'bet-decision',
    ]) {
      assert.deepEqual(
        templates
          .filter(template => template.prefix === prefix)
          .map(template => template.notation)
          .sort(),
        ['markdown', 'yaml'],
      );
    }
  });
});

/** All of a YAML template, the front matter of a whole Markdown one; a block of a Markdown file is front matter as well. */
function yamlOf(template: Template, filled: string): string {
  if (template.notation === 'yaml' || template.scope === 'block') return filled;
  const found = /^---\n([\s\S]*?\n)---\n\n# \S/.exec(filled);
  assert.ok(found?.[1], 'front matter, then a heading');
  return found[1];
}

function flatten(parts: readonly SnippetPart[]): readonly SnippetPart[] {
  return parts.flatMap(part => (part.type === 'stop' ? [part, ...flatten(part.content)] : [part]));
}
