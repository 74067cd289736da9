// What the page of the board and of the learning repository, and the extension, say to each other. Both sides check what they are told.
import type { Status } from '../../core/model/status.ts';
import type { Position } from '../../core/text/lines.ts';
import type { BoardAnswer, LearningsAnswer } from '../../server/protocol.ts';
import type { BoardWords, LearningsWords } from './words.ts';

export type ToBoard =
  | StartMessage
  | { readonly type: 'cards'; readonly answer: BoardAnswer }
  | { readonly type: 'learnings'; readonly answer: LearningsAnswer }
  /** The server has stopped, or runs again. */
  | { readonly type: 'stopped'; readonly stopped: boolean }
  | MovedMessage;

/** Comes first, and once. */
export interface StartMessage {
  readonly type: 'start';
  readonly locale: string;
  readonly words: BoardWords | LearningsWords;
}

/** What came of a wish to move a bet. */
export interface MovedMessage {
  readonly type: 'moved';
  readonly key: string;
  readonly to: Status;
  readonly outcome: 'moved' | 'undecided' | 'refused';
  /** Why not; empty where it was moved. */
  readonly reason: string;
}

export type FromBoard =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly uri: string; readonly at: Position }
  | { readonly type: 'preview'; readonly uri: string; readonly at: Position }
  | { readonly type: 'move'; readonly uri: string; readonly id: string; readonly key: string; readonly to: Status }
  | { readonly type: 'decide'; readonly uri: string; readonly id: string }
  /** Records the decision of a bet that is yet to be named. */
  | { readonly type: 'decideSome' }
  | { readonly type: 'newBet' };

export function asFromBoard(value: unknown): FromBoard | undefined {
  if (!isRecord(value)) return undefined;
  const { type, uri, id, key, to, at } = value;
  switch (type) {
    case 'ready':
    case 'newBet':
    case 'decideSome':
      return { type };
    case 'open':
    case 'preview':
      return isText(uri) && isPosition(at) ? { type, uri, at: { line: at.line, character: at.character } } : undefined;
    case 'decide':
      return isText(uri) && isText(id) ? { type, uri, id } : undefined;
    case 'move':
      return isText(uri) && isText(id) && isText(key) && isStatus(to) ? { type, uri, id, key, to } : undefined;
    default:
      return undefined;
  }
}

export function asToBoard(value: unknown): ToBoard | undefined {
  if (!isRecord(value)) return undefined;
  switch (value['type']) {
    case 'start':
      return isRecord(value['words']) && isText(value['locale']) ? (value as unknown as StartMessage) : undefined;
    case 'cards':
      return isCards(value['answer']) ? { type: 'cards', answer: value['answer'] } : undefined;
    case 'learnings':
      return isLearnings(value['answer']) ? { type: 'learnings', answer: value['answer'] } : undefined;
    case 'stopped':
      return typeof value['stopped'] === 'boolean' ? { type: 'stopped', stopped: value['stopped'] } : undefined;
    case 'moved':
      return isMoved(value) ? value : undefined;
    default:
      return undefined;
  }
}

const statuses: readonly unknown[] = [
  'proposed',
  'shaping',
  'building',
  'rollingOut',
  'measuring',
  'concluded',
] satisfies Status[];

function isStatus(value: unknown): value is Status {
  return statuses.includes(value);
}

function isMoved(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & MovedMessage {
  const { key, to, outcome, reason } = value;
  const outcomes: readonly unknown[] = ['moved', 'undecided', 'refused'];
  return isText(key) && isStatus(to) && outcomes.includes(outcome) && isText(reason);
}

function isCards(value: unknown): value is BoardAnswer {
  return (
    isRecord(value) &&
    isText(value['today']) &&
    Array.isArray(value['gone']) &&
    Array.isArray(value['files']) &&
    value['files'].every(
      file => isRecord(file) && isText(file['uri']) && Array.isArray(file['cards']) && file['cards'].every(isCard),
    )
  );
}

function isCard(value: unknown): boolean {
  return isRecord(value) && isText(value['id']) && isText(value['title']) && isStatus(value['status']);
}

function isLearnings(value: unknown): value is LearningsAnswer {
  return (
    isRecord(value) &&
    Array.isArray(value['entries']) &&
    value['entries'].every(
      entry => isRecord(entry) && isText(entry['id']) && isText(entry['title']) && isText(entry['uri']),
    )
  );
}

function isPosition(value: unknown): value is Position {
  return isRecord(value) && isCount(value['line']) && isCount(value['character']);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
