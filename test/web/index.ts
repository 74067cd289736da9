// What VS Code runs as the suite of tests in its web worker extension host: no files and no process there, so that the results are
// told to the console.
import 'mocha/mocha.js';
import { load } from '../all-tests.ts';
import { consoleMark, forwardEvents } from '../../scripts/lib/test-events.mjs';

/**
 * Runs every test of this folder.
 * @throws when one fails: that is how VS Code learns of it
 */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 30_000, reporter: 'base' });
  await load();
  const failed = await new Promise<number>(resolve => {
    forwardEvents(mocha.run(resolve), event => {
      console.log(consoleMark + JSON.stringify(event));
    });
  });
  if (failed > 0) throw new Error(`${String(failed)} failed`);
}
