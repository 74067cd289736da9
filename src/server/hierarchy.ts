import { hierarchyFor, type HierarchyAnswer } from '../core/features/hierarchy-graph.ts';
import type { Judge } from '../core/service.ts';
import { renderHierarchy } from '../core/views/hierarchy/svg.ts';
import { hierarchyTable } from '../core/views/hierarchy/table.ts';
import { plainText } from '../core/views/markup/plain-text.ts';
import { rangeIn } from './convert.ts';
import type { Documents } from './documents.ts';
import type { Intake } from './intake.ts';
import type { Judging } from './judging.ts';
import type { HierarchyPicture, HierarchyQuestion, RecognisedDocument } from './protocol.ts';
import { recognisedDocument } from './recognised.ts';

/** Draws the metrics hierarchy of a place in a file, from the text as it is in the editor. */
export function createHierarchy(
  judge: Judge,
  documents: Documents,
  intake: Intake,
  judging: Judging,
): (question: HierarchyQuestion) => HierarchyPicture {
  function problemIn(uri: string): HierarchyPicture['problem'] {
    const problem = judge.workspace.get(uri)?.model.broken[0]?.problems[0];
    const lines = intake.lines(uri);
    if (problem === undefined) return undefined;
    return { message: problem.message, ...(lines && { range: rangeIn(lines, problem.span) }) };
  }

  /** No picture, for nothing is claimed that it does not say; what it says, in words. */
  function recognisedPicture(recognised: RecognisedDocument, uri: string): HierarchyPicture {
    const version = documents.get(uri) === undefined ? undefined : intake.version(uri);
    const { title } = recognised;
    return { state: 'none', title, svg: '', table: '', uri, ...(version !== undefined && { version }), recognised };
  }

  return ({ uri, offset }) => {
    judging.settle(uri);
    const recognised = judge.workspace.recognised(uri);
    if (recognised) return recognisedPicture(recognisedDocument(recognised), uri);
    const answer = hierarchyFor(judge, uri, offset);
    const file = answer.state === 'none' ? uri : answer.file;
    if (file !== uri) judging.settle(file);
    const version = documents.get(file) === undefined ? undefined : intake.version(file);
    const problem = answer.state === 'current' ? undefined : (problemIn(uri) ?? problemOf(answer));
    return {
      state: answer.state,
      ...pictureOf(answer),
      uri: file,
      ...(version !== undefined && { version }),
      ...(problem && { problem }),
    };
  };
}

function pictureOf(answer: HierarchyAnswer): Pick<HierarchyPicture, 'title' | 'svg' | 'table'> {
  if (answer.state === 'none') return { title: plainText(answer.title), svg: '', table: '' };
  const { graph } = answer;
  return { title: plainText(graph.title), svg: renderHierarchy(graph, 'linked'), table: hierarchyTable(graph) };
}

const reasons = {
  notOurs: 'There is no bet and no metrics hierarchy in this file.',
  noMetrics: 'There are no metrics yet. Write some under “metrics”, or refer to a hierarchy by its id.',
  broken: 'The file can’t be read.',
} as const;

function problemOf(answer: HierarchyAnswer): HierarchyPicture['problem'] {
  return answer.state === 'none' ? { message: reasons[answer.reason] } : undefined;
}
