import * as vscode from 'vscode';
import type { RefactorArguments, RefactorQuestion } from '../../server/protocol.ts';
import { asUri, isRecord } from '../arguments.ts';
import { isKnownDocument, isNamedAsOurs, openDocument } from '../documents.ts';
import type { LanguageServer } from '../language-server.ts';
import { pickBet } from './pick-bet.ts';

export type RefactorName = RefactorQuestion['name'];

/** What a refactoring is asked for. */
export interface Subject {
  readonly uri: string;
  readonly id?: string;
  /** The caret, where no id says what is meant. */
  readonly position?: { readonly line: number; readonly character: number };
  readonly part?: NonNullable<RefactorArguments['part']>;
  /** Answers that were handed over; nothing is asked then. */
  readonly wishes?: Readonly<Record<string, string | number>>;
  /** What has to be known before anything is written is known. */
  readonly isConfirmed: boolean;
  /** Of the document, if it is open: answers are good for the text they were given to. */
  readonly version?: number;
}

/**
 * What is meant: the argument of a code action, of the tree or of a keybinding; else the artifact at the caret; else
 * one of the bets of which it can be done, which is asked. Undefined where there is none, which is said, or nobody wants one.
 */
export async function subjectOf(
  server: LanguageServer,
  name: RefactorName,
  argument: unknown,
): Promise<Subject | undefined> {
  const given = argument === undefined ? undefined : givenSubject(argument);
  if (argument !== undefined) return given && versioned(given);
  const atCaret = await subjectAtCaret(server);
  const subject = atCaret ?? (await pickBet(server, name));
  return subject && versioned(subject);
}

export function questionOf(name: RefactorName, { uri, id, position }: Subject, wishes: object = {}): RefactorQuestion {
  const question = { name, uri, ...(id !== undefined && { id }), ...(position && { position }), wishes };
  // Name and wishes belong together where the commands are written, each in a file of its own; the server holds them together again.
  return question;
}

/** `RefactorArguments` of the protocol, an item of the tree, or a file. A keybinding may add `wishes` and `confirmed`. */
function givenSubject(argument: unknown): Subject | undefined {
  if (argument instanceof vscode.Uri) return subjectIn(argument, {});
  if (!isRecord(argument)) return undefined;
  const { bet } = argument;
  const holder = isRecord(bet) ? bet : argument;
  const uri = asUri(holder['uri']);
  return uri && subjectIn(uri, holder);
}

function subjectIn(
  uri: vscode.Uri,
  { id, part, wishes, confirmed }: Readonly<Record<string, unknown>>,
): Subject | undefined {
  if (!isKnownDocument(uri)) return undefined;
  return {
    uri: uri.toString(),
    ...(typeof id === 'string' && id !== '' && { id }),
    ...(isPart(part) && { part }),
    ...(isRecord(wishes) && { wishes: plainWishes(wishes) }),
    isConfirmed: confirmed === true,
  };
}

const parts: readonly unknown[] = ['metrics', 'rollout', 'retro', 'launch'] satisfies Subject['part'][];

function isPart(part: unknown): part is NonNullable<Subject['part']> {
  return parts.includes(part);
}

function plainWishes(wishes: Readonly<Record<string, unknown>>): NonNullable<Subject['wishes']> {
  return Object.fromEntries(
    Object.entries(wishes).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
}

/** Undefined where the active editor shows nothing of ours. */
async function subjectAtCaret(server: LanguageServer): Promise<Subject | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isKnownDocument(editor.document.uri)) return undefined;
  const { uri } = editor.document;
  if (!isNamedAsOurs(uri) && !saysKind(editor.document) && !(await holdsBets(server, uri))) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: uri.toString(), position: { line, character }, isConfirmed: false };
}

/** At the top, or at the top of one of several documents. */
function saysKind(document: vscode.TextDocument): boolean {
  return /^kind:[ \t]*["']?(?:bet|metrics|rollout|retro|launch|tracks)\b/m.test(document.getText().slice(0, 100_000));
}

async function holdsBets(server: LanguageServer, uri: vscode.Uri): Promise<boolean> {
  const wanted = uri.toString();
  const tree = await server.tree();
  const bets = tree?.groups.flatMap(group => group.bets) ?? [];
  return bets.some(bet => asUri(bet.uri)?.toString() === wanted);
}

function versioned(subject: Subject): Subject {
  const document = openDocument(vscode.Uri.parse(subject.uri));
  return document ? { ...subject, version: document.version } : subject;
}
