import { artifactAt, yamlRoot, type Pointer } from './place.ts';
import { planOf, refused, type RefactorContext, type Refactored } from './plan.ts';
import { differences, plainIn, plainOf } from './compare.ts';
import { shownName } from './desk.ts';
import { toMarkdown } from './to-markdown.ts';
import { toYaml } from './to-yaml.ts';

/**
 * A document in the other notation: a new file beside the old one, which is then removed. References stay as they are,
 * because the id is written out. Refuses what would not say the same afterwards.
 */
export function convert(context: RefactorContext, pointer: Pointer): Refactored {
  const { file } = pointer;
  const parsed = context.parsed(file);
  const held = context.workspace.get(file);
  const artifact = artifactAt(context, pointer);
  if (parsed === undefined || held === undefined || artifact === undefined)
    return refused('Here is nothing that could be converted.');
  const { artifacts, broken, templates } = held.model;
  if (broken.length > 0) return refused('The document can’t be parsed: mend it first.');
  if (artifacts.length + templates.length > 1 || parsed.documents.length > 1)
    return refused('The file holds several artifacts: give each a file of its own first.');
  const isYaml = parsed.name.notation === 'yaml';
  const target = file.replace(/\.(?:ya?ml|md)$/i, isYaml ? '.md' : '.yaml');
  if (context.workspace.get(target) !== undefined) return refused(`There is a ${shownName(target)} already.`);
  const warnings: string[] = [];
  let text: string | undefined;
  if (isYaml) {
    const root = yamlRoot(parsed, artifact);
    text = root && toMarkdown(parsed, artifact, root, target);
    if (parsed.text.includes('betwright-ignore'))
      warnings.push('Comments that excuse findings move along: look whether they still stand before what they excuse.');
    if (text !== undefined && differences(plainOf(artifact), plainIn(target, text)).length > 0) text = undefined;
  } else {
    const made = toYaml(parsed, artifact, target);
    text = made?.text;
    if (made && made.prose > 0)
      warnings.push(
        `${made.prose === 1 ? 'One line is' : `${made.prose} lines are`} no field: they become comments at the end.`,
      );
    if (artifact.form?.tierless === true)
      warnings.push('Primary and secondary metrics become core metrics: the lagging and leading tiers will be missed.');
    if (artifact.form?.rollback)
      warnings.push('What the launch says about the way back becomes comments: write it into the rollout.');
  }
  if (text === undefined) return refused('It would not say the same in the other notation, so it stays as it is.');
  return planOf({ edits: new Map(), created: [{ file: target, text }], deleted: [file], warnings });
}
