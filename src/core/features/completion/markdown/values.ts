import { spanOf, type Span } from '../../../text/span.ts';
import { snippetText, type CompletionItem, type CompletionList } from '../item.ts';
import type { FieldInfos } from '../question.ts';
import type { Surroundings } from '../surroundings.ts';
import { candidatesFor, listLimit } from '../values.ts';
import type { Area, MarkdownField } from './areas.ts';

/** What completion in Markdown looks at, wherever the caret is. */
export interface MarkdownContext {
  readonly text: string;
  readonly caret: number;
  readonly infos: FieldInfos;
  readonly around: Surroundings;
  readonly area: Area;
  /** The fields that the front matter has: who wrote them in the text as well would say them twice. */
  readonly front: ReadonlySet<string>;
}

export interface MarkdownValue extends MarkdownField {
  readonly path: readonly string[];
  readonly beside: (field: string) => string | undefined;
  readonly span: Span;
  readonly needsBlank: boolean;
  /** Whether all words at once, with a box before each, may stand there. */
  readonly choices: boolean;
}

/** Fields whose words people tick, as the templates have them. */
const ticked: ReadonlySet<string> = new Set([
  'Bet.status',
  'Decision.outcome',
  'HypothesisReview.result',
  'Rollout.approach',
]);

/** Values for a label or a cell, as prose has them: metrics by their names. */
export function fieldItemsFor(context: MarkdownContext, value: MarkdownValue): CompletionList {
  const { text, caret, infos, around } = context;
  const { object, field, leaf, path, beside, needsBlank } = value;
  const span = spanOf(Math.min(value.span.start, caret), Math.max(value.span.end, caret));
  const written = text.slice(span.start, span.end);
  // Boxes are ticked, not replaced by a word.
  if (/\[[ xX✓]?\]/.test(written)) return { items: [], isIncomplete: false };
  const fields = Object.hasOwn(infos, object) ? infos[object] : undefined;
  const { candidates, isIncomplete } = candidatesFor({
    object,
    field,
    leaf,
    info: fields?.[field],
    around,
    path,
    beside,
    listed: [],
    typed: text.slice(span.start, caret),
    limit: listLimit,
  });
  const blank = needsBlank ? ' ' : '';
  const items = candidates.map(({ text: own, kind, detail, also }): CompletionItem => {
    const said = kind === 'metric' ? (also ?? own) : own;
    const line = said.replace(/\s+/g, ' ').replaceAll('|', '\\|');
    return {
      label: said,
      kind,
      ...(detail !== undefined && { detail }),
      span,
      snippet: `${blank}${snippetText(line)}`,
      filter: also === undefined ? own : `${said} ${kind === 'metric' ? own : also}`,
    };
  });
  const words = leaf.type === 'leaf' ? (leaf.words ?? []) : [];
  if (value.choices && written.trim() === '' && ticked.has(`${object}.${field}`))
    items.push(choiceItem(words, span, blank, object === 'Decision'));
  return { items, isIncomplete };
}

/** `[ ] SCALE  [ ] ITERATE  [ ] KILL` */
function choiceItem(words: readonly string[], span: Span, blank: string, isLoud: boolean): CompletionItem {
  const said = words.map(word => (isLoud ? word.toUpperCase() : titleOf(word)));
  const boxes = said.map(word => `[ ] ${word}`).join('  ');
  return { label: boxes, kind: 'template', span, snippet: `${blank}${snippetText(boxes)}`, filter: boxes };
}

/** "rollingOut" → "Rolling out": words are read without case and blanks. */
function titleOf(word: string): string {
  const spaced = word.replace(/(?=\p{Lu})/gu, ' ').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
