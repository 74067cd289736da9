// Arguments of commands and messages come from outside: from lenses, keybindings, other extensions. What is not as it should be is refused.
import * as vscode from 'vscode';

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** A URI of a text document that this window may show; not a word of a scheme that does something. */
export function asUri(value: unknown): vscode.Uri | undefined {
  if (value instanceof vscode.Uri) return value;
  if (typeof value !== 'string') return undefined;
  try {
    return vscode.Uri.parse(value, true);
  } catch {
    return undefined;
  }
}

export function asPosition(value: unknown): vscode.Position | undefined {
  if (!isRecord(value)) return undefined;
  const { line, character } = value;
  return isIndex(line) && isIndex(character) ? new vscode.Position(line, character) : undefined;
}

export function asRange(value: unknown): vscode.Range | undefined {
  if (!isRecord(value)) return undefined;
  const start = asPosition(value['start']);
  const end = asPosition(value['end']);
  return start && end && new vscode.Range(start, end);
}

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
