// @ts-check

const coloured =
  process.env['FORCE_COLOR'] !== undefined
    ? process.env['FORCE_COLOR'] !== '0'
    : process.stdout.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';

/** @param {string} open @param {string} text */
const paint = (open, text) => (coloured ? `\x1b[${open}m${text}\x1b[0m` : text);

/** @param {string} text */
export const bold = text => paint('1', text);
/** @param {string} text */
export const dim = text => paint('2', text);
/** @param {string} text */
export const red = text => paint('31', text);
/** @param {string} text */
export const green = text => paint('32', text);
/** @param {string} text */
export const yellow = text => paint('33', text);
/** @param {string} text */
export const cyan = text => paint('36', text);

/** @typedef {'good' | 'bad' | 'note'} Mark */

const marks = { good: green('✓'), bad: red('✗'), note: yellow('–') };

/** Width of the column that names a step. */
const nameWidth = 24;

/** @param {string} text */
export const say = text => void process.stdout.write(`${text}\n`);

/**
 * One finished step on one line.
 * @param {Mark} mark
 * @param {string} name
 * @param {string} note
 */
export const sayStep = (mark, name, note) => say(`  ${marks[mark]} ${name.padEnd(nameWidth)} ${dim(note)}`);

/**
 * Runs one step and says how it went. On a terminal the line stands while the step runs and is written over when it ends.
 * @template T
 * @param {string} name
 * @param {(setNote: (note: string) => void) => Promise<T>} work calls `setNote` with what is worth saying beside the time
 * @returns {Promise<T>}
 */
export async function withStep(name, work) {
  const live = process.stdout.isTTY;
  const started = performance.now();
  let note = '';
  if (live) process.stdout.write(`  ${dim('…')} ${name}`);
  const clear = () => live && process.stdout.write('\r\x1b[2K');
  try {
    const value = await work(text => {
      note = text;
    });
    clear();
    sayStep('good', name, [note, seconds(performance.now() - started)].filter(Boolean).join(', '));
    return value;
  } catch (error) {
    clear();
    sayStep('bad', name, seconds(performance.now() - started));
    throw error;
  }
}

/**
 * @param {number} milliseconds
 * @returns {string} such as `0.4 s`
 */
export const seconds = milliseconds => `${(milliseconds / 1000).toFixed(1)} s`;

/**
 * @param {string} text
 * @param {string} [margin]
 */
export const indent = (text, margin = '    ') => text.replace(/^(?=.)/gm, margin);
