import { noItems, type CompletionList } from '../item.ts';

/** What fits at the caret in the body of a Markdown file. */
export function completeMarkdown(): CompletionList {
  return noItems;
}
