import type { AnyArtifact } from '../../model/artifact.ts';
import type { ParsedFile } from '../../parse/file.ts';
import type { MapNode, Node } from '../../parse/tree.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import { lineEnding } from '../edits.ts';
import { canonicalFields } from './canonical.ts';
import { hashComment } from './comments.ts';
import { differences, plainIn, plainOf } from './compare.ts';
import { applyEdits } from './plan.ts';
import { wholeTree } from './part-fields.ts';
import { yamlRoot } from './place.ts';
import { unreadLines } from './prose.ts';
import { fieldsOf, fieldsOfEntries, textOfValue, valueOfNode, type Fields, type Value } from './value.ts';
import { yamlLines } from './yaml-text.ts';
import { parseFile } from '../../parse/file.ts';
import { newSheet, nodeAt, setFields } from './yaml-sheet.ts';

export interface YamlText {
  readonly text: string;
  /** How many lines of running text became comments. */
  readonly prose: number;
}

/**
 * A Markdown file as YAML that says the same: its front matter as it stands, what the text says besides as further
 * fields, and every line that is no field as a comment.
 */
export function toYaml(parsed: ParsedFile, artifact: AnyArtifact, target: string): YamlText | undefined {
  const whole = wholeTree(parsed, artifact);
  if (whole === undefined) return undefined;
  const prose = unreadLines(parsed, artifact, whole);
  const eol = lineEnding(parsed.text);
  const comments = prose.flatMap(hashComment);
  const wanted = plainOf(artifact);
  const kind = parsed.name.suffixKind === undefined && parsed.documents.length === 0 ? artifact.kind : undefined;
  for (const fields of [keptFront(parsed, artifact, whole), anew(artifact, whole)]) {
    if (fields === undefined) continue;
    const head = kind === undefined ? [] : [`kind: ${kind}`];
    const lines = [
      ...head,
      ...fields.split(/\r\n|\n|\r/).filter((line, index, all) => !(line === '' && index === all.length - 1)),
    ];
    const text =
      (parsed.text.startsWith('\ufeff') ? '\ufeff' : '') +
      [...lines, ...(comments.length > 0 ? ['', ...comments] : []), ''].join(eol);
    if (differences(wanted, plainIn(target, text)).length === 0) return { text, prose: prose.length };
  }
  return undefined;
}

/** The front matter's own lines, and what the text adds to them. */
function keptFront(parsed: ParsedFile, artifact: AnyArtifact, whole: MapNode): string | undefined {
  const front = yamlRoot(parsed, artifact);
  const document = parsed.documents[0];
  if (front === undefined || document === undefined || front.flow) return undefined;
  const end = parsed.body?.start ?? parsed.text.length;
  const opening = /^\ufeff?---[^\r\n]*(?:\r\n|\n|\r)/.exec(parsed.text)?.[0].length ?? 0;
  const closing = parsed.text.slice(opening, end).replace(/(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r)?$/, '');
  const inner = closing.endsWith('\n') || closing.endsWith('\r') ? closing : `${closing}${lineEnding(parsed.text)}`;
  const own = parseFile('front.bet.yaml', inner);
  const root = own?.documents[0]?.root;
  if (own === undefined || root?.type !== 'map') return undefined;
  const sheet = newSheet(own);
  const shape = documentShapes[artifact.kind];
  setFields(sheet, root, shape, canonicalFields(shape, additions(root, withHead(artifact, whole))));
  return sheet.stuck.length > 0 ? undefined : applyEdits(inner, sheet.edits);
}

function anew(artifact: AnyArtifact, whole: MapNode): string {
  return yamlLines(canonicalFields(documentShapes[artifact.kind], withHead(artifact, whole)))
    .map(line => `${line}\n`)
    .join('');
}

/** The id is written out: another ending of the file's name must not change it. */
function withHead(artifact: AnyArtifact, whole: MapNode): Fields {
  const fields = fieldsOfEntries(whole.entries);
  const id = textOfValue(fields.get('id'))?.trim() ?? '';
  return id === '' ? fieldsOf([['id', artifact.id], ...fields]) : fields;
}

/** What the whole says and the front matter does not. */
function additions(front: MapNode, whole: Fields): Fields {
  return fieldsOf(
    [...whole].flatMap(([name, value]): [string, Value][] => {
      const known = nodeAt(front, [name]);
      const more = known === undefined ? value : addition(known, value);
      return more === undefined ? [] : [[name, more]];
    }),
  );
}

function addition(known: Node, value: Value): Value | undefined {
  const before = valueOfNode(known);
  if (before === undefined) return value;
  if (JSON.stringify(plain(before)) === JSON.stringify(plain(value))) return undefined;
  if (known.type === 'map' && value instanceof Map) {
    const more = additions(known, value);
    return more.size === 0 ? undefined : more;
  }
  return value;
}

function plain(value: Value): unknown {
  if (value instanceof Map) return [...(value as Fields)].map(([name, inner]) => [name, plain(inner)]);
  return Array.isArray(value) ? value.map(inner => plain(inner as Value)) : (textOfValue(value) ?? null);
}
