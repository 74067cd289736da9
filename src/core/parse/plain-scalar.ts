/**
 * What an unquoted scalar means in YAML 1.2 core. Directives change nothing: `no` is a word, `010` is ten,
 * a date stays text, whatever `%YAML` line stands above.
 */
export function resolvePlainScalar(text: string): string | number | boolean | null {
  const first = text.charCodeAt(0);
  // Nothing but these can begin a number, a boolean or a null: + - . 0-9 ~ and t f n in both cases.
  if (text === '' || text === '~') return null;
  if ((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46) return numberOf(text) ?? text;
  switch (text) {
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      return text;
  }
}

const decimal = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const octal = /^0o[0-7]+$/;
const hexadecimal = /^0x[0-9a-fA-F]+$/;

function numberOf(text: string): number | undefined {
  if (text.length > 400) return undefined;
  if (decimal.test(text)) return Number(text);
  if (octal.test(text) || hexadecimal.test(text)) return Number(text);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return /^\.(?:nan|NaN|NAN)$/.test(text) ? NaN : undefined;
}
