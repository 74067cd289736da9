const SAFE = /^[\w \n!#$%()*+,\-./:;=?@[\]^`{|}~]*$/;
const SPECIAL = /[&<>"']/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for attribute values in quotes, in XML and in HTML. Expects what `plainText` gave. */
export function escapeMarkup(text: string): string {
  return SAFE.test(text) ? text : text.replace(SPECIAL, character => ENTITIES[character] ?? '');
}
