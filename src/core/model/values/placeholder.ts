import { longestReadable, normaliseWord, tidy } from './words.ts';

/** UTF-16 offsets into the text that was looked at. */
export interface PlaceholderSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Whether a text is nothing but a placeholder that nobody filled in: `[X]`, `[Date]`, `< [Y%]`, `TBD`, `TODO: ask Sam`, `…`, `___`, `YYYY-MM-DD`,
 * `x%`, `<your name>`, `✅ Hit / ❌ Missed`. A sentence with a placeholder in it is not one: see {@link placeholdersIn}.
 * Whether `[X]` is a tick is for the caller to know, by where it stands.
 */
export function isPlaceholder(text: string): boolean {
  if (isFilledIn(text)) return false;
  const plain = tidy(text);
  if (plain === undefined || plain === '') return false;
  const written = text.trim();
  if (isDummy(written) || isDummy(unwrapped(plain)) || isMarkedChoice(written)) return true;
  const spans = placeholdersIn(written);
  return spans.length > 0 && !saysSomething(withoutSpans(written, spans));
}

/** The placeholders inside a text, in order: brackets, angles, `___` and `YYYY-MM-DD`. Links, references, footnotes, code, HTML and types are none. */
export function placeholdersIn(text: string): readonly PlaceholderSpan[] {
  const spans: PlaceholderSpan[] = [];
  const end = Math.min(text.length, longestReadable);
  let at = 0;
  while (at < end) {
    const next = spanAt(text, at);
    if (next.isPlaceholder) spans.push({ start: at, end: next.end });
    at = next.end;
  }
  return spans;
}

/** The text without its placeholders, for readers that must not read a number out of `[10-25%]`. */
export function withoutPlaceholders(text: string): string {
  return withoutSpans(text, placeholdersIn(text));
}

/**
 * A first look, by which most texts are done with: whether a text is surely neither {@link isPlaceholder} nor {@link isNoValue}, since it
 * begins with a letter or a digit, as none of those begins, and holds none of the signs that those are made of.
 */
export function isFilledIn(text: string): boolean {
  return filledIn.test(text) && !/yyyy/i.test(text);
}

