import { nearestWord } from '../../model/nearest.ts';
import type { Finding } from '../../rules/finding.ts';
import { chosen, type Change, type Choices, type Fix, type WrittenFields, type WrittenValue } from '../../rules/fix.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { catalogOf } from '../completion/catalog.ts';
import { renumberDuplicate } from '../navigation/renumber.ts';

/** So many of a kind are offered: a menu is to be read. */
const mostChoices = 3;

/** The fixes of a finding, with everything in them chosen that the workspace knows. */
export function offersOf(workspace: Workspace, finding: Finding): readonly Fix[] {
  return (finding.fixes ?? []).flatMap(fix => {
    const { choices } = fix;
    if (choices === undefined) return [fix];
    return choicesFor(workspace, choices).map(word => choose(fix, word));
  });
}

function choicesFor(workspace: Workspace, choices: Choices): readonly string[] {
  if (choices.of === 'people') return catalogOf(workspace).names('person').slice(0, mostChoices);
  if (choices.of === 'freeId') return [renumberDuplicate(choices.near, id => workspace.lookup.withId(id).length > 0)];
  const catalog = catalogOf(workspace);
  const known =
    choices.target === 'metric'
      ? catalog.metrics().flatMap(({ metric }) => [metric.id, metric.name])
      : catalog.artifacts(choices.target).map(({ id }) => id);
  const left = new Set(known.filter(word => word !== '' && word !== choices.near));
  const near: string[] = [];
  while (near.length < mostChoices) {
    const word = nearestWord(choices.near, [...left]);
    if (word === undefined) break;
    near.push(word);
    left.delete(word);
  }
  return near;
}

function choose(fix: Fix, word: string): Fix {
  const { title, changes, isAnswer, isSafe } = fix;
  return {
    title: title.replaceAll(chosen, word.length > 50 ? `${word.slice(0, 49)}…` : word),
    changes: changes.map(change => filled(change, word)),
    ...(isAnswer && { isAnswer }),
    ...(isSafe && { isSafe }),
  };
}

function filled(change: Change, word: string): Change {
  if (change.type === 'replace') return { ...change, text: change.text.replaceAll(chosen, word) };
  if (change.type === 'write') return { ...change, fields: filledFields(change.fields, word) };
  if (change.type === 'insert') return { ...change, items: change.items.map(item => filledFields(item, word)) };
  return change;
}

function filledFields(fields: WrittenFields, word: string): WrittenFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value === undefined ? undefined : filledValue(value, word)]),
  );
}

function filledValue(value: WrittenValue, word: string): WrittenValue {
  if (typeof value === 'string') return value.replaceAll(chosen, word);
  if (typeof value !== 'object') return value;
  return isListOf(value) ? value.map(item => filledValue(item, word)) : filledFields(value, word);
}

function isListOf(value: WrittenValue): value is readonly WrittenValue[] {
  return Array.isArray(value);
}
