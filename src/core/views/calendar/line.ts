/** Octets in a line, its end not counted (RFC 5545, 3.1). */
const MOST = 75;

/** A value of type TEXT (RFC 5545, 3.3.11). Line ends are the only control characters that it keeps. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029\u0085]/g, '\n')
    .replace(CONTROL, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(LONE_SURROGATE, '\ufffd');
}

// eslint-disable-next-line no-control-regex -- These are what it takes out.
const CONTROL = /[\x00-\x09\x0b-\x1f\x7f-\x9f]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The line with its end, folded where it has more octets than a line may have, never within a character. */
export function contentLine(text: string): string {
  if (text.length * 3 <= MOST) return `${text}\r\n`;
  let line = '';
  let octets = 0;
  for (const character of text) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > MOST) {
      line += '\r\n ';
      octets = 1;
    }
    line += character;
    octets += size;
  }
  return `${line}\r\n`;
}

function octetsOf(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
