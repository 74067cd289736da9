import * as vscode from 'vscode';

const ours = ['bench.empty', 'betwright.betwright'];

/**
 * Runs inside VS Code, in a folder without anything of ours, so that the extension is not active yet. Activates the one that is there and
 * prints what “Developer: Startup Performance” tells of it.
 */
export async function run(): Promise<void> {
  const extension = ours.map(id => vscode.extensions.getExtension(id)).find(found => found !== undefined);
  if (extension === undefined) throw new Error('the extension is not installed in this window');
  if (extension.isActive) throw new Error(`${extension.id} is active already, though nothing of ours is open`);
  const start = performance.now();
  await extension.activate();
  const whole = performance.now() - start;
  const times = { whole, ...timesIn(await startupReport(extension.id), extension.id) };
  console.log(`activation ${JSON.stringify(times)}`);
}

async function startupReport(id: string): Promise<string> {
  await vscode.commands.executeCommand('perfview.show');
  for (let attempt = 0; attempt < 600; attempt++) {
    const text = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText() ?? '';
    if (text.includes(id)) return text;
    // The page is filled in once all is quiet, and tells nobody.
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('VS Code does not tell how long it took');
}

/** A row of the table: extension, whether it is eager, milliseconds to load, to call `activate`, and until that has finished. */
function timesIn(report: string, id: string): { load: number; call: number; finish: number } {
  const row = report.split('\n').find(line => line.includes(`${id} `) || line.includes(`${id}|`)) ?? '';
  const [, , load = NaN, call = NaN, finish = NaN] = row
    .split('|')
    .map(cell => cell.trim())
    .filter(cell => cell !== '')
    .map(Number);
  if (Number.isNaN(finish)) throw new Error(`no times of ${id} in: ${report.slice(0, 3000)}`);
  return { load, call, finish };
}
