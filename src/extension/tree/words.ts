import * as vscode from 'vscode';
import type { TreeBet, TreeGroup } from '../../server/protocol.ts';

type Status = TreeGroup['status'];

const day = 86_400_000;

export const statusIcons: Readonly<Record<Status, string>> = {
  proposed: 'lightbulb',
  shaping: 'edit',
  building: 'tools',
  rollingOut: 'rocket',
  measuring: 'graph-line',
  concluded: 'archive',
};

export function statusWords(status: Status): string {
  switch (status) {
    case 'proposed':
      return vscode.l10n.t('Proposed');
    case 'shaping':
      return vscode.l10n.t('Shaping');
    case 'building':
      return vscode.l10n.t('Building');
    case 'rollingOut':
      return vscode.l10n.t('Rolling out');
    case 'measuring':
      return vscode.l10n.t('Measuring');
    case 'concluded':
      return vscode.l10n.t('Concluded');
  }
}

/**
 * When the retro is, or since when it is late. Nothing before work begins, when no retro is due yet.
 * @param today as `2026-11-22`
 */
export function dueWords({ retro }: TreeBet, status: Status, today: string): string | undefined {
  const when = retro.date === undefined ? undefined : Date.parse(retro.date);
  const hasDate = when !== undefined && !Number.isNaN(when);
  switch (retro.state) {
    case 'none':
      return status === 'proposed' || status === 'shaping' ? undefined : vscode.l10n.t('no retro date');
    case 'held':
      return vscode.l10n.t('retro held');
    case 'overdue': {
      if (!hasDate) return vscode.l10n.t('retro overdue');
      const days = Math.round((Date.parse(today) - when) / day);
      return days === 1 ? vscode.l10n.t('retro overdue 1 day') : vscode.l10n.t('retro overdue {0} days', days);
    }
    case 'dueSoon':
    case 'scheduled':
      return hasDate ? vscode.l10n.t('retro {0}', shortDay(when, today)) : undefined;
  }
}

export function readyWords({ readiness }: TreeBet): string | undefined {
  return readiness && vscode.l10n.t('{0}/{1} ready', readiness.met, readiness.of);
}

export function findingWords({ errors, warnings }: TreeBet): readonly string[] {
  return [
    ...(errors === 0 ? [] : [errors === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', errors)]),
    ...(warnings === 0 ? [] : [warnings === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', warnings)]),
  ];
}

/** `30 Nov`, in the language of the editor, with the year where it is another one. */
function shortDay(when: number, today: string): string {
  const date = new Date(when);
  const otherYear = String(date.getUTCFullYear()) !== today.slice(0, 4);
  const year = otherYear ? ({ year: 'numeric' } as const) : {};
  const format = new Intl.DateTimeFormat(vscode.env.language, {
    day: 'numeric',
    month: 'short',
    ...year,
    timeZone: 'UTC',
  });
  return format.format(date);
}
