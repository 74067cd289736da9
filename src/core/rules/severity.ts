import type { Mode, Settings, Severity } from '../workspace/settings.ts';

interface Judging {
  readonly id: string;
  readonly severity: Severity;
  readonly lowered?: true;
}

/** A rule's severity for a mode: as the team set it, else its own. */
export function severityOf(rule: Judging, mode: Mode, settings: Settings): Severity | 'off' {
  return settings.severities[rule.id] ?? lowerFor(rule.severity, rule, mode);
}

/** `zeroToOne` lowers the rules marked ° by one step; lowered information is off (SPEC 5, 8). */
export function lowerFor(severity: Severity, rule: Judging, mode: Mode): Severity | 'off' {
  if (mode === 'scaling' || rule.lowered !== true) return severity;
  return severity === 'error' ? 'warning' : severity === 'warning' ? 'information' : 'off';
}
