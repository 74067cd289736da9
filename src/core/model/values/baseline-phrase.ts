import type { Comparison, Direction, Operator } from './comparison-words.ts';
import { decimalOf, numberOf, shift, subtract } from './decimal.ts';
import { readAmount, type Amount } from './quantity.ts';

interface BaselineRelation {
  readonly op: Operator;
  /** What is added to the baseline. */
  readonly value: number;
  readonly unit?: string;
  readonly of: 'baseline';
}

type Change = 'up' | 'down' | 'worse' | 'better';

const baseline = String.raw`(?:the |our |its |current )?base ?line`;
const comparedWith = String.raw`(?:vs\.?|versus|against|from|on|over|relative to|compared (?:to|with))`;

const changeWords: Readonly<Record<Change, string>> = {
  up: 'above|over|more than|higher than|greater than|longer than|slower than',
  down: 'below|under|less than|lower than|fewer than|shorter than|faster than',
  worse: 'worse than',
  better: 'better than',
};
const changeNouns: Readonly<Record<Change, string>> = {
  up: 'increase|rise',
  down: 'drop|decrease|decline|fall|reduction',
  worse: 'regression|degradation|worsening',
  better: 'improvement',
};
const changes: readonly Change[] = ['up', 'down', 'worse', 'better'];

const patterns = {
  itself: new RegExp(`^${baseline}$`, 'i'),
  sum: new RegExp(`^${baseline} ?(±|\\+/-|[+-]|plus |minus )(.+)$`, 'i'),
  product: new RegExp(`^${baseline} ?(?:[x×*]|times) ?(.+)$`, 'i'),
  share: new RegExp(`^(.+?) (of|from|to|around) ${baseline}$`, 'i'),
  multiple: new RegExp(`^([\\d.,]+) ?(?:[x×*]|times) ?${baseline}$`, 'i'),
  against: new RegExp(`^(.+?) ${comparedWith} ${baseline}$`, 'i'),
};
const changePhrases = changes.flatMap(change => [
  { change, isNoun: false, pattern: new RegExp(`^(.+?) (?:${changeWords[change]}) ${baseline}$`, 'i') },
  {
    change,
    isNoun: true,
    pattern: new RegExp(`^(.+?) (?:${changeNouns[change]})(?: ${comparedWith} ${baseline})?$`, 'i'),
  },
]);

/**
 * Reads what an operator compares with where that is the baseline: `baseline + 1pp`, `5% of baseline`, `1.2x baseline`, `10% above baseline`,
 * `5% drop`, `+5pp`. The operator turns round where the phrase measures a fall: no more than 5 % below is at least -5 %.
 */
export function againstBaseline(said: Comparison, direction: Direction | undefined): BaselineRelation | undefined {
  const { op, rest } = said;
  const amount = readAmount(rest);
  if (amount !== undefined) return ofSigned(op, amount);
  if (patterns.itself.test(rest)) return op === 'within' ? undefined : { op, value: 0, of: 'baseline' };
  const sum = patterns.sum.exec(rest);
  if (sum !== null) return ofSum(op, sum[1] ?? '', amountOf(sum[2]));
  const product = patterns.product.exec(rest) ?? patterns.multiple.exec(rest);
  if (product !== null) return ofShare(op, amountOf(`${product[1] ?? ''}x`));
  const share = patterns.share.exec(rest);
  if (share !== null && op === 'within') return ofDistance(amountOf(share[1]));
  if (share !== null && share[2]?.toLowerCase() === 'of') return ofShare(op, amountOf(share[1]));
  return ofChange(said, direction) ?? ofSigned(op, amountOf(patterns.against.exec(rest)?.[1]));
}

function ofSum(op: Operator, sign: string, amount: Amount | undefined): BaselineRelation | undefined {
  if (amount === undefined || amount.relative || amount.value < 0) return undefined;
  if (sign === '±' || sign === '+/-') return ofDistance(amount);
  if (op === 'within') return undefined;
  return relation(op, /^(?:-|minus)/i.test(sign) ? negative(amount) : amount);
}

function ofDistance(amount: Amount | undefined): BaselineRelation | undefined {
  return amount && amount.value >= 0 ? relation('within', amount) : undefined;
}

/** 120 % of the baseline, or 1.2 times it, is the baseline and 20 %. */
function ofShare(op: Operator, amount: Amount | undefined): BaselineRelation | undefined {
  if (amount === undefined || amount.relative || op === 'within') return undefined;
  if (amount.unit !== '%' && amount.unit !== 'x') return undefined;
  const percent = amount.unit === 'x' ? shift(decimalOf(amount.value), 2) : decimalOf(amount.value);
  return relation(op, { value: numberOf(subtract(percent, decimalOf(100))), unit: '%' });
}

function ofChange(said: Comparison, direction: Direction | undefined): BaselineRelation | undefined {
  const { op, manner, rest } = said;
  if (op === 'within') return undefined;
  for (const { change, pattern, isNoun } of changePhrases) {
    const amount = amountOf(pattern.exec(rest)?.[1]);
    if (amount === undefined || amount.relative || amount.value < 0) continue;
    const way = wayOf(change, direction);
    if (way === undefined) return undefined;
    if (way === 'up') return relation(op, amount);
    // `no worse than 5% below baseline` names a level.
    if (manner === 'bare' || manner === 'noWorse') return relation(op, negative(amount));
    // `>= 5% below baseline` may mean the level or the size of the fall.
    if (manner === 'symbol' && change === 'down' && !isNoun) return undefined;
    return relation(turned(op), negative(amount));
  }
  return undefined;
}

/** `+5pp` and `-10%`, alone or `vs baseline`; `±5%` and `within 5%`, which can only be near the baseline. */
function ofSigned(op: Operator, amount: Amount | undefined): BaselineRelation | undefined {
  if (amount === undefined) return undefined;
  if (op === 'within') return amount.unit === '%' || amount.unit === 'pp' ? ofDistance(amount) : undefined;
  return amount.relative ? relation(op, amount) : undefined;
}

function wayOf(change: Change, direction: Direction | undefined): 'up' | 'down' | undefined {
  if (change === 'up' || change === 'down') return change;
  if (direction === undefined) return undefined;
  return (change === 'worse') === (direction === 'decrease') ? 'up' : 'down';
}

function relation(op: Operator, { value, unit }: Amount): BaselineRelation {
  return { op, value, ...(unit === undefined ? {} : { unit }), of: 'baseline' };
}

function turned(op: Operator): Operator {
  if (op === 'within') return op;
  const turnedSymbol = op.startsWith('<') ? '>' : '<';
  return op.endsWith('=') ? `${turnedSymbol}=` : turnedSymbol;
}

function negative(amount: Amount): Amount {
  return { ...amount, value: amount.value === 0 ? 0 : -amount.value };
}

function amountOf(text: string | undefined): Amount | undefined {
  return text === undefined ? undefined : readAmount(text.trim());
}
