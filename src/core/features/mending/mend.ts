import type { AnyArtifact } from '../../model/artifact.ts';
import { isKind } from '../../schema/kinds.ts';
import type { ListValue, Located, ObjectValue } from '../../model/located.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Change, FieldPath, Fix, WrittenFields, WrittenValue } from '../../rules/fix.ts';
import { finished, newDesk, sheetOf, write, type Desk } from '../refactor/desk.ts';
import { isInBody, yamlRoot, type Spot } from '../refactor/place.ts';
import type { RefactorContext, Refactored } from '../refactor/plan.ts';
import { fieldsOf, isFields, isList, textOfValue, type Fields, type Value } from '../refactor/value.ts';
import { textScalar } from '../refactor/yaml-text.ts';
import { nodeAt, type Sheet } from '../refactor/yaml-sheet.ts';
import { insertItems } from './insert.ts';
import { removeComment, removeValue } from './remove.ts';
import { addRows, writeRow } from './row.ts';
import { spotAt } from './spot-at.ts';

/** What a fix of a finding would write, in whichever files, or why it can't be written as the texts are now. */
export function mend(context: RefactorContext, finding: Finding, fix: Fix): Refactored {
  const desk = newDesk(context);
  for (const change of fix.changes) make(desk, finding, change);
  return finished(desk);
}

/** The files that a fix would write into. */
export function filesOf(finding: Finding, fix: Fix): readonly string[] {
  return [...new Set(fix.changes.map(change => ('artifact' in change ? change.artifact.file : finding.file)))];
}

function make(desk: Desk, finding: Finding, change: Change): void {
  if ('artifact' in change) {
    // What was found in an earlier text does not say where to write in this one.
    const isPresent = desk.context.workspace.get(change.artifact.file)?.model.artifacts.includes(change.artifact);
    if (isPresent !== true) desk.obstacles.push('The file has changed.');
    else if (change.type === 'write') writeFields(desk, change.artifact, change.path, change.fields);
    else insertItems(desk, change.artifact, change.path, change.items.map(valueOf));
    return;
  }
  const sheet = sheetOf(desk, finding.file);
  if (sheet === undefined) return;
  if (change.type === 'replace') {
    const newText = isInBody(sheet.parsed, change.span) ? change.text : textScalar(change.text, 'flow');
    sheet.edits.push({ span: change.span, newText });
    return;
  }
  const edit =
    change.type === 'removeValue' ? removeValue(sheet.parsed, change.span) : removeComment(sheet.parsed, change.span);
  if (edit) sheet.edits.push(edit);
  else desk.obstacles.push('What is to be removed can’t be told from what stands around it.');
}

function writeFields(desk: Desk, artifact: AnyArtifact, path: FieldPath, written: WrittenFields): void {
  const whole = spotAt(artifact, path);
  const sheet = sheetOf(desk, artifact.file);
  if (sheet === undefined) return;
  if (whole === undefined || path.includes(-1)) {
    desk.obstacles.push('The place can’t be found.');
    return;
  }
  const fields = asNotation(sheet, fieldsIn(written));
  const { model } = whole;
  if (model && isInBody(sheet.parsed, model.span)) {
    const row = writeRow(sheet, whole, fields);
    if (row === 'written') return;
    const isItem = path.some(step => typeof step === 'number') || path.at(-2) === 'components';
    if (row === 'full' || (isItem && !path.includes('stages'))) {
      desk.obstacles.push('There is no room for it in the text.');
      return;
    }
  }
  if (sheet.parsed.name.notation === 'markdown' && model && addsRows(sheet, model, fields)) return;
  const from = startOf(artifact, path);
  const spot = spotAt(artifact, path.slice(0, from));
  if (spot === undefined) return;
  if (!agrees(desk, spot)) {
    desk.obstacles.push('It stands partly in front matter and partly in the text.');
    return;
  }
  write(desk, spot, nested(path.slice(from), fields));
}

/** In Markdown a trigger is a sentence, which means the metric that it begins with. */
function asNotation({ parsed }: Sheet, fields: Fields): Fields {
  const triggers = fields.get('triggers');
  if (parsed.name.notation !== 'markdown' || !isList(triggers)) return fields;
  const sentences = triggers.map(trigger => {
    const metric = isFields(trigger) ? textOfValue(trigger.get('metric')) : undefined;
    if (!isFields(trigger) || metric === undefined) return trigger;
    return fieldsOf([
      ['when', `${metric} is breached`],
      ['action', trigger.get('action')],
    ]);
  });
  return new Map([...fields, ['triggers', sentences]]);
}

/** Further metrics of a tier that has a table. */
function addsRows(sheet: Sheet, model: ObjectValue, fields: Fields): boolean {
  const [name, items] = [...fields][0] ?? [];
  const list = (model as unknown as Readonly<Record<string, ListValue<Located> | undefined>>)[name ?? ''];
  if (fields.size !== 1 || name === undefined || !isList(items) || list?.type !== 'list') return false;
  const last = list.items.at(-1);
  return last !== undefined && isInBody(sheet.parsed, last.span) && addRows(sheet, list, name, items);
}

/** How far the path leads to what the desk writes into: a part, or an item of a list. */
function startOf(artifact: AnyArtifact, path: FieldPath): number {
  const item = path.findLastIndex(step => typeof step === 'number');
  if (item !== -1) return item + 1;
  const [part] = path;
  return artifact.kind === 'bet' && typeof part === 'string' && isKind(part) ? 1 : 0;
}

/** Lists of front matter and of a body are one in the model: a place in it is one in the front matter only if it leads there. */
function agrees(desk: Desk, { artifact, path, model }: Spot): boolean {
  const parsed = desk.context.parsed(artifact.file);
  if (parsed === undefined || model === undefined || !path.some(step => typeof step === 'number')) return true;
  if (isInBody(parsed, model.span)) return true;
  const node = nodeAt(yamlRoot(parsed, artifact), path);
  return node !== undefined && node.span.start <= model.span.end && model.span.start <= node.span.end;
}

function nested(path: FieldPath, fields: Fields): Fields {
  return path.reduceRight<Fields>((inner, name) => new Map([[String(name), inner]]), fields);
}

function fieldsIn(written: WrittenFields): Fields {
  return fieldsOf(
    Object.entries(written).map(([name, value]) => [name, value === undefined ? undefined : valueOf(value)] as const),
  );
}

function valueOf(written: WrittenValue): Value {
  if (typeof written !== 'object') return written;
  return isListOf(written) ? written.map(valueOf) : fieldsIn(written);
}

function isListOf(written: WrittenValue): written is readonly WrittenValue[] {
  return Array.isArray(written);
}
