import { join } from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { createUsualChecker } from './check.ts';

/** The usual checker with the project's schemas. */
export function usualChecker(): ReturnType<typeof createUsualChecker> {
  return createUsualChecker(join(root, 'schemas'));
}
