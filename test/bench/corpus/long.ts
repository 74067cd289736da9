import { corpusBet } from './bet.ts';
import { betInYaml } from './yaml.ts';

/** A document of about so many lines: one hierarchy with thousands of metrics. */
export function longHierarchy(lines: number): string {
  const out = [
    'kind: metrics',
    'id: MX-LONG',
    'title: Everything we measure',
    'lagging:',
    '  - name: Revenue growth',
    'core:',
    '  - name: Activation rate',
    '    drives: [Revenue growth]',
    'leading:',
  ];
  for (let number = 1; out.length < lines - 4; number++) {
    out.push(
      `  - name: Signal ${number}`,
      `    definition: Share of teams that do thing ${number} in the first week`,
      '    baseline: 38%',
      `    target: ${40 + (number % 30)}%`,
      '    cadence: daily',
      '    drives: [Activation rate]',
    );
  }
  out.push('guardrails:', '  - name: Error rate', '    threshold: < 2%');
  return out.join('\n') + '\n';
}

/** A file of about so many lines: bet after bet, divided by `---`. */
export function manyBets(lines: number): string {
  const bets: string[] = [];
  for (let number = 1, count = 0; count < lines; number++) {
    const bet = corpusBet(number);
    if (bet.hierarchyId !== undefined) continue;
    const text = betInYaml(bet);
    bets.push(text);
    count += text.split('\n').length;
  }
  return bets.join('---\n');
}
