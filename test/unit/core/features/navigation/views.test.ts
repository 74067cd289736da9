import assert from 'node:assert/strict';
import { foldsOf } from '../../../../../src/core/features/navigation/folding.ts';
import { drivenBy, drives, metricAt, selectionOf } from '../../../../../src/core/features/navigation/metric-calls.ts';
import { referencesTo } from '../../../../../src/core/features/navigation/references.ts';
import { renumberDuplicate } from '../../../../../src/core/features/navigation/renumber.ts';
import { selectionsAt } from '../../../../../src/core/features/navigation/selection.ts';
import { spotAt } from '../../../../../src/core/features/navigation/spot.ts';
import {
  maxWorkspaceSymbols,
  searchSymbols,
  type WorkspaceSymbolEntry,
} from '../../../../../src/core/features/navigation/workspace-symbols.ts';
import { parseFile } from '../../../../../src/core/parse/file.ts';
import type { Workspace } from '../../../../../src/core/workspace/workspace.ts';
import { judged } from '../../../../support/workspace.ts';
import { caretIn } from './support.ts';

function workspaceSymbols(workspace: Workspace, query: string): readonly WorkspaceSymbolEntry[] {
  const search = searchSymbols(workspace, query);
  search.look(workspace.files());
  return search.found();
}

describe('symbols of the workspace', () => {
  const { workspace } = judged({
    'a.bet.yaml':
      'id: BET-007\ntitle: Guided onboarding\nowner: Ines Okafor\nmetrics:\n  core:\n    - name: Activation rate\n',
    'b.bet.md': '# BET-0071: Warm bread\n\n**Owner:** Pim Verhoef\n',
    'm.metrics.yaml': 'id: MX-1\ntitle: The company\ncore:\n  - id: act\n    name: Onboarded bakeries\n',
    'r.rollout.yaml': 'bet: BET-007\n',
  });
  const names = (query: string): readonly string[] => workspaceSymbols(workspace, query).map(({ name }) => name);

  it('are found by id, title and owner', () => {
    assert.deepEqual(names('BET-007')[0], 'BET-007 Guided onboarding · Ines Okafor', 'the very id comes first');
    assert.deepEqual(names('bet-007').length, 2);
    assert.deepEqual(names('warm'), ['BET-0071 Warm bread · Pim Verhoef']);
    assert.deepEqual(names('pim verh'), ['BET-0071 Warm bread · Pim Verhoef']);
    assert.deepEqual(names('onboarding ines'), ['BET-007 Guided onboarding · Ines Okafor']);
  });

  it('are metrics by name and id, with their hierarchy', () => {
    assert.deepEqual(
      workspaceSymbols(workspace, 'activation').map(({ type, container }) => [type, container]),
      [['metric', 'Guided onboarding']],
    );
    assert.deepEqual(
      names('act').slice(0, 2),
      ['Onboarded bakeries', 'Activation rate'],
      'the very id before a beginning',
    );
  });

  it('are ranked, beginnings before the middle of words', () => {
    assert.deepEqual(names('onboard'), ['Onboarded bakeries', 'BET-007 Guided onboarding · Ines Okafor']);
    assert.deepEqual(names('gonb'), ['BET-007 Guided onboarding · Ines Okafor']);
    assert.deepEqual(names('nothing of it'), []);
  });

  it('are bounded, and the first ones for an empty query', () => {
    assert.deepEqual(names('').length, 6);
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`b${String(index)}.bet.yaml`, `id: BET-${String(index)}\n`]),
    );
    const large = judged(many).workspace;
    assert.equal(workspaceSymbols(large, '').length, maxWorkspaceSymbols);
    assert.equal(workspaceSymbols(large, 'bet').length, maxWorkspaceSymbols);
  });
});

describe('folds', () => {
  const folds = (text: string, file = 'a.bet.yaml'): readonly string[] | undefined => {
    const parsed = parseFile(file, text);
    return (
      parsed &&
      foldsOf(parsed)?.map(
        ({ start, end, isComment }) => `${String(start)}-${String(end)}${isComment ? ' comment' : ''}`,
      )
    );
  };

  it('blocks, items, texts of several lines and comments', () => {
    const text =
      '# one\n# two\nid: BET-1\nnotes: |\n  a\n  b\n\nrollout:\n  # alone\n  stages:\n    - stage: alpha\n      exit:\n        - done\n    - { stage: beta,\n        duration: 2w }\nowner: x\n';
    assert.deepEqual(folds(text), ['0-1 comment', '3-5', '7-14', '9-14', '10-12', '11-12', '13-14']);
  });

  it('documents of one file', () => {
    assert.deepEqual(folds('id: A\ntitle: a\n---\nid: B\ntitle: b\n'), ['0-1', '3-4']);
  });

  it('nothing where the editor does better: Markdown, and what can’t be parsed', () => {
    assert.equal(folds('# Bet: A\n\n**Owner:** x\n', 'a.bet.md'), undefined);
    assert.equal(folds('id: "A\ntitle: a\n'), undefined);
  });
});

