import { judged } from '../../../../support/workspace.ts';
import { takeCursor } from '../../../../support/cursor.ts';
import type { Judge } from '../../../../../src/core/service.ts';
import type { Span } from '../../../../../src/core/text/span.ts';

/** A workspace in memory; in one of its files ‸ marks where the caret is. */
export interface Caret {
  readonly judge: Judge;
  readonly file: string;
  readonly offset: number;
  readonly texts: Readonly<Record<string, string>>;
  /** The text at a place, the line in front: `a.bet.yaml:2 BET-001`. */
  readonly show: (place: { readonly file: string; readonly span: Span }) => string;
}

export function caretIn(marked: Readonly<Record<string, string>>): Caret {
  const texts: Record<string, string> = {};
  let file = '';
  let offset = 0;
  for (const [name, text] of Object.entries(marked)) {
    if (!text.includes('‸')) texts[name] = text;
    else {
      const taken = takeCursor(text);
      texts[name] = taken.text;
      file = name;
      offset = taken.offset;
    }
  }
  return {
    judge: judged(texts),
    file,
    offset,
    texts,
    show({ file: where, span }) {
      const text = texts[where] ?? '';
      const line = text.slice(0, span.start).split('\n').length;
      return `${where}:${String(line)} ${text.slice(span.start, span.end)}`;
    },
  };
}
