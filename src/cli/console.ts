import { coloured, plain, type Palette } from '../core/report/palette.ts';
import { visible } from '../core/report/visible.ts';
import type { ColorChoice } from './command-line.ts';

/** Where a command speaks: results to `print`, everything else to `warn`. */
export interface Console {
  print(made: string | Uint8Array): void;
  /** One line about something that went wrong; the text may hold anything. */
  warn(text: string): void;
  readonly palette: Palette;
  /** Cells in a line. */
  readonly width: number;
}

export function processConsole(color: ColorChoice): Console {
  const { stdout, stderr, env } = process;
  return {
    print: made => void stdout.write(made),
    warn: text => void stderr.write(`betwright: ${visible(text)}\n`),
    palette: wantsColor(color, env, stdout.isTTY) ? coloured : plain,
    width: stdout.isTTY && stdout.columns > 0 ? stdout.columns : 120,
  };
}

/** What was asked for on the command line, else by the environment (no-color.org, force-color.org), else whether somebody watches. */
export function wantsColor(color: ColorChoice, env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (color !== 'auto') return color === 'always';
  const { NO_COLOR: no = '', FORCE_COLOR: force = '', TERM: terminal } = env;
  if (no !== '') return false;
  if (force !== '') return force !== '0' && force !== 'false';
  return isTerminal && terminal !== 'dumb';
}
