import { adoptionTitle } from '../core/features/adoption.ts';
import { plainText } from '../core/views/markup/plain-text.ts';
import type { RecognisedFile } from '../core/workspace/recognised-files.ts';
import type { Workspace } from '../core/workspace/workspace.ts';
import { rangeIn } from './convert.ts';
import type { Intake } from './intake.ts';
import type { RecognisedDocument, RecognisedText, TreeRecognised } from './protocol.ts';

/** What merely reads like one of ours, for the tree. Of a template there is nothing to be adopted. */
export function treeRecognised(workspace: Workspace, intake: Intake): readonly TreeRecognised[] {
  return workspace
    .recognisedFiles()
    .filter(({ isTemplate }) => !isTemplate)
    .map(recognised => {
      const { file, kind, stages, metrics, checklist, rows, offer } = recognised;
      return {
        kind,
        title: titleOf(recognised),
        uri: file,
        range: rangeIn(intake.lines(file) ?? [0], offer),
        stages: stages.length,
        metrics: metrics.length,
        progress: checklist.total > 0 ? checklist : rows,
      };
    });
}

export function recognisedDocument(recognised: RecognisedFile): RecognisedDocument {
  const { kind, owner, dates, stages, metrics, checklist, rows, isTemplate } = recognised;
  return {
    kind,
    title: titleOf(recognised),
    ...(owner && { owner: textOf(owner) }),
    dates: dates.map(textOf),
    stages: stages.map(stage => ({
      ...textOf(stage),
      ...(stage.reach !== undefined && { reach: plainText(stage.reach) }),
    })),
    metrics: metrics.map(metric => ({
      ...textOf(metric),
      tier: metric.tier,
      ...(metric.threshold !== undefined && { threshold: plainText(metric.threshold) }),
      ...(metric.target !== undefined && { target: plainText(metric.target) }),
      ...(metric.current !== undefined && { current: plainText(metric.current) }),
    })),
    checklist,
    rows,
    ...(!isTemplate && { offer: adoptionTitle(kind) }),
  };
}

function titleOf({ title, file }: RecognisedFile): string {
  return plainText(title?.text ?? '') || plainText(file.slice(file.lastIndexOf('/') + 1));
}

function textOf({ text, span }: { readonly text: string; readonly span: RecognisedFile['span'] }): RecognisedText {
  return { text: plainText(text), start: span.start, end: span.end };
}
