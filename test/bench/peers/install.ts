import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outHome } from '../../../scripts/lib/paths.mjs';
import { npm } from '../../../scripts/lib/tools.mjs';

/** Other tools that do a part of the job. They are never a dependency of the project: they stand below `out/`, for the bench alone. */
const versions = {
  '@sourcemeta/jsonschema': '16.11.0',
  'ajv-cli': '5.0.0',
  'remark-cli': '12.0.1',
  'remark-frontmatter': '5.0.0',
  'remark-gfm': '4.0.1',
  'yaml-language-server': '2.0.0',
} as const;

export type PeerName = keyof typeof versions;

export interface InstalledPeers {
  /** Of those that could be installed. */
  readonly versions: Readonly<Partial<Record<PeerName, string>>>;
  /** A file of one of them; undefined where it is not there. */
  readonly file: (name: PeerName, path: string) => string | undefined;
}

/** Installs them, each by itself, without scripts of theirs. What can't be installed is said and left out. */
export async function installPeers(say: (line: string) => void): Promise<InstalledPeers> {
  const home = join(outHome, 'bench/peers');
  mkdirSync(home, { recursive: true });
  if (!existsSync(join(home, 'package.json'))) writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
  const installed: Partial<Record<PeerName, string>> = {};
  for (const [name, version] of Object.entries(versions) as [PeerName, string][]) {
    try {
      if (versionIn(home, name) !== version)
        await npm(['install', '--save-exact', `${name}@${version}`], { cwd: home, purpose: `install ${name}` });
      installed[name] = version;
    } catch (error) {
      say(`${name} is left out: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return {
    versions: installed,
    file(name, path) {
      const file = join(home, 'node_modules', name, path);
      return installed[name] !== undefined && existsSync(file) ? file : undefined;
    },
  };
}

function versionIn(home: string, name: string): string | undefined {
  const manifest = join(home, 'node_modules', name, 'package.json');
  if (!existsSync(manifest)) return undefined;
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
