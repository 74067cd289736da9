import * as vscode from 'vscode';
import type { ClientSettings, InitializationOptions } from '../server/protocol.ts';

/** The settings as they are now. Wrong values are left out here, and unknown words are the server's to judge. */
export function readSettings(): ClientSettings {
  const section = vscode.workspace.getConfiguration('betwright');
  const today = textOf(section.get('today'));
  const mode = textOf(section.get('mode'));
  return {
    ...(today !== undefined && { today }),
    ...(mode !== undefined && { mode }),
    rules: severities(section.get('rules')),
    include: texts(section.get('include')),
    codeLens: switches(section.get('codeLens')),
    inlayHints: switches(section.get('inlayHints')),
    othersCheckSchemas: yamlExtensionChecks(),
  };
}

export function initializationOptions(extensionUri: vscode.Uri): InitializationOptions {
  return { settings: readSettings(), rulePages: vscode.Uri.joinPath(extensionUri, 'docs', 'rules').toString() };
}

export function onDidChangeSettings(listener: (settings: ClientSettings) => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('betwright') || event.affectsConfiguration('yaml.validate'))
        listener(readSettings());
    }),
    whenYamlExtensionComesOrGoes(() => {
      listener(readSettings());
    }),
  );
}

/** The extension for YAML that most people have. It holds a document to the schema that a comment in it names, ours too. */
const yamlExtension = 'redhat.vscode-yaml';

/** An extension that is switched off is not there; one that is there starts with the first YAML document. */
function yamlExtensionChecks(): boolean {
  if (vscode.extensions.getExtension(yamlExtension) === undefined) return false;
  return vscode.workspace.getConfiguration('yaml').get('validate') !== false;
}

function whenYamlExtensionComesOrGoes(listener: () => void): vscode.Disposable {
  let was = yamlExtensionChecks();
  return vscode.extensions.onDidChange(() => {
    const is = yamlExtensionChecks();
    if (is !== was) listener();
    was = is;
  });
}

/** Today as the settings fix it, else the local calendar day: `2026-11-22`. */
export function today(): string {
  const fixed = readSettings().today;
  if (fixed !== undefined && /^\d{4}-\d\d-\d\d$/.test(fixed)) return fixed;
  const now = new Date();
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${String(now.getFullYear())}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

/** Switches by name; what is no switch is left out. */
function switches(value: unknown): Record<string, boolean> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
  );
}

function severities(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
