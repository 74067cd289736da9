import { readAmount } from './quantity.ts';
import { normaliseWord, tidy } from './words.ts';

/** Reads `60`, `60%` or `60 percent` as 60, for fields that are percentages by nature. `0.6` is 0.6: nobody is guessed to have meant a share. */
export function readPercentage(text: string): number | undefined {
  const plain = tidy(text);
  const amount = plain === undefined ? undefined : readAmount(plain);
  if (amount === undefined || amount.relative) return undefined;
  return amount.unit === undefined || amount.unit === '%' ? amount.value : undefined;
}

export interface Confidence {
  /** What was written, trimmed. */
  readonly text: string;
  readonly level?: 'high' | 'medium' | 'low';
  readonly percent?: number;
}

const levels: Readonly<Record<string, 'high' | 'medium' | 'low'>> = {
  high: 'high',
  medium: 'medium',
  med: 'medium',
  moderate: 'medium',
  low: 'low',
};

/** Reads a word (`High`, `medium (40-70%)`) or a percentage from 0 to 100, `undefined` for anything else. */
export function readConfidence(text: string): Confidence | undefined {
  const word = normaliseWord(text.split('(', 1)[0] ?? '');
  const level = Object.hasOwn(levels, word) ? levels[word] : undefined;
  if (level !== undefined) return { text: text.trim(), level };
  const percent = text.includes('%') ? readPercentage(text) : undefined;
  return percent !== undefined && percent >= 0 && percent <= 100 ? { text: text.trim(), percent } : undefined;
}
