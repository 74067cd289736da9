import { version } from '../../package.json';
import { readCommandLine, type CommandName } from './command-line.ts';
import { helpText } from './help.ts';

// A reader that has seen enough closes the pipe (`| head`): no reason for a stack trace. What else keeps the output from being written is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`betwright: Can't write the output: ${error.message}.\n`);
  process.exit(2);
});
process.stderr.on('error', () => undefined);

const commandLine = readCommandLine(process.argv.slice(2));
switch (commandLine.type) {
  case 'version':
    process.stdout.write(`${version}\n`);
    break;
  case 'help':
    process.stdout.write(helpText(commandLine.about));
    if (commandLine.about === 'check')
      void import('./run.ts').then(({ rulesText }) => process.stdout.write(rulesText()));
    break;
  case 'wrong':
    wrongUse(commandLine.message, commandLine.about);
    break;
  case 'run':
    // The exit code is set and the process left to end by itself: `process.exit` would cut off what is still to be written.
    void import('./run.ts').then(async ({ run }) => {
      process.exitCode = await run(commandLine.command);
    });
}

function wrongUse(message: string, about: CommandName | undefined): void {
  const more = ['betwright', ...(about === undefined ? [] : [about]), '--help'].join(' ');
  // What was typed may come from a file of names: nothing in it may steer the terminal.
  process.stderr.write(`betwright: ${message.replace(/\p{C}/gu, '\ufffd')}\nSee "${more}".\n`);
  process.exitCode = 2;
}
