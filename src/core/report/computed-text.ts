import type { Computed } from '../computed/computed.ts';
import { readinessCount, readinessPoints } from '../computed/readiness.ts';
import type { Reason } from '../computed/reason.ts';
import type { Paint, Palette } from './palette.ts';
import { visible } from './visible.ts';

/** What is computed, with the reasons, for people; empty where nothing applies. Ends with a line feed. */
export function computedText({ readiness, gate, decision }: Computed, palette: Palette): string {
  const lines: string[] = [];
  if (readiness) {
    const { met, of } = readinessCount(readiness);
    lines.push(`${palette.bold('Ready for GA')}  ${String(met)} of ${String(of)}`);
    for (const point of readinessPoints) {
      const { value, reasons } = readiness[point];
      const mark = { met: palette.green('yes'), notMet: palette.red('no '), notApplicable: palette.dim('-  ') }[value];
      lines.push(`  ${mark}  ${point.padEnd(12)}  ${palette.dim(inWords(reasons))}`);
    }
  }
  if (gate)
    lines.push(...verdict('Gate', `${gate.value} from ${visible(gate.stage)}`, gate.reasons, palette.dim, palette));
  if (decision)
    lines.push(
      ...verdict('Recommended', decision.value, [...decision.reasons, ...decision.missing], palette.dim, palette),
    );
  return lines.map(line => `${line}\n`).join('');
}

function verdict(
  title: string,
  value: string,
  reasons: readonly Reason[],
  paint: Paint,
  palette: Palette,
): readonly string[] {
  const told = [...new Set(reasons.map(({ text }) => visible(text)))];
  return [`${palette.bold(title)}  ${value}`, ...told.map(text => `  ${paint(text)}`)];
}

function inWords(reasons: readonly Reason[]): string {
  return reasons.map(({ text }) => visible(text)).join(' ');
}
