/** Made by the build (scripts/lib/bundles.mjs): every `*.test.ts` in the folder of the suite that is being bundled. */
declare module 'all-tests' {
  /** Loads the tests, so that they register themselves with mocha. */
  export function load(): Promise<void>;
}
