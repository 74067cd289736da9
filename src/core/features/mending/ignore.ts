import { ignoreComments } from '../../parse/ignore-comments.ts';
import type { Block } from '../../parse/markdown/blocks.ts';
import { parseFile, type ParsedFile } from '../../parse/file.ts';
import type { Node } from '../../parse/tree.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Day } from '../../model/values/date.ts';
import { applyEdits } from '../refactor/plan.ts';
import { lineEnding, type TextEdit } from '../edits.ts';
import { isInBody } from '../refactor/place.ts';

/** Where an exception is to hold. */
export type IgnoreReach = 'place' | 'file';

/**
 * A comment that excuses a finding, with a reason that holds until somebody writes a better one; undefined where no comment can
 * stand that would reach it, or the finding can't be excused at all.
 */
export function ignoreEdit(parsed: ParsedFile, finding: Finding, reach: IgnoreReach, today: Day): TextEdit | undefined {
  const { rule } = finding;
  if (rule.startsWith('ignore/') || rule === 'document/syntax') return undefined;
  const edit = reach === 'file' ? atTop(parsed, rule, today) : above(parsed, finding, today);
  return edit && reaches(parsed, finding, edit) ? edit : undefined;
}

function reasonOn(today: Day): string {
  return `accepted on ${today}`;
}

function atTop({ text, name, documents }: ParsedFile, rule: string, today: Day): TextEdit {
  const said = `betwright-ignore-file ${rule}: ${reasonOn(today)}`;
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const eol = lineEnding(text);
  if (name.notation === 'yaml') return inserted(start, `# ${said}${eol}`);
  const [front] = documents;
  if (front === undefined) return inserted(start, `<!-- ${said} -->${eol}${eol}`);
  return inserted(nextLine(text, start), `# ${said}${eol}`);
}

function above(parsed: ParsedFile, { span, rule }: Finding, today: Day): TextEdit | undefined {
  const { text } = parsed;
  const said = `betwright-ignore ${rule}: ${reasonOn(today)}`;
  const isBody = isInBody(parsed, span);
  const from = isBody ? startOfBlock(parsed, span.start) : startOfScalar(parsed, span.start);
  // What stands at the first line, whatever that is, would stand at the comment.
  if (from === undefined || (isBody && span.start <= (text.charCodeAt(0) === 0xfeff ? 1 : 0))) return undefined;
  const start = lineStart(text, from);
  const indent = /^[ \t]*/.exec(text.slice(start, from))?.[0] ?? '';
  const comment = isBody ? `<!-- ${said} -->` : `# ${said}`;
  return inserted(start, indent + comment + lineEnding(text));
}

/** A comment may stand between the lines of YAML, and in no scalar: the first line of the value then, or of its key. */
function startOfScalar(parsed: ParsedFile, at: number): number {
  const { text } = parsed;
  let from = at;
  for (const { root } of parsed.documents) {
    const scalar = root && scalarAround(root, lineStart(text, from));
    if (scalar) from = scalar.span.start;
  }
  return from;
}

function scalarAround(node: Node, at: number): Node | undefined {
  if (node.span.start >= at || node.span.end <= at) return undefined;
  if (node.type === 'scalar') return node;
  const parts = node.type === 'list' ? node.items : node.entries.map(({ value }) => value);
  for (const part of parts) {
    const found = scalarAround(part, at);
    if (found) return found;
  }
  return undefined;
}

/** A comment between the lines of a paragraph or of a table would tear it. */
function startOfBlock({ markdown }: ParsedFile, at: number): number | undefined {
  return markdown && blockStart(markdown.blocks, at);
}

function blockStart(blocks: readonly Block[], at: number): number | undefined {
  const block = blocks.findLast(({ span }) => span.start <= at && at <= span.end);
  if (block === undefined) return undefined;
  if (block.type !== 'list') return block.span.start;
  const item = block.items.findLast(({ span }) => span.start <= at && at <= span.end);
  // In an item, what stands under its first line begins a block of its own.
  if (item === undefined) return block.span.start;
  const inside = blockStart(item.blocks.slice(1), at);
  return inside ?? item.span.start;
}

/** Whether the comment does what it is there for, and the rest is read as before. */
function reaches(parsed: ParsedFile, { span, rule, file }: Finding, edit: TextEdit): boolean {
  const text = applyEdits(parsed.text, [edit]);
  const after = parseFile(file, text, { isIncluded: () => true });
  if (after === undefined || after.documents.some(({ problems }) => problems.length > 0)) return false;
  const at = span.start + (span.start >= edit.span.start ? edit.newText.length : 0);
  return ignoreComments(after).some(
    ({ rules, reason, excuses }) =>
      reason !== undefined && rules.includes(rule) && excuses && excuses.start <= at && at <= excuses.end,
  );
}

function inserted(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

function lineStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return text.charCodeAt(at) === 0xfeff ? at + 1 : at;
}

function nextLine(text: string, from: number): number {
  const found = /\r\n|\n|\r/.exec(text.slice(from));
  return found ? from + found.index + found[0].length : text.length;
}
