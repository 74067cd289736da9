import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** Tells that the workspace is being read, once that takes longer than a moment. */
export interface ReadingProgress {
  report(done: number, of: number): void;
  done(): void;
}

/** Milliseconds until there is something to see. */
const patience = 1000;

export function startReadingProgress(connection: Pick<Connection, 'window'>, isSupported: boolean): ReadingProgress {
  let reporter: WorkDoneProgressServerReporter | undefined;
  let isDone = false;
  let last = 0;

  async function begin(): Promise<void> {
    const created = await connection.window.createWorkDoneProgress().catch(() => undefined);
    if (isDone || created === undefined) return;
    reporter = created;
    reporter.begin('Betwright', last, 'reading the workspace', false);
  }

  const timer = isSupported ? setTimeout(() => void begin(), patience) : undefined;
  return {
    report(done, of) {
      const percent = of === 0 ? 100 : Math.floor((100 * done) / of);
      if (percent === last) return;
      last = percent;
      reporter?.report(percent);
    },
    done() {
      isDone = true;
      clearTimeout(timer);
      reporter?.done();
    },
  };
}
