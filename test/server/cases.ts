// Small artifacts of which it is known what the rules say.

/** Nothing wrong with it: too early for anything but a hypothesis and an owner. */
export function soundBet(id: string, more = ''): string {
  return `id: ${id}
title: A sound idea
owner: Maria Lind
hypothesis: { believe: saved carts, audience: returning buyers, outcome: repeat purchases rise from 8% to 10%, because: they ask }
${more}`;
}

/** One finding: nobody owns it. */
export function orphanBet(id: string, more = ''): string {
  return soundBet(id, more).replace('owner: Maria Lind\n', '');
}

/** Metrics without a guardrail: one finding, with a fix. */
export const unguarded = `metrics:
  lagging:
    - { name: Revenue, cadence: quarterly }
  core:
    - { name: Activation rate, primary: true, target: 45%, drives: [Revenue] }
  leading:
    - { name: First value action, drives: [Activation rate] }
`;
