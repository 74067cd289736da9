import { asToBoard, type FromBoard, type StartMessage, type ToBoard } from './messages.ts';
import { mountBoard, type Board } from './mount.ts';
import type { BoardState } from './state.ts';
import type { BoardWords } from './words.ts';

/** The page of the board in the editor. */
export function showBoard(root: HTMLElement, api: ReturnType<typeof acquireVsCodeApi>): void {
  let board: Board | undefined;
  const tell = (message: FromBoard): void => {
    api.postMessage(message);
  };

  function start({ words, locale }: StartMessage): void {
    board ??= mountBoard(root, undefined, {
      // Both pages begin with the same message: this one was sent to the board.
      words: words as BoardWords,
      locale,
      state: api.getState(),
      remember(state: BoardState) {
        api.setState(state);
      },
      open({ uri, at }) {
        tell({ type: 'open', uri, at });
      },
      openFinding({ uri, at, worst }) {
        tell({ type: 'open', uri: worst?.uri ?? uri, at: worst?.at ?? at });
      },
      preview({ uri, at }) {
        tell({ type: 'preview', uri, at });
      },
      move({ uri, id, key }, to) {
        tell({ type: 'move', uri, id, key, to });
      },
      decide({ uri, id }) {
        tell({ type: 'decide', uri, id });
      },
      newBet() {
        tell({ type: 'newBet' });
      },
    });
  }

  function take(message: ToBoard): void {
    switch (message.type) {
      case 'start':
        start(message);
        return;
      case 'cards':
        board?.update(message.answer);
        return;
      case 'moved':
        board?.moved(message);
        return;
      case 'stopped':
        board?.setStopped(message.stopped);
        return;
      case 'learnings':
    }
  }

  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = asToBoard(data);
    if (message) take(message);
  });
  tell({ type: 'ready' });
}
