import assert from 'node:assert/strict';
import draft4 from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import { Ajv } from 'ajv';

/** Fails unless this is a log by the schema of SARIF 2.1.0. */
export function assertSarif(log: unknown): asserts log is SarifLog {
  if (!validate(log)) assert.fail(JSON.stringify(validate.errors, null, 2).slice(0, 3000));
}

/** The part of a log that the tests look at. */
export interface SarifLog {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly SarifRule[] };
      };
      readonly results: readonly SarifResult[];
      readonly invocations: readonly [
        {
          readonly executionSuccessful: boolean;
          readonly toolExecutionNotifications?: readonly {
            readonly message: { readonly text: string };
            readonly locations?: readonly SarifLocation[];
          }[];
        },
      ];
    },
  ];
}

interface SarifRule {
  readonly id: string;
  readonly defaultConfiguration: { readonly level: string };
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [SarifLocation];
  readonly relatedLocations?: readonly SarifLocation[];
  readonly partialFingerprints: { readonly 'betwright/v1': string };
}

interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region?: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>;
  };
}

const validate = validator();

function validator() {
  // What this schema says means the same in draft 7, under another name.
  const schema: Readonly<Record<string, unknown>> = {
    ...draft4,
    $schema: 'http://json-schema.org/draft-07/schema#',
    id: undefined,
  };
  const isRelative = (uri: string): boolean => /^(?:[\w.~!$&'()*+,;=:@/?#-]|%[\dA-F]{2})*$/.test(uri);
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    // One of its patterns has a bracket too many, which only the older kind of pattern forgives.
    unicodeRegExp: false,
    formats: { uri: (uri: string) => URL.canParse(uri), 'uri-reference': isRelative, 'date-time': true },
  });
  return ajv.compile(schema);
}
