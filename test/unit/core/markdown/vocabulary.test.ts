import assert from 'node:assert/strict';
import { buildFileModel } from '../../../../src/core/model/file-model.ts';
import { extendVocabulary, vocabulary } from '../../../../src/core/model/markdown/vocabulary.ts';
import { parseFile } from '../../../../src/core/parse/file.ts';

const text = '# Bet: Shared drafts\n\n**Verantwortlich:** Noor Haddad\n\n**Status:** Building\n';

function ownerWith(words: typeof vocabulary): string | undefined {
  const parsed = parseFile('a.bet.md', text);
  const artifact = parsed && buildFileModel('a.bet.md', parsed, { words })?.artifacts[0];
  return artifact?.model.owner?.name?.text;
}

describe('the vocabulary of a team', () => {
  it('adds its own words and keeps the others', () => {
    const field = Object.entries(vocabulary.labels).find(([, table]) => 'owner' in table)?.[0] ?? '';
    const own = extendVocabulary(vocabulary, { labels: { [field]: { owner: ['Verantwortlich'] } } });
    assert.equal(ownerWith(vocabulary), undefined);
    assert.equal(ownerWith(own), 'Noor Haddad');
  });
});
