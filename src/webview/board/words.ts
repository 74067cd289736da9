import type { Status } from '../../core/model/status.ts';
import type { BoardFlag } from '../../core/views/board/card.ts';

/** What translates a text: `vscode.l10n` in the editor, nothing in a plain page. */
export interface Translation {
  t(text: string): string;
}

/** The texts as they stand here. */
export const english: Translation = { t: text => text };

/** Everything that the board says itself, in the language of the reader; `{0}` stands for what is put in. */
export type BoardWords = ReturnType<typeof boardWords>;

export function boardWords(l10n: Translation) {
  const statuses: Readonly<Record<Status, string>> = {
    proposed: l10n.t('Proposed'),
    shaping: l10n.t('Shaping'),
    building: l10n.t('Building'),
    rollingOut: l10n.t('Rolling out'),
    measuring: l10n.t('Measuring'),
    concluded: l10n.t('Concluded'),
  };
  const facts: Readonly<Record<BoardFlag | 'p0' | 'errors', string>> = {
    p0: l10n.t('P0'),
    errors: l10n.t('With errors'),
    zombie: l10n.t('Zombies'),
    retroOverdue: l10n.t('Retros overdue'),
    guardrailBreached: l10n.t('Guardrails breached'),
  };
  return {
    statuses,
    facts,
    flags: {
      zombie: l10n.t('Zombie'),
      retroOverdue: l10n.t('Retro overdue'),
      guardrailBreached: l10n.t('Guardrail breached'),
    },
    ...sharedWords(l10n),
    board: l10n.t('Board of bets'),
    ofLimit: l10n.t('{0} of {1}'),
    portfolios: {
      core: l10n.t('Core'),
      adjacent: l10n.t('Adjacent'),
      transformational: l10n.t('Transformational'),
    },
    balance: l10n.t('Balance'),
    balanceLabel: l10n.t('Balance of the open bets: {0}'),
    balancePart: l10n.t('{0} {1} % (target {2})'),
    unsaid: l10n.t('{0} say nothing of it'),
    modes: { zeroToOne: l10n.t('Zero to one'), scaling: l10n.t('Scaling') },
    owner: l10n.t('Owner'),
    mode: l10n.t('Mode'),
    tag: l10n.t('Tag'),
    sort: l10n.t('Sort by'),
    sorts: {
      next: l10n.t('Next date'),
      trouble: l10n.t('Trouble'),
      priority: l10n.t('Priority'),
      readiness: l10n.t('Readiness'),
      title: l10n.t('Title'),
    },
    group: l10n.t('Columns'),
    groups: {
      status: l10n.t('Status'),
      owner: l10n.t('Owner'),
      block: l10n.t('Block'),
      category: l10n.t('Category'),
    },
    noOwner: l10n.t('No owner'),
    noBlock: l10n.t('No block'),
    noCategory: l10n.t('No category'),
    emptyColumn: l10n.t('No bets'),
    shown: l10n.t('{0} of {1} bets'),
    all: l10n.t('{0} bets'),
    one: l10n.t('1 bet'),
    noBets: l10n.t('There are no bets in this workspace yet.'),
    newBet: l10n.t('New Bet'),
    nothing: l10n.t('No bet matches what you look for.'),
    ready: l10n.t('{0} of {1} points of GA readiness are met'),
    late: l10n.t('late'),
    dates: {
      retro: l10n.t('Retro'),
      launch: l10n.t('Launch'),
      'timebox ends': l10n.t('Timebox ends'),
      'flag clean-up': l10n.t('Flag clean-up'),
    },
    errors: l10n.t('{0} errors'),
    error: l10n.t('1 error'),
    warnings: l10n.t('{0} warnings'),
    warning: l10n.t('1 warning'),
    stale: l10n.t('can’t be parsed: last good state'),
    menuOf: l10n.t('Actions for {0}'),
    goToLine: l10n.t('Go to Line'),
    goToFinding: l10n.t('Go to What Is Wrong'),
    openPreview: l10n.t('Open Preview'),
    moveTo: l10n.t('Move to {0}'),
    recordDecision: l10n.t('Record the Decision'),
    moving: l10n.t('Moving {0} to {1} …'),
    moved: l10n.t('{0} is in {1} now.'),
    notMoved: l10n.t('{0} was not moved. {1}'),
    undecided: l10n.t('{0} can’t be concluded before somebody has decided: scale, iterate or kill.'),
    keys: l10n.t('Arrow keys go from card to card, Enter to the line, P to the preview, M opens the menu.'),
  };
}

/** What the learning repository says itself. */
export type LearningsWords = ReturnType<typeof learningsWords>;

export function learningsWords(l10n: Translation) {
  return {
    ...sharedWords(l10n),
    learnings: l10n.t('Learnings'),
    metric: l10n.t('Metric'),
    outcome: l10n.t('Decision'),
    result: l10n.t('Hypothesis'),
    results: {
      confirmed: l10n.t('Confirmed'),
      disproved: l10n.t('Disproved'),
      inconclusive: l10n.t('Inconclusive'),
    },
    undecided: l10n.t('No decision written'),
    evidence: l10n.t('Evidence'),
    why: l10n.t('Why'),
    learned: l10n.t('Learned'),
    nothingLearned: l10n.t('No learning was written down.'),
    rounds: l10n.t('Rounds of this idea'),
    thisOne: l10n.t('this one'),
    open: l10n.t('still open'),
    shown: l10n.t('{0} of {1} concluded bets'),
    all: l10n.t('{0} concluded bets'),
    one: l10n.t('1 concluded bet'),
    noBets: l10n.t('No bet has been concluded in this workspace yet.'),
    recordDecision: l10n.t('Record the Decision'),
    nothing: l10n.t('No concluded bet matches what you look for.'),
    more: l10n.t('Show more'),
  };
}

function sharedWords(l10n: Translation) {
  return {
    search: l10n.t('Search'),
    searchHint: l10n.t('Words …'),
    filters: l10n.t('Filters'),
    any: l10n.t('All'),
    clear: l10n.t('Clear Filters'),
    outcomes: { scale: l10n.t('Scale'), iterate: l10n.t('Iterate'), kill: l10n.t('Kill') },
    block: l10n.t('Block'),
    category: l10n.t('Category'),
    categories: {
      valueCreation: l10n.t('Value creation'),
      growth: l10n.t('Growth'),
      platform: l10n.t('Platform'),
      trust: l10n.t('Trust'),
      moat: l10n.t('Moat'),
    },
    reading: l10n.t('Reading the workspace …'),
    stopped: l10n.t('The language server does not run. This is what it saw last.'),
    dismiss: l10n.t('Close'),
  };
}

/** Puts values in the places of `{0}` and `{1}`. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (mark, index: string) => String(values[Number(index)] ?? mark));
}
