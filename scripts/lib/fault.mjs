// @ts-check

/** A fault that is expected on some machine (no network, no browser, a port in use): shown in its own words, never with a stack. */
export class Fault extends Error {
  /**
   * @param {string} message what is wrong, in one sentence
   * @param {string} [advice] what the reader can do about it; may have several lines
   */
  constructor(message, advice) {
    super(message);
    this.name = 'Fault';
    this.advice = advice;
  }
}

/**
 * What to print for anything that was thrown: the words of a fault, the stack of anything unforeseen.
 * @param {unknown} error
 * @returns {string}
 */
export function describeFault(error) {
  if (error instanceof Fault) return error.advice ? `${error.message}\n${error.advice}` : error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
