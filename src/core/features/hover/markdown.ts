import { short } from '../../computed/reason.ts';

/** What a file says, as text inside Markdown of ours: nothing of it is markup, a link, a picture or a line of its own. */
export function asText(written: string): string {
  return short(written)
    .replace(/[\\`*_{}[\]()#+\-.!|<>~&$@^=]/g, '\\$&')
    .replace(/\bhttps?\b|\bwww\b/gi, '$&\u200b');
}

/** `**Label:** value`, or nothing. */
export function fact(label: string, value: string | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : `**${label}:** ${value}`;
}

/** Facts in one line, those that are known. */
export function line(...facts: readonly (string | undefined)[]): string | undefined {
  const known = facts.filter(each => each !== undefined);
  return known.length === 0 ? undefined : known.join(' · ');
}

/** Paragraphs, those that there are. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter(each => each !== undefined && each !== '').join('\n\n');
}
