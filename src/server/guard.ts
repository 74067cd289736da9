import type { CancellationToken } from 'vscode-languageserver';

/** Keeps what goes wrong inside away from the editor: a request then has its empty answer, and the log one line. */
export interface Guard {
  /** A handler that never throws. `request` names it in the log. */
  handle<Question, Answer>(
    request: string,
    otherwise: Answer,
    handler: (question: Question, token: CancellationToken) => Answer | Promise<Answer>,
  ): (question: Question, token: CancellationToken) => Promise<Answer>;
  /** Runs what has no answer; whether it went well. */
  run(work: string, action: () => void): boolean;
}

/** @param log takes a line that holds nothing of any file: no text, no name, no path */
export function createGuard(log: (line: string) => void): Guard {
  const told = new Set<string>();

  function tell(what: string, error: unknown): void {
    const line = `${what} failed: ${describe(error)}`;
    if (told.has(line)) return;
    told.add(line);
    log(line);
  }

  return {
    handle(request, otherwise, handler) {
      return async (question, token) => {
        try {
          return await handler(question, token);
        } catch (error) {
          tell(request, error);
          return otherwise;
        }
      };
    },
    run(work, action) {
      try {
        action();
        return true;
      } catch (error) {
        tell(work, error);
        return false;
      }
    },
  };
}

/** The kind of error and the place in our own script. Its message may quote a file, so it is left out. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const place = /at (?:(?:async )?([\w.<>]+) )?.*?([\w.-]+:\d+:\d+)\)?$/m.exec(error.stack ?? '');
  return place ? `${error.name} in ${place[1] ?? 'the script'} (${place[2] ?? ''})` : error.name;
}
