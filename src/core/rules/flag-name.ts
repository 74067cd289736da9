import type { AnyArtifact } from '../model/artifact.ts';
import { kebabCase } from '../model/tiers.ts';

/** A flag's name from what it switches on. */
export function flagName({ title, id }: AnyArtifact): string {
  const bare = title.replace(/^[^:]{0,40}:\s+/, '');
  return kebabCase(bare).replace(/%/g, '').slice(0, 40).replace(/-$/, '') || kebabCase(id) || 'new-flag';
}
