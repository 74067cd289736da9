import type { TieredMetric } from '../model/tiers.ts';
import type { Span } from '../text/span.ts';

/** Why a computed value is what it is: a sentence for a product manager, and the place that it speaks of. */
export interface Reason {
  readonly text: string;
  readonly file: string;
  readonly span: Span;
}

/** Something that stands in a file. */
export interface Place {
  readonly file: string;
  readonly span: Span;
}

export function reasonAt(file: string, span: Span, text: string): Reason {
  return { text, file, span };
}

/** A name from a file inside a sentence of ours: in quotes, and not longer than a sentence can bear. */
export function quoted(text: string): string {
  return `"${short(text)}"`;
}

/** What was written, as one line of bearable length. */
export function short(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** Where something is said about a metric as a whole: a list item has no key, so at its name, else its id. */
export function metricSpan({ metric }: TieredMetric): Span {
  return (metric.name ?? metric.id ?? metric).span;
}

/** "1 day", "14 days". */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