describe('the selection grows', () => {
  function growth(files: Record<string, string>): readonly string[] {
    const { judge, file, offset, texts } = caretIn(files);
    const text = texts[file] ?? '';
    const parsed = parseFile(file, text);
    const model = judge.workspace.get(file)?.model;
    assert.ok(parsed && model);
    return selectionsAt(parsed, model, offset).map(({ start, end }) => text.slice(start, end));
  }

  it('in YAML from the words to the value, the field, the item, the list and the artifact', () => {
    const text = 'id: B\nmetrics:\n  core:\n    - name: "First ‸value"\n      target: 4\n';
    assert.deepEqual(growth({ 'a.bet.yaml': text }), [
      'First value',
      '"First value"',
      'name: "First value"',
      'name: "First value"\n      target: 4',
      '- name: "First value"\n      target: 4',
      'core:\n    - name: "First value"\n      target: 4',
      'metrics:\n  core:\n    - name: "First value"\n      target: 4',
      'id: B\nmetrics:\n  core:\n    - name: "First value"\n      target: 4',
      'id: B\nmetrics:\n  core:\n    - name: "First value"\n      target: 4\n',
    ]);
  });

  it('in Markdown from the value to the artifact', () => {
    const text = '# BET-001: One\n\n**Owner:** Ma‸ria Lind\n';
    const grown = growth({ 'a.bet.md': text });
    assert.equal(grown[0], 'Maria Lind');
    assert.equal(grown.at(-1), text.replace('‸', ''));
  });
});

describe('what drives a metric', () => {
  const files = {
    'm.metrics.yaml':
      'id: MX-1\nlagging:\n  - name: Revenue\ncore:\n  - name: Activation\n    drives: [Revenue]\n  - name: Reach\n    drives: revenue\nleading:\n  - name: Clicks\n    drives: [Activation, Reach, Activation]\n',
    'n.metrics.md':
      '# Metrics: Shop\n\n## Leading metrics\n\n| Metric | Target | Drives |\n|---|---|---|\n| Visits | 4 | Activation |\n',
  };
  function at(marked: Record<string, string>): readonly (readonly string[])[] {
    const { judge, file, offset, texts, show } = caretIn(marked);
    const spot = spotAt(judge, file, texts[file] ?? '', offset);
    assert.ok(spot?.subject.about === 'metric');
    const [place] = spot.subject.places;
    assert.ok(place);
    const again = metricAt(judge, place.part.file, selectionOf(place.metric).start);
    assert.equal(again?.metric.metric, place.metric.metric, 'it is found again by its place');
    const tell = (calls: ReturnType<typeof drives>): string[] =>
      calls.map(({ other, file: where, entries }) => {
        const shown = entries.map(span => show({ file: where, span }).split(' ')[0]);
        return `${other.metric.name} ${shown.join(' ')}`;
      });
    return [tell(drivenBy(referencesTo({ about: 'metric', places: [place] }, judge))), tell(drives(place, judge))];
  }

  it('is found in both directions, entry by entry, in the whole workspace', () => {
    assert.deepEqual(
      at({ ...files, 'm.metrics.yaml': files['m.metrics.yaml'].replace('name: Activation', 'name: Acti‸vation') }),
      [['Clicks m.metrics.yaml:11 m.metrics.yaml:11', 'Visits n.metrics.md:7'], ['Revenue m.metrics.yaml:6']],
    );
  });

  it('in Markdown', () => {
    assert.deepEqual(at({ ...files, 'n.metrics.md': files['n.metrics.md'].replace('Visits', 'Vis‸its') }), [
      [],
      ['Activation n.metrics.md:7'],
    ]);
  });
});

describe('a duplicate gets a number of its own', () => {
  const free = (id: string, ...taken: string[]): string => renumberDuplicate(id, other => taken.includes(other));

  it('in the pattern of the old one', () => {
    assert.equal(free('BET-013', 'BET-013'), 'BET-014');
    assert.equal(free('BET-013', 'BET-013', 'BET-014', 'BET-015'), 'BET-016');
    assert.equal(free('BET-999', 'BET-999'), 'BET-1000');
    assert.equal(free('2026-q1', '2026-q1'), '2026-q2');
    assert.equal(free('checkout', 'checkout'), 'checkout-2');
    assert.equal(free('checkout', 'checkout', 'checkout-2'), 'checkout-3');
  });
});
