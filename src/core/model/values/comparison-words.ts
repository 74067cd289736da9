export type Operator = '<' | '<=' | '>' | '>=' | 'within';

/** The way in which a metric gets better. */
export type Direction = 'increase' | 'decrease';

/** How the operator was said. It tells whether `5% below baseline` behind it is a level or the size of a fall. */
export type Manner = 'symbol' | 'words' | 'noWorse' | 'bare';

export interface Comparison {
  readonly op: Operator;
  readonly manner: Manner;
  /** What is compared with. */
  readonly rest: string;
}

/** What a text without an operator of its own falls back on. */
export interface Side {
  /** The operator of a bare quantity. */
  readonly bare: Operator;
  readonly direction: Direction | undefined;
}

const symbols: readonly (readonly [RegExp, Operator])[] = [
  [/^(?:<=|=<|≤|≦|⩽)/, '<='],
  [/^(?:>=|=>|≥|≧|⩾)/, '>='],
  [/^</, '<'],
  [/^>/, '>'],
  [/^(?:±|\+\/-)/, 'within'],
  [/^(?=base ?line ?(?:±|\+\/-))/i, 'within'],
];

const negation = String.raw`(?:no|not|never|don't|do not|doesn't|does not|mustn't|shouldn't|cannot|can't|won't)`;
const movement = String.raw`(?: (?:go|goes|drop|drops|fall|falls|dip|dips|sink|sinks|rise|rises|get|gets|be|stay))?`;

const words: readonly (readonly [RegExp, Operator | 'no worse'])[] = [
  [rule(`${negation}(?: be| get)? (?:worse|poorer) than`), 'no worse'],
  [rule(`${negation}${movement} (?:below|under|beneath)`), '>='],
  [rule(`${negation}${movement} (?:above|over|beyond)`), '<='],
  [rule(`${negation} exceeds?`), '<='],
  [rule(`${negation}(?: be)? (?:less|fewer|lower|smaller|shorter) than`), '>='],
  [rule(`${negation}(?: be)? (?:more|greater|higher|larger|longer|slower) than`), '<='],
  [rule('at least'), '>='],
  [rule('at most'), '<='],
  [rule('(?:more|greater|higher|larger) than or equal to|(?:above|over) or equal to'), '>='],
  [rule('(?:less|fewer|lower|smaller) than or equal to|(?:below|under) or equal to'), '<='],
  [rule('(?:minimum|min|floor)(?: of)?[.:]?'), '>='],
  [rule('(?:maximum|max|ceiling|cap)(?: of)?[.:]?|up to'), '<='],
  [rule('below|under|beneath|(?:less|fewer|lower|smaller|shorter) than'), '<'],
  [rule('above|over|(?:more|greater|higher|larger) than'), '>'],
  [rule('within'), 'within'],
];

const endings: readonly (readonly [RegExp, Operator])[] = [
  [/ (?:or|and) (?:more|higher|above|greater|over|up|better)$/i, '>='],
  [/ (?:or|and) (?:less|lower|below|fewer|under)$/i, '<='],
  [/(?<=[\d%kKM])\+$/, '>='],
  [/ (?:minimum|floor)$/i, '>='],
  [/ (?:maximum|max|ceiling|cap)$/i, '<='],
];

/** Words that may stand before a comparison without changing it. */
const leadIn =
  /^(?:(?:must|should|shall|will|has to|have to|needs to|to|always|stays?|keeps?|kept|remains?|remain|held|holds?|be|is|are|it|target|limit|threshold):? )+/i;

/** The operator that a tidied text begins or ends with, and what is compared with. Without one, that of `side`; else `undefined`. */
export function readComparison(plain: string, side: Side | undefined): Comparison | undefined {
  const text = plain.replace(leadIn, '');
  return readBeginning(text, side) ?? readEnding(text) ?? (side && { op: side.bare, manner: 'bare', rest: text });
}

function readBeginning(text: string, side: Side | undefined): Comparison | undefined {
  for (const [pattern, op] of symbols) {
    const found = pattern.exec(text);
    if (found !== null) return { op, manner: 'symbol', rest: text.slice(found[0].length).trim() };
  }
  for (const [pattern, op] of words) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const rest = text.slice(found[0].length).trim();
    return op === 'no worse' ? noWorse(rest, side) : { op, manner: 'words', rest };
  }
  return undefined;
}

function readEnding(text: string): Comparison | undefined {
  for (const [pattern, op] of endings) {
    const found = pattern.exec(text);
    if (found !== null) return { op, manner: 'words', rest: text.slice(0, found.index).trim() };
  }
  return undefined;
}

/** Without a direction the words stay in the text, which is then unreadable. */
function noWorse(rest: string, side: Side | undefined): Comparison | undefined {
  if (side?.direction === undefined) return undefined;
  return { op: side.direction === 'decrease' ? '<=' : '>=', manner: 'noWorse', rest };
}

/** The words at the start of a text, in any case, where the word ends. */
function rule(alternatives: string): RegExp {
  return new RegExp(String.raw`^(?:${alternatives})(?= |$|[~\d$€£¥+-])`, 'i');
}
