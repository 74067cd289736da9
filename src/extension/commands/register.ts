import * as vscode from 'vscode';

type Handler = (argument: unknown) => unknown;

/** Registers the table of commands; that it and the manifest agree is tested. */
export function registerCommands(table: Readonly<Record<`betwright.${string}`, Handler>>): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(table).map(([id, handler]) => vscode.commands.registerCommand(id, handler)),
  );
}
