import type { PictureAnswer, PictureQuestion } from '../../server/protocol.ts';
import { coalesce } from '../coalesce.ts';

/** Pictures for a reader that can't wait: what is not there yet is fetched, and the reader called again. */
export interface Pictures {
  /** What is known now; undefined while it is being fetched. */
  get(question: PictureQuestion): PictureAnswer | undefined;
  /** Something may have changed: what was looked at since the reader was last called is fetched again. */
  refresh(): void;
}

/** More pictures than a page is likely to have: the ones that were looked at longest ago go. */
const most = 64;

interface Kept {
  readonly question: PictureQuestion;
  answer: PictureAnswer | undefined;
  /** Whether it is to be fetched. */
  isDue: boolean;
  /** Whether anybody looked at it since the reader was last called: a closed page asks for nothing any more. */
  isWanted: boolean;
}

/**
 * @param ask gives undefined where the server can't be asked
 * @param tell calls the reader again
 */
export function createPictures(
  ask: (question: PictureQuestion) => Promise<PictureAnswer | undefined>,
  tell: () => void,
): Pictures {
  const kept = new Map<string, Kept>();

  const update = coalesce(async () => {
    // A page looks at all its pictures at once: they come together, and it is drawn again once.
    await Promise.resolve();
    let isNew = false;
    for (const [key, picture] of [...kept]) {
      if (!picture.isDue) continue;
      picture.isDue = false;
      if (picture.answer !== undefined && !picture.isWanted) {
        kept.delete(key);
        continue;
      }
      const answer = (await ask(picture.question)) ?? picture.answer;
      if (JSON.stringify(answer) === JSON.stringify(picture.answer)) continue;
      picture.answer = answer;
      isNew = true;
    }
    if (!isNew) return;
    for (const picture of kept.values()) picture.isWanted = false;
    tell();
  });

  return {
    get(question) {
      const key = `${question.view} ${question.id}`;
      const known = kept.get(key);
      const picture: Kept = known ?? { question, answer: undefined, isDue: true, isWanted: true };
      picture.isWanted = true;
      // The last one looked at is the last one to go.
      kept.delete(key);
      kept.set(key, picture);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      if (known === undefined) void update();
      return picture.answer;
    },
    refresh() {
      for (const picture of kept.values()) picture.isDue = true;
      if (kept.size > 0) void update();
    },
  };
}
