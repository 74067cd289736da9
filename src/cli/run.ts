import { rules } from '../core/rules/index.ts';
import type { Command } from './command-line.ts';
import { processConsole } from './console.ts';

/** Runs a command and returns its exit code. What a command does not need is not loaded. */
export async function run(command: Command): Promise<number> {
  if (command.name === 'lsp') return (await import('./lsp.ts')).lsp();
  const console = processConsole(command.common.color);
  switch (command.name) {
    case 'check':
      return (await import('./check.ts')).check(command, console);
    case 'list':
      return (await import('./list.ts')).list(command, console);
    case 'show':
      return (await import('./show.ts')).show(command, console);
    case 'graph':
      return (await import('./graph.ts')).graph(command, console);
    case 'report':
      return (await import('./report.ts')).report(command, console);
    case 'calendar':
      return (await import('./calendar.ts')).calendar(command, console);
  }
}

/** The table of rules for `check --help`. */
export function rulesText(): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map(({ id, severity, summary }) => `  ${id.padEnd(width)}  ${severity.padEnd(11)}  ${summary}\n`);
  return `\nRules\n${lines.join('')}`;
}
