/**
 * The same text, holding on to no other: a slice of a string keeps the whole of it alive, and what is kept for long is
 * often a few words of a long text.
 */
export function ownText(text: string): string {
  // What is put together is written anew; short texts always are.
  return text.length < shortest ? text : ` ${text}`.slice(1);
}

const shortest = 13;
