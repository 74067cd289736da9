import type { BoardData } from '../../core/views/board/card.ts';
import type { LearningsData } from '../../core/views/learning-repository/entry.ts';
import { showBoard } from './live-board.ts';
import { showLearnings } from './live-learnings.ts';
import { mountLearnings } from './learnings.ts';
import { mountBoard } from './mount.ts';

start();

/** In the editor the page waits for what is sent to it; a plain page has its data in itself, and nothing behind it. */
function start(): void {
  const board = document.getElementById('betwright-board');
  const learnings = document.getElementById('betwright-learnings');
  if (typeof acquireVsCodeApi === 'function') {
    const api = acquireVsCodeApi();
    if (board) showBoard(board, api);
    if (learnings) showLearnings(learnings, api);
    return;
  }
  if (board) mountBoard(board, dataIn('betwright-board-data') as BoardData | undefined);
  if (learnings) mountLearnings(learnings, dataIn('betwright-learnings-data') as LearningsData | undefined);
}

/** Written by our own command line into the page that it makes, as JSON. */
function dataIn(id: string): unknown {
  const text = document.getElementById(id)?.textContent;
  return text ? JSON.parse(text) : undefined;
}
