/** Begins with nothing that YAML gives a meaning to, and has nothing in it that would end the text. */
const isPlain = /^(?![-?:](?:\s|$))[^\s,[\]{}#&*!|>'"%@`=][^\r\n\t]*$/;
const hasEnd = /:(?:\s|$)|\s#|\s$/;
const isWord = /^(?:null|true|false|~|yes|no|on|off)$/i;

/** How a text is put where the caret is. */
export interface ScalarPlace {
  readonly style: 'plain' | 'single' | 'double' | 'block';
  readonly closed: boolean;
  readonly flow: boolean;
}

/**
 * A value as YAML: plain where it reads back as that very text, else in single quotes; inside of quotes that are there,
 * with what they need.
 */
export function scalarText(text: string, { style, closed, flow }: ScalarPlace, isText: boolean): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (style === 'double') return `${line.replace(/[\\"]/g, '\\$&')}${closed ? '' : '"'}`;
  if (style === 'single') return `${line.replaceAll("'", "''")}${closed ? '' : "'"}`;
  const isSafe =
    isPlain.test(line) && !hasEnd.test(line) && !(flow && /[,[\]{}]/.test(line)) && !(isText && isWord.test(line));
  return isSafe ? line : `'${line.replaceAll("'", "''")}'`;
}

export const plainInBlock: ScalarPlace = { style: 'plain', closed: true, flow: false };
export const plainInFlow: ScalarPlace = { style: 'plain', closed: true, flow: true };
