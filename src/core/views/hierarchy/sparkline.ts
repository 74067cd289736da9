export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MOST_POINTS = 40;

/** The course of a metric as a thin line with a dot at its last value; nothing where fewer than two numbers are known. */
export function sparkline(history: readonly number[], { x, y, width, height }: Box): string {
  const values = thinned(history.filter(value => Number.isFinite(value)));
  if (values.length < 2) return '';
  const low = Math.min(...values);
  // Halves, because the whole distance of two finite numbers may be infinite.
  const range = Math.max(...values) / 2 - low / 2;
  const points = values.map((value, index) => {
    const share = range === 0 ? 0.5 : (value / 2 - low / 2) / range;
    return `${(x + (index / (values.length - 1)) * (width - 3)).toFixed(1)} ${(y + (1 - share) * height).toFixed(1)}`;
  });
  const [cx, cy] = (points.at(-1) ?? '0 0').split(' ');
  return `<path class="spark" d="M${points.join('L')}"/><circle class="spark-dot" cx="${cx ?? '0'}" cy="${cy ?? '0'}" r="2.2"/>`;
}

/** Every n-th value, counted back from the last, which is always kept. */
function thinned(values: readonly number[]): readonly number[] {
  const step = Math.ceil(values.length / MOST_POINTS);
  return step <= 1 ? values : values.filter((_, index) => (values.length - 1 - index) % step === 0);
}
