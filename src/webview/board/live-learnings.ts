import { mountLearnings, type Learnings } from './learnings.ts';
import { asToBoard, type FromBoard, type StartMessage, type ToBoard } from './messages.ts';
import type { LearningsWords } from './words.ts';

/** The page of the learning repository in the editor. */
export function showLearnings(root: HTMLElement, api: ReturnType<typeof acquireVsCodeApi>): void {
  let learnings: Learnings | undefined;
  const tell = (message: FromBoard): void => {
    api.postMessage(message);
  };

  function start({ words, locale }: StartMessage): void {
    learnings ??= mountLearnings(root, undefined, {
      // Both pages begin with the same message: this one was sent to the learning repository.
      words: words as LearningsWords,
      locale,
      state: api.getState(),
      remember(state) {
        api.setState(state);
      },
      open(uri, at) {
        tell({ type: 'open', uri, at });
      },
      decide() {
        tell({ type: 'decideSome' });
      },
    });
  }

  function take(message: ToBoard): void {
    switch (message.type) {
      case 'start':
        start(message);
        return;
      case 'learnings':
        learnings?.update(message.answer);
        return;
      case 'stopped':
        learnings?.setStopped(message.stopped);
        return;
      case 'cards':
      case 'moved':
    }
  }

  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = asToBoard(data);
    if (message) take(message);
  });
  tell({ type: 'ready' });
}
