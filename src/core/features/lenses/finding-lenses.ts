import { readyFix } from '../../rules/fix.ts';
import type { Judge } from '../../service.ts';
import type { Span } from '../../text/span.ts';
import type { Lens } from './lens.ts';

/** What an artifact is in trouble with, over its head. Rules that deserve a lens say so themselves, see `Report.lens`. */
export function findingLenses(judge: Judge, file: string): readonly Lens[] {
  const heads = new Map<string, Span>();
  for (const { artifact } of judge.workspace.get(file)?.shown ?? [])
    if (!heads.has(artifact.id)) heads.set(artifact.id, artifact.anchor);
  return judge.findings(file).flatMap((finding): readonly Lens[] => {
    if (finding.lens === undefined) return [];
    const head = finding.artifact === undefined ? undefined : heads.get(finding.artifact);
    const span = head ?? finding.span;
    const { artifact: id, moment } = finding;
    if (moment && head && id !== undefined)
      return [
        {
          sort: 'findings',
          span,
          title: `${finding.lens} · Start the retro`,
          click: { type: 'moment', moment, file, id },
        },
      ];
    const fix = readyFix(finding.fixes);
    const title = fix ? `${finding.lens} · ${fix.title}` : finding.lens;
    return [{ sort: 'findings', span, title, click: { type: 'finding', finding } }];
  });
}
