import { InlayHintKind, type InlayHint, type InlayHintParams } from 'vscode-languageserver';
import type { HintSort } from '../core/features/inlay-hints/inlay-hint.ts';
import { inlayHintsOf } from '../core/features/inlay-hints/inlay-hints.ts';
import type { Judge } from '../core/service.ts';
import { positionAt } from '../core/text/lines.ts';
import { spanOf } from '../core/text/span.ts';
import { plainText } from '../core/views/markup/plain-text.ts';
import { offsetIn } from './convert.ts';
import type { Documents } from './documents.ts';
import type { Judging } from './judging.ts';

/** Days and values that follow from what is written, behind it. */
export function createInlayHints(
  judge: Judge,
  documents: Documents,
  judging: Judging,
  wanted: () => ReadonlySet<HintSort>,
): (params: InlayHintParams) => InlayHint[] {
  return ({ textDocument: { uri }, range }) => {
    if (wanted().size === 0) return [];
    judging.settle(uri);
    const document = documents.get(uri);
    if (document === undefined || !judging.isComplete) return [];
    const { text, lines } = document;
    const within = spanOf(offsetIn(text, lines, range.start), offsetIn(text, lines, range.end));
    return inlayHintsOf(judge, uri, within, wanted()).map(({ offset, label, sort }) => ({
      position: positionAt(lines, offset),
      label: plainText(label),
      paddingLeft: true,
      ...(sort === 'values' && { kind: InlayHintKind.Type }),
    }));
  };
}
