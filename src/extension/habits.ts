import * as vscode from 'vscode';
import type { NewDocumentQuestion } from '../server/protocol.ts';

type Kind = NewDocumentQuestion['kind'];

/** How a workspace keeps its documents, as far as it has any. */
export interface Habits {
  /** In which most documents of the kind are written, else most of all kinds. */
  readonly notation?: NewDocumentQuestion['notation'];
  /** Where most documents of the kind stand. */
  readonly folder?: vscode.Uri;
}

/** So many files tell a habit. */
const mostLookedAt = 500;

/** Looks at names of files alone. */
export async function habitsOf(kind: Kind): Promise<Habits> {
  const own = await filesLike(`**/*.${kind}.{yaml,yml,md}`);
  const all = own.length > 0 ? own : await filesLike('**/*.{bet,metrics,rollout,retro,launch,tracks}.{yaml,yml,md}');
  const folder = mostOften(own.map(uri => vscode.Uri.joinPath(uri, '..').toString()));
  const notation = mostOften(all.map(({ path }) => (/\.md$/i.test(path) ? 'markdown' : 'yaml')));
  return { ...(notation && { notation }), ...(folder !== undefined && { folder: vscode.Uri.parse(folder) }) };
}

async function filesLike(pattern: string): Promise<readonly vscode.Uri[]> {
  return vscode.workspace.findFiles(pattern, '**/node_modules/**', mostLookedAt);
}

/** Of two that are as frequent, the one that came first. */
function mostOften<Value extends string>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of [...values].sort()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
