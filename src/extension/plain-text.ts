/** So many characters of a text from a file are shown in a label. */
const longest = 200;

// C0, C1 and DEL; soft hyphen; Arabic letter mark; zero-width characters and the marks of direction; line and paragraph separator;
// embeddings, overrides and isolates; invisible operators; the byte order mark; interlinear marks; tags.
const invisible =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\u{e0001}|[\u{e0020}-\u{e007f}]/gu;

/** Text from a file as a label shows it: on one line, with nothing in it that hides, reorders or controls, and not longer than a label. */
export function plainText(text: string): string {
  const visible = text
    .slice(0, 4 * longest)
    .replace(/\s+/g, ' ')
    .replace(invisible, '')
    .trim();
  const characters = [...visible];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : visible;
}

/** The same where VS Code would make a link of `[words](address)`: in messages and under input boxes. */
export function linkless(text: string): string {
  return text.replaceAll('](', '] (');
}

/** A text from a file as an entry of a list shows it: nothing in it draws an icon. */
export function listText(text: string): string {
  return plainText(text).replaceAll('$(', '$ (');
}
