import { escapeMarkup } from './escape.ts';
import { plainText, plainTextUpTo } from './plain-text.ts';

/** Of a text in paragraphs so much is shown: a hypothesis or a learning, and no book. */
const LONGEST = 4000;

/** A text from a file as one line of markup. */
export function inline(text: string): string {
  return escapeMarkup(plainText(text));
}

/** The same, kept apart from the direction of reading of what stands around it. */
export function isolated(text: string): string {
  return `<bdi>${inline(text)}</bdi>`;
}

/** A text that may be long, its lines kept as lines. */
export function longText(text: string): string {
  const lines = text
    .slice(0, LONGEST + 1)
    .split(/\r\n|\r|\n/)
    .map(line => escapeMarkup(plainTextUpTo(line, LONGEST)))
    .filter(line => line !== '');
  return `<bdi>${lines.join('<br/>')}</bdi>`;
}

/** A link that opens a page or a letter and nothing else; undefined for every other address. */
export function safeUrl(text: string): string | undefined {
  const url = text.trim();
  return url.length <= 2000 && /^(?:https?:\/\/|mailto:)[\x21-\x7e]+$/i.test(url) ? url : undefined;
}
