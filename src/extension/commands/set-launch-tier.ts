import * as vscode from 'vscode';
import { askChoice, goBack, type Choice } from '../ask.ts';
import type { LanguageServer } from '../language-server.ts';
import { perform, type Outcome } from './perform.ts';
import { questionOf, subjectOf } from './refactor-subject.ts';
import { refactorTitle } from './refactor-words.ts';

/** Asks for the tier of a launch, and writes what that tier needs and is not there yet. */
export async function setLaunchTier(server: LanguageServer, argument: unknown): Promise<Outcome> {
  const subject = await subjectOf(server, 'setLaunchTier', argument);
  if (subject === undefined) return 'cancelled';
  const wishes = subject.wishes ?? (await askForTier());
  if (wishes === undefined) return 'cancelled';
  const verb = vscode.l10n.t('Set the Launch Tier');
  return perform(server, subject, questionOf('setLaunchTier', subject, wishes), { verb });
}

async function askForTier(): Promise<{ readonly tier: number } | undefined> {
  const turn = { title: refactorTitle('setLaunchTier'), step: 1, of: 1 };
  const tier = await askChoice(turn, vscode.l10n.t('How big is the launch? The tier says what it needs.'), tiers());
  return tier === undefined || tier === goBack ? undefined : { tier };
}

/** What each needs is said by the core (computed/launch-needs.ts); these are words for it. */
function tiers(): readonly Choice<number>[] {
  return [
    {
      value: 1,
      label: vscode.l10n.t('Tier 1: a major new capability'),
      detail: vscode.l10n.t('All six components, checklists, and targets for adoption'),
    },
    {
      value: 2,
      label: vscode.l10n.t('Tier 2: a significant improvement'),
      detail: vscode.l10n.t('All six components, checklists, and targets for adoption'),
    },
    {
      value: 3,
      label: vscode.l10n.t('Tier 3: an incremental improvement'),
      detail: vscode.l10n.t('Documentation, support training and communications'),
    },
    {
      value: 4,
      label: vscode.l10n.t('Tier 4: a fix'),
      detail: vscode.l10n.t('Communications: a line in the release notes'),
    },
  ];
}
