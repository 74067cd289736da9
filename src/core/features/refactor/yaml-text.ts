import { resolvePlainScalar } from '../../parse/plain-scalar.ts';
import { hole, isFields, isList, type Fields, type Value } from './value.ts';

/** The character that marks the caret in lines that are being made; it never reaches a file. */
export const caretMark = '\ue000';

/** Fields as lines of YAML in block style, without indentation around them. */
export function yamlLines(fields: Fields): readonly string[] {
  return [...fields].flatMap(([name, value]) => fieldLines(name, value));
}

/** A list's items as lines, `- ` first. */
export function yamlItems(items: readonly Value[]): readonly string[] {
  // Of a list that reads as rows each is one.
  const areRows = items.every(item => !isFields(item) || isShort(item, 110));
  return items.flatMap(item => itemLines(item, areRows));
}

/** A value on one line, as it stands between braces. */
export function yamlFlow(value: Value): string {
  if (isList(value)) return `[${value.map(yamlFlow).join(', ')}]`;
  if (isFields(value)) {
    const inner = [...value].map(([name, each]) => `${keyText(name)}: ${yamlFlow(each)}`).join(', ');
    return inner === '' ? '{}' : `{ ${inner} }`;
  }
  return scalarText(value, 'flow');
}

function fieldLines(name: string, value: Value): readonly string[] {
  const key = `${keyText(name)}:`;
  if (isFields(value)) {
    if (value.size === 0) return [`${key} {}`];
    if (isShort(value, 60)) return [`${key} ${yamlFlow(value)}`];
    return [key, ...yamlLines(value).map(indented)];
  }
  if (isList(value)) {
    if (value.length === 0 || onOneLine.has(name)) return [`${key} ${yamlFlow(value)}`];
    return [key, ...yamlItems(value).map(indented)];
  }
  return scalarLines(`${key} `, value);
}

/** Lists of names, which people write on one line. */
const onOneLine: ReadonlySet<string> = new Set(['drives', 'tags']);

function itemLines(item: Value, isRow: boolean): readonly string[] {
  if (isFields(item)) {
    if (isRow) return [`- ${yamlFlow(item)}`];
    return yamlLines(item).map((line, index) => (index === 0 ? `- ${line}` : indented(line)));
  }
  if (isList(item)) return [`- ${yamlFlow(item)}`];
  return scalarLines('- ', item);
}

/** Rows of small things read best on one line, as people write them. */
function isShort(item: Fields, longest: number): boolean {
  for (const value of item.values()) if (value === hole || isFields(value) || isList(value)) return false;
  return yamlFlow(item).length <= longest;
}

function scalarLines(before: string, value: Exclude<Value, Fields | readonly Value[]>): readonly string[] {
  if (typeof value === 'string' && value.includes('\n') && isLiteral(value)) {
    const lines = value.replace(/\n$/, '').split('\n');
    return [`${before}${value.endsWith('\n') ? '|' : '|-'}`, ...lines.map(indented)];
  }
  return [before + scalarText(value, 'block')];
}

/** Whether a block scalar can hold the text as it is. */
function isLiteral(text: string): boolean {
  return !unprintable.test(text.replaceAll('\n', '')) && !/^\s|[ \t]\n|[ \t]$|\n\n$/.test(text);
}

/** Control characters, halves of characters, and line ends that editors disagree about. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u;

function indented(line: string): string {
  return line === '' ? '' : `  ${line}`;
}

type Style = 'block' | 'flow';

function scalarText(value: Exclude<Value, Fields | readonly Value[]>, style: Style): string {
  if (value === hole) return caretMark;
  if (typeof value === 'string') return textScalar(value, style);
  return typeof value === 'object' ? value.bare : String(value);
}

function keyText(name: string): string {
  return /^[A-Za-z_][\w-]*$/.test(name) ? name : textScalar(name, 'flow');
}

/**
 * A text as people would write it: plain where it reads back as that very text, in single quotes where that is enough,
 * else in double quotes. A number stays bare: to us it is its text all the same.
 */
export function textScalar(text: string, style: Style): string {
  if (isPlain(text, style)) return text;
  if (!unprintable.test(text) && !text.includes("'")) return `'${text}'`;
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escapeCharacter);
}

function isPlain(text: string, style: Style): boolean {
  if (text === '' || text.trim() !== text || unprintable.test(text)) return false;
  if (/^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|^(?:---|\.\.\.)(?:\s|$)|:(?:\s|$)|\s#/.test(text)) return false;
  if (style === 'flow' && /[,[\]{}]|^[-?:]/.test(text)) return false;
  const read = resolvePlainScalar(text);
  if (typeof read === 'string') return !isOldWord.test(text);
  return typeof read === 'number' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text);
}

/** What YAML 1.1, which other tools read, takes for a boolean. */
const isOldWord = /^(?:yes|no|on|off|y|n)$/i;

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
