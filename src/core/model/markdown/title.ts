import type { Kind } from '../../schema/kinds.ts';
import type { Span } from '../../text/span.ts';
import { looksLikeId } from './fields.ts';
import { headMeaningOf, phraseOf, titleWords } from './phrase.ts';
import type { Reading } from './reading.ts';
import { sectionsInside, type Section } from './sections.ts';
import { within, writtenOf, type Written } from './written.ts';

/** What a heading says of the artifact under it. */
export interface Title {
  readonly section: Section;
  readonly key: Span;
  readonly title: Written | undefined;
  readonly id: Written | undefined;
}

/**
 * The title is the first heading with a kind's word and a colon, or with an id, else the first that is not the
 * template's own (SPEC 8, "Titles and ids in Markdown").
 */
export function titleOf(reading: Reading, kind: Kind | 'backlog', top: Section): Title | undefined {
  const sections = sectionsInside(top);
  const said = sections.find(section => namedTitle(reading, kind, section) !== undefined);
  if (said) return namedTitle(reading, kind, said);
  const own = sections.find(section => !isTemplatesOwn(reading, kind, section));
  const title = own?.title && writtenOf(own.title);
  return own && title ? { section: own, key: title.span, title, id: undefined } : undefined;
}

/** `Rollout: Guided onboarding`, `BET-001: Guided onboarding`, `Bet BET-001: …`; undefined for any other heading. */
export function namedTitle(reading: Reading, kind: Kind | 'backlog', section: Section): Title | undefined {
  const whole = section.title && writtenOf(section.title);
  if (whole === undefined) return undefined;
  const key = whole.span;
  const withId = idHeading(whole);
  if (withId) return { section, key, ...withId };
  const colon = whole.text.slice(0, 200).indexOf(':');
  if (colon === -1) return undefined;
  const before = whole.text.slice(0, colon);
  const words = titleWords(reading.words, kind);
  const phrase = phraseOf(before);
  if (words.includes(phrase)) return { section, key, title: within(whole, colon + 1), id: undefined };
  const word = words.find(each => phrase.startsWith(`${each} `));
  const last = before.trimEnd().split(/\s+/).at(-1) ?? '';
  if (word === undefined || !looksLikeId(last)) return undefined;
  const at = before.lastIndexOf(last);
  return { section, key, title: within(whole, colon + 1), id: within(whole, at, at + last.length) };
}

const idFirst = /^\[?(\p{L}[\p{L}\p{N}]*(?:[-_][\p{L}\p{N}]+)*[-_]?\d+)\]?(?:\s*[:–—-]\s+|:\s*|\s+|$)/u;

/** A heading that begins with an id. */
export function idHeading(
  whole: Written,
): { readonly id: Written | undefined; readonly title: Written | undefined } | undefined {
  const found = idFirst.exec(whole.text.slice(0, 120));
  const id = found?.[1];
  if (!found || id === undefined || !looksLikeId(id) || !/[-_]|^\p{Lu}{1,5}\d+$/u.test(id)) return undefined;
  // "Q3 2026" and "P0 bets" are no ids.
  if (/^(?:[PQHTV]\d{1,2}|\d+)$/i.test(id)) return undefined;
  const at = whole.text.indexOf(id);
  return { id: within(whole, at, at + id.length), title: within(whole, found[0].length) };
}

/** Headings that the published templates bring along, and any other that the kind's readers know. */
function isTemplatesOwn(reading: Reading, kind: Kind | 'backlog', section: Section): boolean {
  if (/\btemplates?$/.test(section.phrase)) return true;
  if (titleWords(reading.words, kind).includes(section.phrase)) return true;
  return (
    headMeaningOf(reading.words, 'headings', [kind, ...(kind === 'rollout' ? ['stage'] : [])], section.phrase) !==
    undefined
  );
}
