import { pictureOf, pictureViews } from '../core/features/picture.ts';
import type { Judge } from '../core/service.ts';
import type { Documents } from './documents.ts';
import type { Judging } from './judging.ts';
import type { PictureAnswer, PictureQuestion } from './protocol.ts';

/** Draws what goes by an id for a page of somebody's own, from the texts as they are in the editor. */
export function createPicture(
  judge: Judge,
  documents: Documents,
  judging: Judging,
): (question: PictureQuestion) => PictureAnswer {
  return ({ id, view }) => {
    for (const open of documents.uris()) judging.settle(open);
    const known = pictureViews.find(name => name === view) ?? 'hierarchy';
    const picture = pictureOf(judge, id, known);
    return { ...picture, isComplete: judging.isComplete };
  };
}
