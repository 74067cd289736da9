import type { Finding } from '../core/rules/finding.ts';
import type { Related } from '../core/rules/rule.ts';

/** What a check found, apart from how it is told. */
export interface CheckResult {
  /** Files that hold an artifact, broken ones included. */
  readonly files: number;
  readonly artifacts: number;
  /** In order of file and place, whichever are asked for. */
  readonly findings: readonly Finding[];
}

/** The result as data; what only an editor asks of a finding is left out. */
export function writtenResult({ files, artifacts, findings }: CheckResult): CheckResult {
  return {
    files,
    artifacts,
    findings: findings.map(({ rule, severity, message, file, span, artifact, related }) => ({
      rule,
      severity,
      message,
      file,
      span,
      ...(artifact !== undefined && { artifact }),
      ...(related && { related }),
    })),
  };
}

/**
 * Reads such data; undefined where it is anything else, or speaks of files that are not among those of this run: whoever wrote it
 * leads no reader to another file.
 */
export function readResult(data: unknown, names: ReadonlySet<string>): CheckResult | undefined {
  if (!isRecord(data) || !isCount(data['files']) || !isCount(data['artifacts'])) return undefined;
  const { files, artifacts, findings } = data;
  if (!Array.isArray(findings) || !findings.every(finding => isFinding(finding, names))) return undefined;
  return { files, artifacts, findings };
}

function isFinding(value: unknown, names: ReadonlySet<string>): value is Finding {
  if (!isRecord(value) || !isPlace(value, names)) return false;
  const { rule, severity, artifact, related } = value;
  if (typeof rule !== 'string' || (artifact !== undefined && typeof artifact !== 'string')) return false;
  if (severity !== 'error' && severity !== 'warning' && severity !== 'information') return false;
  return related === undefined || (Array.isArray(related) && related.every(other => isPlace(other, names)));
}

function isPlace(value: unknown, names: ReadonlySet<string>): value is Related {
  if (!isRecord(value)) return false;
  const { file, message, span } = value;
  if (typeof file !== 'string' || !names.has(file) || typeof message !== 'string' || !isRecord(span)) return false;
  return isCount(span['start']) && isCount(span['end']) && span['start'] <= span['end'];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
