/** Times of one job, in milliseconds. */
export interface Times {
  readonly runs: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export function timesOf(samples: readonly number[]): Times {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { runs: sorted.length, p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? NaN };
}

/** Runs a job after a warm-up that does not count. */
export function measure(runs: number, warmUp: number, job: (run: number) => void): Times {
  const samples: number[] = [];
  for (let run = -warmUp; run < runs; run++) {
    const start = performance.now();
    job(run);
    const time = performance.now() - start;
    if (run >= 0) samples.push(time);
  }
  return timesOf(samples);
}

/** How the cost grows: 1 is in proportion, 0 not at all. Slope of log cost over log size, by least squares. */
export function growth(points: readonly { readonly size: number; readonly cost: number }[]): number {
  const logs = points.map(({ size, cost }) => [Math.log(size), Math.log(cost)] as const);
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length;
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

export function milliseconds(time: number): string {
  return time >= 100 ? `${time.toFixed(0)} ms` : time >= 1 ? `${time.toFixed(1)} ms` : `${time.toFixed(3)} ms`;
}