/** Whether a text says on purpose that there is no value: empty, `N/A`, a dash, `?`. It is neither a value nor a placeholder. */
export function isNoValue(text: string): boolean {
  if (isFilledIn(text)) return false;
  if (text.trim() === '') return true;
  const plain = tidy(text) ?? '';
  return /^(?:n\/a|n\.a|-{1,5}|\?)$/i.test(plain) || /^n\/a(?: \(| -|:)/i.test(plain);
}

/** Whether a text offers the words of an enum instead of choosing one: `High / Medium / Low`, `alpha|beta|stable`. */
export function isChoiceList(text: string, words: readonly string[]): boolean {
  const parts = choices(tidy(text) ?? '');
  const known = new Set(words.map(normaliseWord));
  return parts.length > 1 && parts.every(part => known.has(normaliseWord(part)));
}

const filledIn = /^(?!t[bko]|fixme|[xyz]|change|mm|dd|fill|pick|choose|lorem|n\.)[a-z0-9][a-z0-9 ,.:;()%$'"+=@#-]*$/i;
const dummies: readonly RegExp[] = [
  /^(?:tbd|tbc|tba|to be (?:determined|defined|decided|confirmed|done))$/i,
  /^(?:TBD|TBC|TBA|TODO|FIXME)(?:$|[:,;?!]| ?[(-]| (?:by|after|once|until|pending|with|in|at)\b)/,
  /^(?:TK|XXX+|CHANGE ?ME|CHANGEME)$/,
  /^(?:\.{3,}|…+|_{2,}|\?{3,})$/,
  /^(?:yyyy|yy|mm|dd)[-/.](?:mm|dd|m|d)[-/.](?:yyyy|yy|dd|d)$/i,
  /^(?:fill|pick|choose)[ _](?:in|one|me in)$/i,
  /^lorem ipsum\b/i,
  /^(?:[<>=≤≥~+-]{1,2} ?)?[$€£]?(?:[xyz]{1,3}|[xX]{1,3}\.[xX]{1,3})(?: ?%| ?pp)$/i,
  /^(?:[<>=≤≥~+-]{1,2} ?)?[$€£][xyz]{1,3}[kmb]?$/i,
  /^x\.[xy]$/i,
];
const choiceMarks =
  /^(?:[\u2705\u274c\u2714\u2716\u2713\u2717\u26a0\u26aa\u26ab]|[\u{1f534}\u{1f535}\u{1f7e0}-\u{1f7e4}])/u;
const htmlTags = new Set(
  (
    'a abbr audio b blockquote br button center code dd del details div dl dt em figure font form h1 h2 h3 h4 h5 h6 hr i iframe img input ins ' +
    'kbd label li link mark meta ol p picture pre q s samp script section select small source span strike strong style sub summary sup svg table ' +
    'tbody td textarea tfoot th thead tr tt u ul var video wbr'
  ).split(' '),
);
const aroundBlanks = new Set('of users user customers by week weeks days months per sec to and or'.split(' '));
const longestPlaceholder = 200;

function isDummy(plain: string): boolean {
  return dummies.some(pattern => pattern.test(plain));
}

/** Whether more is left than marks and the words that a template puts around its blanks (`[10-25%] of users`, `By week [Y]`). */
function saysSomething(leftover: string): boolean {
  const words = leftover.match(/[\p{L}\d]+/gu) ?? [];
  return words.some(word => !aroundBlanks.has(word.toLowerCase()));
}

/** `(TBD)` and `_(TBD)_`. */
function unwrapped(plain: string): string {
  return plain.startsWith('(') && plain.endsWith(')') ? plain.slice(1, -1).trim() : plain;
}

/** A verdict cell of a template: every choice begins with its mark. */
function isMarkedChoice(plain: string): boolean {
  const parts = choices(plain);
  return parts.length > 1 && parts.every(part => choiceMarks.test(part));
}

function choices(text: string): readonly string[] {
  return text.split(/[/|]/).map(part => part.trim());
}

function spanAt(text: string, at: number): { readonly end: number; readonly isPlaceholder: boolean } {
  const none = { end: at + 1, isPlaceholder: false };
  switch (text.charAt(at)) {
    case '\\':
      return { end: at + 2, isPlaceholder: false };
    case '`':
      return skipCode(text, at);
    case '[':
      return bracketAt(text, at);
    case '<':
      return angleAt(text, at);
    case '_':
      return underscoresAt(text, at);
    case 'Y':
    case 'y':
    case 'M':
    case 'm':
    case 'D':
    case 'd':
      return datePatternAt(text, at);
    default:
      return none;
  }
}

function skipCode(text: string, at: number): { readonly end: number; readonly isPlaceholder: false } {
  const close = text.slice(0, longestReadable).indexOf('`', at + 1);
  return { end: close < 0 ? at + 1 : close + 1, isPlaceholder: false };
}

function bracketAt(text: string, at: number): { readonly end: number; readonly isPlaceholder: boolean } {
  const none = { end: at + 1, isPlaceholder: false };
  const inside = /^[^[\]\n]*/.exec(text.slice(at + 1, at + 1 + longestPlaceholder))?.[0] ?? '';
  const end = at + 1 + inside.length + 1;
  // A link within brackets, or brackets within brackets, are looked at by themselves.
  if (text.charAt(end - 1) !== ']') return text.startsWith('[[', at) ? skipWikilink(text, at) : none;
  const before = text.charAt(at - 1);
  const behind = text.charAt(end);
  const isLink = behind === '(' || behind === '[' || before === '!' || before === ']' || before === '[';
  const isDefinition = /^:\s?(?:https?:|[<#./])/i.test(text.slice(end, end + 10));
  if (isLink || isDefinition) return { end, isPlaceholder: false };
  return { end, isPlaceholder: isBlankLabel(inside.trim()) };
}

/** Something to be filled in has a letter, a percentage or a sign; `x`, `1`, `^1`, `#12`, `@sam` and a date mean something. */
function isBlankLabel(inside: string): boolean {
  if (inside === 'x' || /^[\^#@!]/.test(inside) || /^https?:/i.test(inside)) return false;
  return /[\p{L}%]|^\+\/-|^\.{3}$|^…$|^_{2,}$/u.test(inside);
}

function skipWikilink(text: string, at: number): { readonly end: number; readonly isPlaceholder: false } {
  const close = text.slice(at, at + longestPlaceholder).indexOf(']]');
  return { end: close < 0 ? at + 2 : at + close + 2, isPlaceholder: false };
}

function angleAt(text: string, at: number): { readonly end: number; readonly isPlaceholder: boolean } {
  const none = { end: at + 1, isPlaceholder: false };
  const inside = /^<(\p{L}[\p{L}\d _'%.,/|-]{0,60})>/u.exec(text.slice(at, at + 64))?.[1];
  if (inside === undefined || isWordCharacter(text, at - 1)) return none;
  const isTag = htmlTags.has(inside.toLowerCase().replace(/[ /]+$/, ''));
  return { end: at + inside.length + 2, isPlaceholder: !isTag };
}

function underscoresAt(text: string, at: number): { readonly end: number; readonly isPlaceholder: boolean } {
  let end = at + 1;
  while (end < longestReadable && text.charAt(end) === '_') end++;
  const isInWord = isWordCharacter(text, at - 1) || isWordCharacter(text, end);
  return { end, isPlaceholder: end - at >= 3 && !isInWord };
}

function datePatternAt(text: string, at: number): { readonly end: number; readonly isPlaceholder: boolean } {
  const found = /^(?:yyyy-mm-dd|mm\/dd\/yyyy|dd\/mm\/yyyy|mm\/dd\/yy|dd\.mm\.yyyy)/i.exec(text.slice(at, at + 10))?.[0];
  return { end: at + (found?.length ?? 1), isPlaceholder: found !== undefined };
}

function isWordCharacter(text: string, at: number): boolean {
  return /[\p{L}\d]/u.test(text.charAt(at));
}

function withoutSpans(text: string, spans: readonly PlaceholderSpan[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of spans) {
    kept += text.slice(at, start);
    at = end;
  }
  return kept + text.slice(at);
}
