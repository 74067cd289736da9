/** Times of one job, in milliseconds. */
export interface Times {
  readonly runs: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export function timesOf(samples: readonly number[]): Times {
  const max = samples.reduce((most, sample) => Math.max(most, sample), -Infinity);
  return { runs: samples.length, p50: median(samples), p95: percentile(samples, 0.95), max };
}

/** The smallest sample that at least this share of all samples do not exceed. NaN where there is none. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = inOrder(samples);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** The one in the middle, or the mean of the two there. NaN where there is none. */
export function median(samples: readonly number[]): number {
  const sorted = inOrder(samples);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

function inOrder(samples: readonly number[]): readonly number[] {
  return [...samples].sort((a, b) => a - b);
}

/** Milliseconds that a job takes. */
export function timed(job: () => void): number {
  const start = performance.now();
  job();
  return performance.now() - start;
}

/** Runs a job after a warm-up that does not count. It is told the number of the run, below 0 in the warm-up. */
export function measure(runs: number, warmUp: number, job: (run: number) => void): readonly number[] {
  for (let run = -warmUp; run < 0; run++) job(run);
  return Array.from({ length: runs }, (_, run) => timed(() => job(run)));
}

/**
 * Runs jobs in turn, so that what else the machine does meets all of them alike. Each returns what it measured; one that is told to
 * stop early (see `runs`) has fewer samples.
 */
export function inTurn<Name extends string, Sample>(
  runs: Readonly<Record<Name, number>>,
  jobs: Readonly<Record<Name, (run: number) => Sample>>,
): Readonly<Record<Name, readonly Sample[]>> {
  const names = Object.keys(jobs) as Name[];
  const samples = Object.fromEntries(names.map(name => [name, []])) as unknown as Record<Name, Sample[]>;
  const most = Math.max(...names.map(name => runs[name]));
  for (let run = 0; run < most; run++) {
    // One that has fewer runs has them early, among those of the others.
    for (const name of names) if (run < runs[name]) samples[name].push(jobs[name](run));
  }
  return samples;
}

/** The median of what the first took against the second, pair by pair as they ran in turn. */
export function ratioOfPairs(samples: readonly number[], against: readonly number[]): number {
  const pairs = Math.min(samples.length, against.length);
  return median(samples.slice(0, pairs).map((sample, index) => sample / (against[index] ?? NaN)));
}

/** What something costs at a size. */
export interface CostPoint {
  readonly size: number;
  readonly cost: number;
}

/** How the cost grows: 1 is in proportion, 0 not at all. Slope of log cost over log size, by least squares. */
export function slope(points: readonly CostPoint[]): number {
  const logs = points.map(({ size, cost }) => [Math.log(size), Math.log(cost)] as const);
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length;
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
