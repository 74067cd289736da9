import type { Card, Cards } from './cards.ts';

/**
 * The card that an arrow key leads to: up to what this one drives, down to what drives it, else to the nearest of the next tier;
 * left and right, home and end along its tier.
 */
export function cardToward(key: string, card: Card, { all }: Cards): Card | undefined {
  const tier = all.filter(other => other.tier === card.tier);
  const place = tier.indexOf(card);
  switch (key) {
    case 'ArrowLeft':
      return tier[place - 1];
    case 'ArrowRight':
      return tier[place + 1];
    case 'Home':
      return tier[0];
    case 'End':
      return tier.at(-1);
    case 'ArrowUp':
      return (
        nearest(
          card,
          card.drives.filter(other => other.tier < card.tier),
        ) ?? nextTier(card, all, -1)
      );
    case 'ArrowDown':
      return (
        nearest(
          card,
          card.drivenBy.filter(other => other.tier > card.tier),
        ) ?? nextTier(card, all, 1)
      );
    default:
      return undefined;
  }
}

function nextTier(card: Card, all: readonly Card[], step: -1 | 1): Card | undefined {
  const beyond = all.filter(other => Math.sign(other.tier - card.tier) === step);
  const tiers = beyond.map(other => other.tier);
  const next = step === 1 ? Math.min(...tiers) : Math.max(...tiers);
  return nearest(
    card,
    beyond.filter(other => other.tier === next),
  );
}

/** A tier counts more than a place beside: a guardrail far below comes after a leading metric. */
function nearest({ tier, x, y }: Card, cards: readonly Card[]): Card | undefined {
  const away = (card: Card): number =>
    Math.abs(card.tier - tier) * 100_000 + Math.abs(card.x - x) + Math.abs(card.y - y) / 4;
  return cards.reduce<Card | undefined>(
    (best, card) => (best === undefined || away(card) < away(best) ? card : best),
    undefined,
  );
}
