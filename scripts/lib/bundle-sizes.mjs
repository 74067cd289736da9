// @ts-check
import path from 'node:path';
import { build } from 'esbuild';
import { optionsFor, presentBundles } from './bundles.mjs';

/** @typedef {{ output: string, bytes: number, limit: number | undefined }} BundleSize */

/**
 * The sizes of the bundles as they ship: minified, without source maps. Nothing is written.
 * @returns {Promise<BundleSize[]>}
 */
export function measureBundles() {
  return Promise.all(
    presentBundles().map(async bundle => {
      const { outputFiles } = await build({ ...optionsFor(bundle, 'production'), write: false });
      const script = outputFiles.find(file => path.basename(file.path) === path.basename(bundle.output));
      return { output: bundle.output, bytes: script?.contents.length ?? 0, limit: bundle.limit };
    }),
  );
}

/**
 * @param {readonly BundleSize[]} sizes
 * @returns {string[]} one sentence for each bundle that is larger than it may be
 */
export function oversized(sizes) {
  return sizes.flatMap(({ output, bytes, limit }) =>
    limit !== undefined && bytes > limit ? [`${output} has ${String(bytes)} bytes, and may have ${String(limit)}`] : [],
  );
}
