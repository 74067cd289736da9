import type { Finding } from '../rules/finding.ts';
import { rules } from '../rules/index.ts';
import type { Related } from '../rules/rule.ts';
import type { CheckReport } from './findings-json.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { wellFormed, type JsonObject } from './json.ts';
import { artifactLocation, physicalLocation, sarifLevel, sarifMessage, sourceRoot } from './sarif.ts';

/** What a SARIF log tells besides the findings. */
export interface SarifSurroundings {
  /** Of Betwright. */
  readonly version: string;
  /** Why the run says less than was asked of it: a log without results must not look like a clean one. */
  readonly failures: readonly RunFailure[];
  readonly textOf: (file: string) => string | undefined;
  readonly digest: (text: string) => string;
}

export interface RunFailure {
  /** What can't be read, if that is why. */
  readonly file?: string;
  readonly message: string;
}

/** The report as SARIF 2.1.0, for the pages on which repositories show what scanners found. */
export function findingsSarif(report: CheckReport, surroundings: SarifSurroundings): JsonObject {
  const fingerprints = fingerprintsOf(report.findings, { ...surroundings, linesOf: report.linesOf });
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Betwright', version: surroundings.version, rules: ruleDescriptors } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [sourceRoot]: { description: { text: 'The working directory of the run.' } } },
        invocations: [invocation(surroundings.failures)],
        results: report.findings.map((finding, index) => resultOf(finding, fingerprints[index] ?? '', report)),
      },
    ],
  };
}

const ruleDescriptors: readonly JsonObject[] = rules.map(({ id, summary, why, severity }) => ({
  id,
  shortDescription: { text: summary },
  fullDescription: { text: why },
  defaultConfiguration: { level: sarifLevel(severity) },
}));

const ruleIndexes: ReadonlyMap<string, number> = new Map(rules.map(({ id }, index) => [id, index]));

function resultOf(finding: Finding, fingerprint: string, { linesOf }: CheckReport): JsonObject {
  const { rule, severity, message, file, span, artifact, related = [] } = finding;
  return {
    ruleId: rule,
    ruleIndex: ruleIndexes.get(rule) ?? -1,
    level: sarifLevel(severity),
    message: sarifMessage(message),
    locations: [
      {
        physicalLocation: physicalLocation(file, linesOf(file), span),
        ...(artifact !== undefined && { logicalLocations: [{ name: wellFormed(artifact) }] }),
      },
    ],
    ...(related.length > 0 && { relatedLocations: relatedLocations(related, linesOf) }),
    partialFingerprints: { 'betwright/v1': fingerprint },
  };
}

/** The schema wants each of them once. */
function relatedLocations(related: readonly Related[], linesOf: CheckReport['linesOf']): readonly JsonObject[] {
  const locations = related.map(({ file, span, message }) => ({
    physicalLocation: physicalLocation(file, linesOf(file), span),
    message: sarifMessage(message),
  }));
  return [...new Map(locations.map(location => [JSON.stringify(location), location])).values()];
}

function invocation(failures: readonly RunFailure[]): JsonObject {
  return {
    executionSuccessful: failures.length === 0,
    ...(failures.length > 0 && {
      toolExecutionNotifications: failures.map(({ file, message }) => ({
        level: 'error',
        message: sarifMessage(message),
        ...(file !== undefined && { locations: [{ physicalLocation: { artifactLocation: artifactLocation(file) } }] }),
      })),
    }),
  };
}
