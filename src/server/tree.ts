import { betTree, type BetItem } from '../core/features/tree.ts';
import type { Judge } from '../core/service.ts';
import { plainText } from '../core/views/markup/plain-text.ts';
import { rangeIn } from './convert.ts';
import type { Intake } from './intake.ts';
import type { Tree, TreeBet } from './protocol.ts';
import { treeRecognised } from './recognised.ts';

/** Answers with the bets of the workspace by status, and with what merely reads like one of ours. */
export function createTree(judge: Judge, intake: Intake): () => Tree {
  return () => {
    const { groups, errors, warnings } = betTree(judge);
    return {
      groups: groups.map(({ status, bets }) => ({ status, bets: bets.map(bet => treeBet(bet, intake)) })),
      recognised: treeRecognised(judge.workspace, intake),
      errors,
      warnings,
    };
  };
}

function treeBet(item: BetItem, intake: Intake): TreeBet {
  const { id, title, owner, file, span, stale, retro, readiness, errors, warnings, mode } = item;
  return {
    id: plainText(id),
    title: plainText(title),
    ...(owner !== undefined && owner !== '' && { owner: plainText(owner) }),
    uri: file,
    range: rangeIn(intake.lines(file) ?? [0], span),
    stale,
    retro,
    ...(readiness && { readiness }),
    errors,
    warnings,
    mode,
  };
}
