/** Places where the day begins early, late, at half hours, or where clocks change. */
export const zones = [
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'UTC',
] as const;

/** A moment as the clocks of a place show it. */
export interface WallTime {
  readonly zone: string;
  /** `2026-03-29` */
  readonly day: string;
  /** `23:59:59` */
  readonly time: string;
}

/** When that is, in milliseconds since 1970. By the zone's own table and not by the clock of this process. */
export function instantOf({ zone, day, time }: WallTime): number {
  const wanted = Date.parse(`${day}T${time}Z`);
  // The second step is for guesses on the other side of a change of the clocks.
  const guess = wanted - offsetAt(wanted, zone);
  const instant = wanted - offsetAt(guess, zone);
  if (instant + offsetAt(instant, zone) !== wanted) throw new Error(`there is no ${time} on ${day} in ${zone}`);
  return instant;
}

/** Milliseconds by which the clocks of the zone are ahead. */
function offsetAt(instant: number, zone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return Date.parse(`${shown.format(instant).replace(' ', 'T')}Z`) - instant;
}
