import type { QuantityValue, TextValue } from './located.ts';
import type { Metric } from './types.gen.ts';

/** The path of a CSV file, with what was read there: `current` is its last row, standing where the path stands. */
export interface ReadHistory extends TextValue {
  readonly current?: QuantityValue;
  readonly trend: readonly number[];
}

/** The numbers of a metric's earlier readings, oldest first, whether they are written in the metric or in a file. */
export function trendOf({ history }: Metric): readonly number[] {
  if (history === undefined) return [];
  if (history.type === 'list') return history.items.flatMap(reading => reading.value?.quantity?.value ?? []);
  return isRead(history) ? history.trend : [];
}

/** The value of the last reading, if there is one. */
export function lastReadingOf({ history }: Metric): QuantityValue | undefined {
  if (history === undefined) return undefined;
  if (history.type === 'list') return history.items.at(-1)?.value;
  return isRead(history) ? history.current : undefined;
}

function isRead(history: TextValue): history is ReadHistory {
  return 'trend' in history;
}
