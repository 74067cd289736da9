import type { DocumentSymbol, DocumentSymbolParams } from 'vscode-languageserver';
import { recognisedSymbols } from '../core/features/recognised-symbols.ts';
import { symbolsOf, type OutlineSymbol } from '../core/features/symbols.ts';
import type { Judge } from '../core/service.ts';
import type { LineStarts } from '../core/text/lines.ts';
import { plainText } from '../core/views/markup/plain-text.ts';
import { rangeIn } from './convert.ts';
import type { Intake } from './intake.ts';
import type { Judging } from './judging.ts';

/** The numbers of `SymbolKind` in the protocol. */
const symbolKinds: Readonly<Record<OutlineSymbol['type'], DocumentSymbol['kind']>> = {
  artifact: 2,
  section: 3,
  metric: 16,
  stage: 24,
};

/** The outline: artifacts, their sections, and the metrics and stages in them. */
export function createDocumentSymbols(
  judge: Judge,
  intake: Intake,
  judging: Judging,
): (params: DocumentSymbolParams) => DocumentSymbol[] {
  return ({ textDocument: { uri } }) => {
    judging.settle(uri);
    const entry = judge.workspace.get(uri);
    const lines = intake.lines(uri);
    if (lines === undefined) return [];
    const recognised = judge.workspace.recognised(uri);
    const symbols = entry ? symbolsOf(entry.model) : recognised ? recognisedSymbols(recognised) : [];
    return symbols.map(symbol => convert(symbol, lines));
  };
}

function convert(symbol: OutlineSymbol, lines: LineStarts): DocumentSymbol {
  return {
    // An editor refuses a symbol without a name.
    name: plainText(symbol.name) || symbol.type,
    detail: plainText(symbol.detail),
    kind: symbolKinds[symbol.type],
    range: rangeIn(lines, symbol.span),
    selectionRange: rangeIn(lines, symbol.selection),
    children: symbol.children.map(child => convert(child, lines)),
  };
}
