import type { Retro } from './types.gen.ts';
import type { Day } from './values/date.ts';

/** Held means `held` is today or past, or a decision is written (SPEC 8, "Retro"). */
export function isHeld(retro: Retro | undefined, today: Day): boolean {
  if (retro === undefined) return false;
  const held = retro.held?.day;
  return (held !== undefined && held <= today) || retro.decision?.outcome !== undefined;
}
