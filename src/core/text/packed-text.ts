/** A text as bytes beside the heap: whoever keeps thousands of them pays for their characters, and not for every look of the collector. */
export type PackedText = Uint8Array | Uint16Array;

/** Takes one byte a character where all are of Latin-1, as hardly any text is not, and else two: no unit of UTF-16 is lost, alone or not. */
export function packText(text: string): PackedText {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0xff) return packWide(text);
    bytes[at] = unit;
  }
  return bytes;
}

function packWide(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

/** So many characters are put together at once: a call takes no more arguments than the stack holds. */
const together = 4_096;

export function unpackText(packed: PackedText): string {
  let text = '';
  for (let at = 0; at < packed.length; at += together)
    text += String.fromCharCode.apply(null, packed.subarray(at, at + together) as unknown as number[]);
  return text;
}
