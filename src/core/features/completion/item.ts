import { parseSnippet, type SnippetPart } from '../../templates/snippet-syntax.ts';
import type { Span } from '../../text/span.ts';

/** What can be put in at the caret. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: ItemKind;
  /** One line beside the label, where that is chosen. As written in files: nothing is escaped yet. */
  readonly detail?: string;
  /** A few words beside every label of the list, where they are others than the detail. */
  readonly gist?: string;
  /** Markdown made of schemas and templates alone: nothing of any file stands in it. */
  readonly documentation?: string;
  /** What is replaced; it lies on the caret's line and touches the caret. */
  readonly span: Span;
  /** In TextMate's snippet syntax; lines after the first begin with all of their own indentation. */
  readonly snippet: string;
  /** What is held against the text of the span, up to the caret. */
  readonly filter: string;
}

export type ItemKind = 'field' | 'word' | 'artifact' | 'metric' | 'name' | 'date' | 'value' | 'heading' | 'template';

export interface CompletionList {
  /** In the order in which they are shown. */
  readonly items: readonly CompletionItem[];
  /** There are more than were listed: with more typed, ask again. */
  readonly isIncomplete: boolean;
}

export const noItems: CompletionList = { items: [], isIncomplete: false };

/** Text as it stands in a snippet. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A stop whose default, marked when one comes to it, is this text. */
export function stopWith(number: number, text: string): string {
  return text === '' ? `$${String(number)}` : `\${${String(number)}:${snippetText(text)}}`;
}

/** A stop at which one of these texts is chosen. */
export function choiceOf(number: number, options: readonly string[]): string {
  return `\${${String(number)}|${options.map(option => option.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
}

/** A snippet as plain text, for editors without snippets: every stop with its default, every choice with its first. */
export function withDefaults(snippet: string): string {
  const contents = new Map<number, string>();
  const write = (part: SnippetPart): string => {
    if (part.type === 'text') return part.text;
    if (part.type === 'token') return part.fallback;
    const own = part.type === 'choice' ? (part.options[0] ?? '') : part.content.map(write).join('');
    if (own !== '') contents.set(part.number, own);
    return contents.get(part.number) ?? '';
  };
  return parseSnippet(snippet).map(write).join('');
}
