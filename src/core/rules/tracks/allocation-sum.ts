import { anchorOf } from '../../model/located.ts';
import { add, compareDecimals, decimalOf, numberOf } from '../../model/values/decimal.ts';
import { defineRule } from '../rule.ts';
import type { NumberValue } from '../../model/located.ts';
import type { Fix } from '../fix.ts';

export const allocationSum = defineRule({
  id: 'tracks/allocation-sum',
  about: 'tracks',
  severity: 'error',
  summary: 'A role’s shares of discovery and delivery do not make 100 %.',
  why: 'Time that is given twice is taken from discovery when it gets tight.',
  examples: [
    {
      good: false,
      files: { 'autumn.tracks.yaml': 'id: TR-005\nallocation:\n  «PM»:\n    discovery: 60%\n    delivery: 60%\n' },
    },
    {
      good: true,
      files: { 'autumn.tracks.yaml': 'id: TR-005\nallocation:\n  PM:\n    discovery: 60%\n    delivery: 40%\n' },
    },
    {
      good: false,
      files: {
        'autumn.tracks.md':
          '# Dual-track plan: Autumn\n\n| Role | Discovery | Delivery |\n|---|---|---|\n| «PM» | 60% | 60% |\n',
      },
    },
    {
      good: true,
      files: {
        'autumn.tracks.md':
          '# Dual-track plan: Autumn\n\n| Role | Discovery | Delivery |\n|---|---|---|\n| PM | 60% | 40% |\n',
      },
    },
  ],
  check: ({ model }) =>
    (model.allocation?.entries ?? []).flatMap(({ name, value }) => {
      const { discovery, delivery } = value;
      if ((discovery === undefined && delivery === undefined) || (value.blanks?.length ?? 0) > 0) return [];
      const sum = add(decimalOf(discovery?.number ?? 0), decimalOf(delivery?.number ?? 0));
      if (compareDecimals(sum, decimalOf(100)) === 0) return [];
      return [
        {
          span: anchorOf(value),
          message: `The shares of "${name.slice(0, 60)}" make ${numberOf(sum)}%, not 100%.`,
          fixes: whole(discovery, delivery),
        },
      ];
    }),
});

/** The larger share takes what is left or too much. */
function whole(discovery: NumberValue | undefined, delivery: NumberValue | undefined): readonly Fix[] {
  if (discovery === undefined || delivery === undefined) return [];
  const isDelivery = delivery.number >= discovery.number;
  const [larger, smaller] = isDelivery ? [delivery, discovery] : [discovery, delivery];
  const rest = 100 - smaller.number;
  if (!Number.isInteger(rest) || rest < 0 || smaller.number < 0) return [];
  const text = `${rest}${larger.text.includes('%') ? '%' : ''}`;
  const title = `Give ${isDelivery ? 'delivery' : 'discovery'} ${rest}%`;
  return [{ title, changes: [{ type: 'replace', span: larger.span, text }] }];
}
