const name = String.raw`(?:p\d{1,2}(?:\.\d{1,3})?|\d{2}(?:\.\d{1,3})?th percentile|median|mean|average|avg\.?)`;
const subject = String.raw`(?: (?:page|latency|load|response|request|render|startup|time|duration|of)){0,4}`;
const ahead = new RegExp(String.raw`^\(?(${name})\)?:?${subject}(?= |[<>=≤≥~]|$)[ :]*`, 'i');
const behind = new RegExp(String.raw`[ ,]* ?\(?(?:(?:at|on|for|@) ?)?\b(${name})\)?$`, 'i');

/** Takes the statistic away that stands before or behind a number or comparison: `P95 latency < 300ms`, `300ms p95`, `< 2 s (median)`. */
export function takeStatistic(plain: string): { readonly rest: string; readonly statistic?: string } {
  const first = ahead.exec(plain);
  if (first?.[1] !== undefined) return { rest: plain.slice(first[0].length), statistic: printStatistic(first[1]) };
  // Only the tail can hold it: the pattern then has little to look at, whatever stands before.
  const tailStart = Math.max(0, plain.length - 32);
  const last = behind.exec(plain.slice(tailStart));
  if (last?.[1] === undefined) return { rest: plain };
  return { rest: plain.slice(0, tailStart + last.index).trimEnd(), statistic: printStatistic(last[1]) };
}

/** `P95` however it was written; `median` and `mean` in these words. */
function printStatistic(written: string): string {
  const lower = written.toLowerCase();
  if (lower === 'median') return 'median';
  if (/^(?:mean|average|avg)/.test(lower)) return 'mean';
  return `P${lower.replace(/^p|th percentile$/g, '')}`;
}
