import type { Severity } from '../workspace/settings.ts';

/** How emphasis is shown; every function returns its text with or without marks around it. */
export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly blue: Paint;
  readonly green: Paint;
  readonly underline: Paint;
}

export type Paint = (text: string) => string;

const asItIs: Paint = text => text;

/** For files, pipes and everybody who asked for no colour. */
export const plain: Palette = {
  bold: asItIs,
  dim: asItIs,
  red: asItIs,
  yellow: asItIs,
  blue: asItIs,
  green: asItIs,
  underline: asItIs,
};

/** For terminals: Select Graphic Rendition of ECMA-48. */
export const coloured: Palette = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  red: sgr(31, 39),
  yellow: sgr(33, 39),
  blue: sgr(34, 39),
  green: sgr(32, 39),
  underline: sgr(4, 24),
};

function sgr(on: number, off: number): Paint {
  return text => (text === '' ? '' : `\u001b[${String(on)}m${text}\u001b[${String(off)}m`);
}

export function paintOf(palette: Palette, severity: Severity): Paint {
  return { error: palette.red, warning: palette.yellow, information: palette.blue }[severity];
}
