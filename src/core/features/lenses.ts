import type { Finding } from '../rules/finding.ts';
import type { Judge } from '../service.ts';
import type { Span } from '../text/span.ts';

/** A line over an artifact's head that says what it is in trouble with, and leads there or mends it. */
export interface Lens {
  /** The head of the artifact. */
  readonly span: Span;
  readonly title: string;
  /** The finding behind it: it can be mended where it has a fix, else the lens leads to its place. */
  readonly finding: Finding;
}

/** Rules that deserve a lens say so themselves, see `Report.lens`. */
export function lensesOf(judge: Judge, file: string): readonly Lens[] {
  const heads = new Map<string, Span>();
  for (const { artifact } of judge.workspace.get(file)?.shown ?? [])
    if (!heads.has(artifact.id)) heads.set(artifact.id, artifact.anchor);
  return judge.findings(file).flatMap(finding => {
    if (finding.lens === undefined) return [];
    const span = (finding.artifact === undefined ? undefined : heads.get(finding.artifact)) ?? finding.span;
    const title = finding.fix === undefined ? finding.lens : `${finding.lens} · ${finding.fix.title}`;
    return [{ span, title, finding }];
  });
}
