/** Where a progress bar is drawn. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Progress {
  /** How much is done of what; drawn when a second has gone by, and then ten times a second at most. */
  show(what: string, done: number, total: number): void;
  /** Leaves the line as it was found. */
  clear(): void;
}

const patience = 1000;
const pause = 100;
const eraseLine = '\r\u001b[K';

/** A bar on a terminal, nothing on anything else. `now` counts milliseconds. */
export function createProgress(stream: ProgressStream, now: () => number): Progress {
  let due = now() + patience;
  let isShown = false;
  return {
    show(what, done, total) {
      if (stream.isTTY !== true || now() < due) return;
      due = now() + pause;
      isShown = true;
      stream.write(eraseLine + lineOf(what, done, total, widthOf(stream) - 1));
    },
    clear() {
      if (isShown) stream.write(eraseLine);
      isShown = false;
    },
  };
}

/** Some terminals say that they are nothing wide. */
function widthOf({ columns = 0 }: ProgressStream): number {
  return columns > 0 ? columns : 80;
}

function lineOf(what: string, done: number, total: number, width: number): string {
  const barWidth = 24;
  const filled = total === 0 ? barWidth : Math.round((done / total) * barWidth);
  const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
  return `${what.padEnd(8)} ${bar} ${String(done)} of ${String(total)} files`.slice(0, width);
}
