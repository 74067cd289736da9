import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/core/rules/index.ts';

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Record<string, { additionalProperties?: unknown; properties?: unknown }>;
    };
  };
}

/** The manifest's setting for rules knows each rule of the table; the rest of the manifest is written by hand. */
export function generate(): Map<string, string> {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as Manifest;
  const setting = manifest.contributes.configuration.properties['betwright.rules'];
  if (setting === undefined) throw new Error('package.json has no setting betwright.rules');
  const severities = ['error', 'warning', 'information', 'off'];
  setting.properties = Object.fromEntries(
    rules.map(({ id, summary, severity }) => [
      id,
      { type: 'string', enum: severities, default: severity, description: summary },
    ]),
  );
  setting.additionalProperties = false;
  return new Map([['package.json', `${JSON.stringify(manifest, null, 2)}\n`]]);
}
