import { readFileName } from '../../parse/file-name.ts';
import { splitFrontMatter } from '../../parse/front-matter.ts';
import { maxTextLength } from '../../parse/obstacles.ts';
import { isKind, type Kind } from '../../schema/kinds.ts';
import type { Judge } from '../../service.ts';
import { spanOf, type Span } from '../../text/span.ts';
import { noItems, type CompletionList } from './item.ts';
import type { CompletionQuestion } from './question.ts';
import { completeMarkdown } from './markdown/complete.ts';
import { surroundingsOfYaml } from './surroundings.ts';
import { templateItems } from './templates.ts';
import { completeYaml } from './yaml/complete.ts';
import { documentAround, openFrontMatter } from './yaml/documents.ts';
import { readLoosely, type LooseDocument } from './yaml/loose.ts';
import { textOf, valueOf } from './yaml/loose-tree.ts';

/**
 * What fits at the caret, in both notations and in whatever state the text is. Where nothing is sure nothing is
 * offered: in comments, fences and texts of several lines, and in files of others. Never throws.
 */
export function completionsAt(judge: Judge, question: CompletionQuestion): CompletionList {
  const { file, text, caret } = question;
  const name = readFileName(file);
  if (name === undefined || text.length > maxTextLength || caret < 0 || caret > text.length) return noItems;
  if (name.notation === 'yaml') {
    const span = documentAround(text, caret);
    return span === undefined ? noItems : inYaml(judge, question, span, name.suffixKind);
  }
  const { yaml, body } = splitFrontMatter(text);
  const front = yaml ?? openFrontMatter(text);
  if (front && front.start <= caret && (caret < front.end || front.end === text.length))
    return inYaml(judge, question, front, name.suffixKind);
  if (caret < body.start) return noItems;
  const kind = kindOfMarkdown(judge, question, front, name.suffixKind);
  if (kind === undefined) return noItems;
  if (text.trim().length === caretWord(text, caret).length && front === undefined) {
    const items = templateItems(judge, file, kind, 'markdown', wordSpan(text, caret));
    if (items.length > 0) return { items, isIncomplete: false };
  }
  return completeMarkdown(judge, question, kind, body);
}

function inYaml(judge: Judge, question: CompletionQuestion, span: Span, suffixKind: Kind | undefined): CompletionList {
  const { file, text, caret, infos } = question;
  const document = readLoosely(text, span, caret);
  const kind = kindOf(document, suffixKind);
  if (kind === undefined || document.target === undefined) return noItems;
  const around = surroundingsOfYaml(judge, file, kind, document.root);
  const found = completeYaml({ text, caret, span, kind, suffixKind, document, around, infos });
  const { root } = document;
  const isEmpty = root?.type === 'scalar' && root.column === 0 && !root.text.includes(' ');
  if (!isEmpty || span.start !== 0 || document.needsBlank) return found;
  return { ...found, items: [...templateItems(judge, file, kind, 'yaml', wordSpan(text, caret)), ...found.items] };
}

/** The kind that is written, else that of the file's name; undefined for a document of somebody else. */
function kindOf({ root, target }: LooseDocument, suffixKind: Kind | undefined): Kind | undefined {
  if (root?.type === 'map' && root.entries.some(({ key }) => key === 'apiVersion')) return undefined;
  const written = valueOf(root, 'kind');
  if (written === undefined) return suffixKind;
  const word = textOf(written);
  if (word !== undefined && isKind(word)) return word;
  const isTyped = target?.type === 'scalar' && target.scalar === written;
  if (!isTyped) return word === undefined ? suffixKind : undefined;
  if (suffixKind !== undefined) return suffixKind;
  // A new document of which nothing is known yet: any kind will do to say which ones there are.
  return root?.type === 'map' && root.entries.length === 1 ? 'bet' : undefined;
}

function kindOfMarkdown(
  judge: Judge,
  { file, text }: CompletionQuestion,
  front: Span | undefined,
  suffixKind: Kind | undefined,
): Kind | undefined {
  const root = front && readLoosely(text, front, -1).root;
  const written = textOf(root, 'kind');
  if (written !== undefined) return isKind(written) ? written : undefined;
  return suffixKind ?? judge.workspace.get(file)?.shown[0]?.artifact.kind;
}

function caretWord(text: string, caret: number): string {
  const { start, end } = wordSpan(text, caret);
  return text.slice(start, end);
}

/** The word that the caret touches. */
function wordSpan(text: string, caret: number): Span {
  let start = caret;
  let end = caret;
  while (start > 0 && /[\w-]/.test(text[start - 1] ?? '')) start--;
  while (end < text.length && /[\w-]/.test(text[end] ?? '')) end++;
  return spanOf(start, end);
}
