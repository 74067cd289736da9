/**
 * The same text, holding on to no other: a slice of a string keeps the whole of it alive, and what is kept for long is
 * often a few words of a long text.
 */
export function ownText(text: string): string {
  // So short a slice is a copy anyway.
  if (text.length < shortest) return text;
  if (text.length > longest) return ` ${text}`.slice(1);
  const units: number[] = [];
  for (let at = 0; at < text.length; at++) units.push(text.charCodeAt(at));
  return String.fromCharCode.apply(null, units);
}

const shortest = 13;
/** Beyond this a copy that is a slice of a slightly longer one costs less. */
const longest = 500;

/** The same data with such copies of its texts. What `isShared` says to be kept elsewhere stays what it is. */
export function ownTexts<Data>(data: Data, isShared: (value: object) => boolean = () => false): Data {
  return owned(data, isShared) as Data;
}

function owned(value: unknown, isShared: (value: object) => boolean): unknown {
  if (typeof value === 'string') return ownText(value);
  if (typeof value !== 'object' || value === null || isShared(value)) return value;
  if (Array.isArray(value)) return value.map(item => owned(item, isShared));
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, owned(inner, isShared)]));
}
