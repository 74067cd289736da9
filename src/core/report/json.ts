/** What `JSON.stringify` takes as it stands. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

/** A pair of surrogates is a character; one alone is none, and strict readers of JSON refuse the whole document for it. */
const loneSurrogate = /\p{Cs}/gu;

/** Text as JSON may carry it. */
export function wellFormed(text: string): string {
  return text.replace(loneSurrogate, '\ufffd');
}
