import { counted } from '../../computed/reason.ts';
import { isolated } from '../markup/html.ts';
import { icon, type Tone } from './icons.ts';
import type { Pen } from './pen.ts';
import { section, type PageSection } from './section.ts';
import type { PageFinding, PageSource } from './source.ts';

const severities = ['error', 'warning', 'information'] as const;
const tones: Readonly<Record<PageFinding['severity'], Tone>> = { error: 'bad', warning: 'warn', information: 'quiet' };
/** So many stand in sight; the others are a click away, and beyond the last the list of problems knows more. */
const first = 4;
const most = 100;

/** What is wrong, the worst on top, each leading to its line; no section where nothing is. */
export function findings(pen: Pen, { findings: all }: PageSource): PageSection | undefined {
  if (all === undefined || all.length === 0) return undefined;
  const sorted = [...all].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const items = sorted.slice(0, most).map(finding => itemOf(pen, finding));
  const rest = items.slice(first);
  const beyond = sorted.length > most ? `<p class="remark">And ${String(sorted.length - most)} more.</p>` : '';
  const more =
    rest.length === 0
      ? ''
      : `<details class="more" data-fold="findings-more"><summary>${String(sorted.length - first)} more</summary><ul class="findings">${rest.join('')}</ul>${beyond}</details>`;
  const counts = severities.flatMap(severity => {
    const count = sorted.filter(finding => finding.severity === severity).length;
    return count === 0
      ? []
      : [`<span class="count">${icon(severity, tones[severity])}${countWords(count, severity)}</span>`];
  });
  const body = `<ul class="findings">${items.slice(0, first).join('')}</ul>${more}`;
  return section({ name: 'findings', title: 'To mend', aside: counts.join(''), body });
}

function itemOf(pen: Pen, { severity, message, rule, file, span }: PageFinding): string {
  return [
    `<li class="${severity}">${icon(severity, tones[severity])}<span><span class="hidden">${severity}: </span>`,
    `${pen.lead({ file, span }, isolated(message))} <code>${isolated(rule)}</code></span></li>`,
  ].join('');
}

function countWords(count: number, severity: PageFinding['severity']): string {
  return severity === 'information' ? `${String(count)} to know` : counted(count, severity);
}
