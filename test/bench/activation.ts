import * as vscode from 'vscode';

/**
 * Runs inside VS Code, in a folder without anything of ours, so that neither extension is active yet. Activates them one after the other
 * and prints what “Developer: Startup Performance” tells of them.
 */
export async function run(): Promise<void> {
  for (const id of ['bench.empty', 'betwright.betwright']) {
    const extension = vscode.extensions.getExtension(id);
    if (extension === undefined) throw new Error(`${id} is not installed in this window`);
    if (extension.isActive) throw new Error(`${id} is active already, though nothing of ours is open`);
    await extension.activate();
  }
  const report = await startupReport();
  console.log(
    `activation ${JSON.stringify({ empty: timesIn(report, 'bench.empty'), betwright: timesIn(report, 'betwright.betwright') })}`,
  );
}

async function startupReport(): Promise<string> {
  await vscode.commands.executeCommand('perfview.show');
  for (let attempt = 0; attempt < 600; attempt++) {
    const text = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText() ?? '';
    if (text.includes('betwright.betwright')) return text;
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
