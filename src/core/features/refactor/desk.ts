import type { ObjectValue } from '../../model/located.ts';
import type { ParsedFile } from '../../parse/file.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import type { ObjectShape } from '../../schema/shape.ts';
import type { TextEdit } from '../edits.ts';
import { writeInBody } from './body-sheet.ts';
import { headFields, isInBody, yamlRoot, type Spot } from './place.ts';
import { planOf, refused, type CreatedFile, type RefactorContext, type Refactored } from './plan.ts';
import { fieldsOf, type Fields, type Value } from './value.ts';
import { yamlFlow } from './yaml-text.ts';
import { newFrontMatter, newSheet, nodeAt, setFields, type Sheet } from './yaml-sheet.ts';

/** Everything that one refactoring writes, file by file, until it is a plan. */
export interface Desk {
  readonly context: RefactorContext;
  readonly sheets: Map<string, Sheet>;
  readonly created: CreatedFile[];
  readonly deleted: string[];
  readonly warnings: string[];
  /** Why it can't be written, if it can't. */
  readonly obstacles: string[];
}

export function newDesk(context: RefactorContext): Desk {
  return { context, sheets: new Map(), created: [], deleted: [], warnings: [], obstacles: [] };
}

export function sheetOf(desk: Desk, file: string): Sheet | undefined {
  const known = desk.sheets.get(file);
  if (known) return known;
  const parsed = desk.context.parsed(file);
  if (parsed === undefined) {
    desk.obstacles.push(`The file ${shownName(file)} can't be read at the moment.`);
    return undefined;
  }
  const sheet = newSheet(parsed);
  desk.sheets.set(file, sheet);
  return sheet;
}

/**
 * Sets fields where the artifact says such things: in YAML, in front matter, or in the running text. What is there is
 * replaced, lists get further items, the rest is added.
 */
export function write(desk: Desk, spot: Spot, fields: Fields): void {
  if (fields.size === 0) return;
  const sheet = sheetOf(desk, spot.artifact.file);
  if (sheet === undefined) return;
  if (sheet.parsed.name.notation === 'yaml') writeYaml(sheet, spot, fields);
  else writeMarkdown(desk, sheet, spot, fields);
  const [stuck] = sheet.stuck;
  if (stuck !== undefined)
    desk.obstacles.push(
      `"${stuck}" in ${shownName(spot.artifact.file)} is taken over from elsewhere (an anchor or a merge key), or written in another form: write it out there first.`,
    );
}

/** The plan, or the first reason why nothing can be written. */
export function finished(desk: Desk): Refactored {
  const [obstacle] = desk.obstacles;
  if (obstacle !== undefined) return refused(obstacle);
  const edits = new Map<string, readonly TextEdit[]>();
  for (const [file, sheet] of desk.sheets) edits.set(file, sheet.edits);
  return planOf({ edits, created: desk.created, deleted: desk.deleted, warnings: desk.warnings });
}

function writeYaml(sheet: Sheet, { artifact, path, shape }: Spot, fields: Fields): void {
  const root = yamlRoot(sheet.parsed, artifact);
  if (root === undefined) {
    sheet.stuck.push(artifact.id);
    return;
  }
  const map = nodeAt(root, path);
  // A place in a list can only be reached, not made.
  if (map?.type === 'map') setIn(sheet, spotDepth(sheet, root, path), map, shape, fields);
  else if (path.every(step => typeof step === 'string'))
    setFields(sheet, root, documentShapes[artifact.kind], nested(path, fields));
  else setItem(sheet, root, path, shape, fields);
}

function setIn(
  sheet: Sheet,
  reachable: boolean,
  map: Parameters<typeof setFields>[1],
  shape: ObjectShape,
  fields: Fields,
): void {
  if (reachable) setFields(sheet, map, shape, fields);
  else sheet.stuck.push(shape.name.toLowerCase());
}

