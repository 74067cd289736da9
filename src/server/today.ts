const hour = 3_600_000;

/**
 * Calls back soon after each midnight. It also looks every hour: timers stand still while a computer sleeps.
 * Returns what ends it.
 */
export function watchDay(onLook: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = (): void => {
    timer = setTimeout(() => {
      onLook();
      wait();
    }, untilNextLook(new Date()));
  };
  wait();
  return () => {
    clearTimeout(timer);
  };
}

/** Milliseconds until the clock is looked at again: a second after its next midnight, and in an hour at the latest. */
export function untilNextLook(now: Date): number {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  return Math.min(hour, midnight.getTime() - now.getTime() + 1000);
}
