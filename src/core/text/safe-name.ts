const PLAIN = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;
const MOST = 80;

/**
 * An id as a name that every file system, every address and every calendar takes as it stands: letters, digits, `-` and `_` as they are,
 * anything else as its UTF-8 bytes in hexadecimal between `~`. Two ids never share a name, except by letter case; a long one
 * is cut and told apart by a check sum of the whole.
 */
export function safeName(id: string): string {
  if (PLAIN.test(id) && id.length <= MOST) return id;
  let name = '';
  for (const character of id) {
    if (name.length > MOST) return `${name.slice(0, MOST)}~~${checkSum(id)}`;
    name += /[A-Za-z0-9_-]/.test(character) && !(name === '' && character === '-') ? character : coded(character);
  }
  return name.length > MOST ? `${name.slice(0, MOST)}~~${checkSum(id)}` : name === '' ? '~' : name;
}

function coded(character: string): string {
  return `~${utf8(character.codePointAt(0) ?? 0)
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('')}~`;
}

/** Half a surrogate pair has bytes of its own here, so that it is not taken for another. */
function utf8(code: number): readonly number[] {
  if (code < 0x80) return [code];
  const tail = (shift: number): number => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x800) return [0xc0 | (code >> 6), tail(0)];
  if (code < 0x10000) return [0xe0 | (code >> 12), tail(6), tail(0)];
  return [0xf0 | (code >> 18), tail(12), tail(6), tail(0)];
}

/** FNV-1a, twice with different starts: enough to tell apart what people write, no protection against what is made to collide. */
export function checkSum(text: string): string {
  return [0x811c9dc5, 0x9747b28c]
    .map(start => {
      let sum = start;
      for (let index = 0; index < text.length; index++) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
      return (sum >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}