/** Whether nothing on the way down stands behind an alias or a merge key. */
function spotDepth(sheet: Sheet, root: Parameters<typeof nodeAt>[0], path: readonly (string | number)[]): boolean {
  let outer = root;
  for (let depth = 1; depth <= path.length; depth++) {
    const node = nodeAt(root, path.slice(0, depth));
    if (node === undefined || outer === undefined) return false;
    if (sheet.parsed.text[node.span.start] === '*') return false;
    if (node.span.start < outer.span.start || node.span.end > outer.span.end) return false;
    outer = node;
  }
  return true;
}

/** An item of a list that is a bare word: `- internal` becomes the set of fields that it is short for. */
function setItem(
  sheet: Sheet,
  root: Parameters<typeof nodeAt>[0],
  path: readonly (string | number)[],
  shape: ObjectShape,
  fields: Fields,
): void {
  const node = nodeAt(root, path);
  const { text } = sheet.parsed;
  if (
    node?.type !== 'scalar' ||
    node.style === 'block' ||
    shape.shorthand === undefined ||
    text[node.span.start] === '*'
  ) {
    sheet.stuck.push(shape.name.toLowerCase());
    return;
  }
  const whole = fieldsOf([[shape.shorthand, { bare: text.slice(node.span.start, node.span.end) }], ...fields]);
  sheet.edits.push({ span: node.span, newText: yamlFlow(whole) });
}

function writeMarkdown(desk: Desk, sheet: Sheet, spot: Spot, fields: Fields): void {
  const { parsed } = sheet;
  const front: [string, Value][] = [];
  const body: [string, Value][] = [];
  const inFront = standsInFront(parsed, spot);
  for (const [name, value] of fields) {
    const written = fieldSpan(spot.model, name);
    const isBody = written === undefined ? !inFront : isInBody(parsed, written);
    (isBody ? body : front).push([name, value]);
  }
  if (front.length > 0) {
    const root = yamlRoot(parsed, spot.artifact);
    if (root) writeYaml(sheet, spot, fieldsOf(front));
    else if (spot.artifact.form?.origin === 'document')
      sheet.edits.push(newFrontMatter(parsed.text, nested(spot.path, fieldsOf(front))));
    else desk.obstacles.push('The bet is one of several in its file, and has no front matter of its own.');
  }
  if (body.length > 0) {
    const obstacle = writeInBody(sheet, spot, fieldsOf(body));
    if (obstacle !== undefined) desk.obstacles.push(obstacle);
  }
}

/** Whether new fields belong into the front matter: what is there of their kind stands there, or nothing stands in the body. */
export function standsInFront(parsed: ParsedFile, spot: Spot): boolean {
  const root = yamlRoot(parsed, spot.artifact);
  if (root === undefined) return false;
  const spans = Object.entries(spot.model ?? {}).flatMap(([name, value]) => {
    const span = headFields.has(name) || name === 'notes' ? undefined : spanIn(value);
    return span ? [span] : [];
  });
  if (spans.length > 0) return spans.filter(span => !isInBody(parsed, span)).length * 2 >= spans.length;
  // Nothing of it is there: where the rest of the artifact stands.
  if (spot.path.length > 0) return standsInFront(parsed, { ...spot, path: [], model: spot.artifact.model });
  return true;
}

function fieldSpan(model: ObjectValue | undefined, name: string): { start: number; end: number } | undefined {
  return spanIn((model as Readonly<Record<string, unknown>> | undefined)?.[name]);
}

function spanIn(value: unknown): { start: number; end: number } | undefined {
  if (typeof value !== 'object' || value === null || !('span' in value) || !('type' in value)) return undefined;
  return value.span as { start: number; end: number };
}

function nested(path: readonly (string | number)[], fields: Fields): Fields {
  return path.reduceRight<Fields>((inner, name) => new Map([[String(name), inner]]), fields);
}

/** A file's name for people, without the folders around it. */
export function shownName(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).slice(0, 100);
}
