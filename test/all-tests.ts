/**
 * Loads every `*.test.ts` in the folder of a suite that runs inside VS Code, so that the tests register themselves with mocha.
 * The build puts a module with the list in the place of this one (scripts/lib/bundles.mjs).
 */
export function load(): Promise<void> {
  return Promise.reject(new Error('this suite runs inside VS Code: npm test -- --only extension,web'));
}
