import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import type { InstalledPeers } from './install.ts';

/** How to have a folder checked by another tool. */
export interface PeerCommand {
  readonly name: string;
  readonly command: string;
  readonly args: (folder: string) => readonly string[];
  /** So many files are enough: more would take minutes. */
  readonly most: number;
}

const schemas = join(root, 'schemas');
const others = readdirSync(schemas)
  .filter(name => name.endsWith('.schema.json') && name !== 'bet.schema.json')
  .map(name => join(schemas, name));

/** Those that check YAML by a schema. */
export function yamlPeers(peers: InstalledPeers): readonly PeerCommand[] {
  const binary = peers.file('@sourcemeta/jsonschema', `build/github-releases/${binaryName()}`);
  const ajv = peers.file('ajv-cli', 'dist/index.js');
  const bets = join(schemas, 'bet.schema.json');
  return [
    ...(binary === undefined
      ? []
      : [
          {
            name: 'C++ jsonschema',
            command: binary,
            args: (folder: string) => [
              ...['validate', bets, folder, '--extension', '.yaml', '--continue'],
              ...others.flatMap(file => ['--resolve', file]),
            ],
            most: 10_000,
          },
        ]),
    ...(ajv === undefined
      ? []
      : [
          {
            name: 'ajv-cli',
            command: process.execPath,
            args: (folder: string) => [
              ...[ajv, 'validate', '--strict=false', '-s', bets, '-d', `${folder}/**/*.yaml`],
              ...others.flatMap(file => ['-r', file]),
            ],
            most: 10_000,
          },
        ]),
  ];
}

/** Those that read Markdown. */
export function markdownPeers(peers: InstalledPeers): readonly PeerCommand[] {
  const remark = peers.file('remark-cli', 'cli.js');
  const plugins = [peers.file('remark-gfm', 'index.js'), peers.file('remark-frontmatter', 'index.js')];
  if (remark === undefined || plugins.includes(undefined)) return [];
  const uses = plugins.flatMap(plugin => (plugin === undefined ? [] : ['--use', plugin]));
  return [
    {
      name: 'remark-cli, gfm and front matter',
      command: process.execPath,
      args: folder => [remark, '--quiet', '--no-stdout', ...uses, folder],
      most: 1_000,
    },
  ];
}

function binaryName(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const processor = process.arch === 'x64' ? 'x86_64' : process.arch;
  return `jsonschema-${system}-${processor}${process.platform === 'win32' ? '.exe' : ''}`;
}
