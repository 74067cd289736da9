import { pageFor } from '../core/features/bet-page.ts';
import type { Judge } from '../core/service.ts';
import { betPage } from '../core/views/bet-page/bet-page.ts';
import type { Folding } from '../core/views/hierarchy/fold.ts';
import { plainText } from '../core/views/markup/plain-text.ts';
import { rangeIn } from './convert.ts';
import type { Documents } from './documents.ts';
import type { Intake } from './intake.ts';
import type { Judging } from './judging.ts';
import type { PageQuestion, PreviewPage } from './protocol.ts';
import { recognisedDocument } from './recognised.ts';

/** Draws the page of a place in a file, from the texts as they are in the editor. */
export function createPage(
  judge: Judge,
  documents: Documents,
  intake: Intake,
  judging: Judging,
): (question: PageQuestion) => PreviewPage {
  function fileWithVersion(uri: string): PreviewPage['files'][number] {
    const version = documents.get(uri) === undefined ? undefined : intake.version(uri);
    return { uri, ...(version !== undefined && { version }) };
  }

  function problemIn(uri: string): PreviewPage['problem'] {
    const problem = judge.workspace.get(uri)?.model.broken[0]?.problems[0];
    const lines = intake.lines(uri);
    if (problem === undefined) return undefined;
    return { message: problem.message, ...(lines && { range: rangeIn(lines, problem.span) }) };
  }

  return ({ uri, offset, collapsed }) => {
    // A bet's parts may stand in other files that are being edited.
    for (const open of documents.uris()) judging.settle(open);
    const recognised = judge.workspace.recognised(uri);
    if (recognised) {
      const document = recognisedDocument(recognised);
      return { ...nothing(uri), title: document.title, files: [fileWithVersion(uri)], recognised: document };
    }
    const answer = pageFor(judge, uri, offset);
    const problem = problemIn(uri);
    if (answer.state === 'none')
      return { ...nothing(uri), reason: answer.reason, files: [fileWithVersion(uri)], ...(problem && { problem }) };
    const page = betPage(answer.source, { mode: 'editor' }, foldingOf(collapsed));
    return {
      state: answer.state,
      title: plainText(page.title),
      sections: page.sections.map(({ name, html }) => ({ name, html })),
      opensAt: page.opensAt,
      files: page.files.map(fileWithVersion),
      areas: page.areas,
      uri,
      ...(problem && { problem }),
    };
  };
}

function nothing(uri: string): PreviewPage {
  return { state: 'none', title: '', sections: [], opensAt: 'head', files: [], areas: [], uri };
}

/** Buttons that fold are for those who say what is folded. What else a client may say is left out. */
function foldingOf(collapsed: unknown): Folding | undefined {
  if (!Array.isArray(collapsed)) return undefined;
  return { collapsed: collapsed.filter(id => typeof id === 'string'), buttons: 'shown' };
}
