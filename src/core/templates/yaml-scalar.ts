/**
 * A text as a YAML scalar that reads back as that very text, in block and in flow style, and under YAML 1.1 as well:
 * plain where nothing can be mistaken, else in double quotes. Days stay plain, as people write them: in YAML 1.2 core,
 * which is ours, they are text.
 */
export function yamlScalar(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (isDay || (isHarmless.test(text) && !isWord.test(text))) return text;
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escapeCharacter);
}

/** Begins with a letter, ends with no blank, and has nothing in it that YAML gives a meaning to. */
const isHarmless = /^\p{L}(?:[\p{L}\p{N}'()./+_ -]*[\p{L}\p{N}')./+_-])?$/u;

/** What YAML 1.1 or 1.2 reads as something else than a text. */
const isWord = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
