// What VS Code runs as the suite of tests inside it (extensionTestsPath).
import Mocha from 'mocha';
import { load } from '../all-tests.ts';
import recordRun from '../../scripts/lib/mocha-reporter.mjs';

/**
 * Runs every test of this folder.
 * @throws when one fails: that is how VS Code learns of it
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, forbidOnly: true, reporter: Mocha.reporters.Base });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await load();
  const failed = await new Promise<number>(resolve => {
    recordRun(mocha.run(resolve));
  });
  if (failed > 0) throw new Error(`${String(failed)} failed`);
}
