import type { CommandName } from './command-line.ts';

const overview = `Betwright checks product delivery that is written as code: bets, metrics hierarchies, rollouts, retros and launches in YAML and Markdown.

Usage: betwright <command> [options]

Commands
  check [PATH …]    judges the artifacts, says what is wrong and what to do
  list [PATH …]     lists them
  show ID           tells everything about one
  graph ID|FILE     draws its metrics hierarchy as SVG, PNG, HTML or Mermaid
  report [PATH …]   writes all of it as a site that opens from a disk
  calendar [PATH …] writes the days on which something is due as a calendar file
  lsp               serves an editor as its language server

Options
  -h, --help        this text; after a command, all about the command
  -V, --version     the version

Exit codes
  0   nothing at or above the failing severity
  1   findings
  2   wrong use, or something that can't be read

Examples
  betwright check                          everything below the working directory
  betwright check --fail-on warning bets   a stricter look at one folder
  betwright show BET-007 --format json     one bet for a program
  betwright graph BET-007 -o bet-007.svg   its metrics as a picture
`;

const common = `  --today DAY         judges as of this day, such as 2026-11-22; else it is today
  --mode MODE         zeroToOne or scaling (default), where the artifact and its bet say nothing
  --color WHEN        auto (default), always or never; NO_COLOR and FORCE_COLOR are minded
  -h, --help          this text
`;

const searched = `A folder is a workspace: ids are looked up among everything in it, or in all the folders that are named together.
A file is looked at as a part of the working directory. Links are not followed; .git, .hg, .svn, node_modules, dist and out
are left out unless they are named. Files end in .yaml, .yml or .md, and are ours by their name or their "kind", or are Markdown in a
folder that "include" in betwright.config.yaml names. That file holds below its folder, also where only a part of it is named.
`;

const texts: Readonly<Record<CommandName, string>> = {
  check: `Judges artifacts, says what is wrong and what to do.

Usage: betwright check [options] [--] [PATH …]

PATH is a file or a folder; without one it is the working directory.

Options
  --format FORMAT     text (default), json, or sarif for pages that show what scanners found
  --fail-on SEVERITY  error (default), warning, information or never: from where on the exit code is 1
  --rule ID           only findings of this rule; may be given several times, or several with commas
  --allow-empty       finding no artifact at all is no mistake
  --cache-dir DIR     remembers results here, not where the system keeps such things
  --no-cache          remembers nothing and asks for nothing remembered
  -q, --quiet         no excerpts and no summary
${common}
Where it looks
${indent(searched)}
Examples
  betwright check
  betwright check --fail-on warning bets metrics
  betwright check --rule metrics/guardrail-missing,retro/overdue
  betwright check --format json | jq '.findings[].message'
  betwright check --format sarif > betwright.sarif
  betwright check --fail-on never -- --odd-name.bet.yaml
`,
  list: `Lists artifacts.

Usage: betwright list [options] [--] [PATH …]

PATH is a file or a folder; without one it is the working directory.

Options
  --kind KIND         only bet, metrics, rollout, retro, launch or tracks; may be given several times
  --status STATUS     only bets that are proposed, shaping, building, rollingOut, measuring or concluded; may be given several times
  --format FORMAT     text (default) or json
  --allow-empty       finding no artifact at all is no mistake
${common}
Examples
  betwright list --kind bet
  betwright list --status building --status rollingOut
  betwright list --format json | jq -r '.artifacts[].artifact.id'
`,
  show: `Tells everything about an artifact of the working directory, embedded ones included.

Usage: betwright show [options] [--] ID

Options
  --format FORMAT     text (default) or json
${common}
Examples
  betwright show BET-007
  betwright show BET-007 --format json | jq .computed
`,
  graph: `Draws the metrics hierarchy of an artifact of the working directory, or of the first in a file that has one.

Usage: betwright graph [options] [--] ID|FILE

Options
  --format FORMAT     svg (default), png, html (a page with picture and table) or mermaid; else the ending of FILE decides
  --theme THEME       light or dark; a png is light, an svg follows whoever looks at it, and with a theme suits any program
  -o, --out FILE      writes it to a file; else it is printed
${common}
Examples
  betwright graph BET-007 > bet-007.svg
  betwright graph metrics/company.metrics.yaml --out docs/company.svg
  betwright graph BET-007 --out bet-007.png
  betwright graph BET-007 --format mermaid >> pull-request.md
`,
  report: `Writes the workspace as a site that opens from a disk: an overview, the board, a page for each bet, what was learned, findings.

Usage: betwright report --out DIR [options] [--] [PATH …]

PATH is a folder; without one it is the working directory.

Options
  -o, --out DIR       the folder of the site: a new one, an empty one, or one that holds an earlier site
  --title TEXT        what the site is called
  --force             writes beside other things; what it did not write itself is neither replaced nor removed
  --allow-empty       finding no artifact at all is no mistake
${common}
The site needs no server and no network, and says nothing of where it was made. The same files on the same day give the same site.
What was written is listed in betwright-report.json, so that pages whose bet is gone go too.

Examples
  betwright report --out site
  betwright report --out site --title 'Bets of the bakery' --today 2026-11-22
`,
  calendar: `Writes the days on which something is due as a calendar file (iCalendar), for any calendar program.

Usage: betwright calendar [options] [--] [PATH …]

PATH is a file or a folder; without one it is the working directory.

Options
  --kind KIND         only retro, gate (a stage's end), launch, timebox (its end) or flag (its clean-up); may be given several times
  --owner NAME        only what this owner of a bet, rollout, retro or launch has to do with; may be given several times
  -o, --out FILE      writes it to a file; else it is printed
  --allow-empty       finding no artifact at all is no mistake
${common}
A day that is not written but follows, such as a stage's start and duration, is marked as tentative.
An entry keeps its identity when its day moves, so that importing the file again moves it too.

Examples
  betwright calendar --out betwright.ics
  betwright calendar --kind retro,gate --owner 'Maria Lind' > mine.ics
`,
  lsp: `Serves an editor as its language server, until the editor says goodbye.

Usage: betwright lsp [options]

Options
  --stdio             speaks over standard input and output, as it does anyway
  -h, --help          this text

The editor starts it for YAML and Markdown, and says which folders are open. Settings are those of VS Code without "betwright.",
as initialization option "settings" or by workspace/didChangeConfiguration.
`,
};

export function helpText(about: CommandName | undefined): string {
  return about === undefined ? overview : texts[about];
}

function indent(lines: string): string {
  return lines.replace(/^(?=.)/gm, '  ');
}
