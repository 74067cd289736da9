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

/** So often the reader is called again at most. */
const mostCalls = 3;

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
 * @param later does something after a while
 */
export function createPictures(
  ask: (question: PictureQuestion) => Promise<PictureAnswer | undefined>,
  tell: () => void,
  later: (work: () => void) => void,
): Pictures {
  const kept = new Map<string, Kept>();

  /**
   * The reader may not hear: VS Code forgets a wish to draw a page anew while another is pending, and a page that is only being opened may
   * be overtaken by what it was before.
   */
  function call(isFirst: boolean, times: number): void {
    for (const picture of kept.values()) picture.isWanted = false;
    tell();
    if (times === 0) return;
    later(() => {
      const isHeard = [...kept.values()].some(({ isWanted }) => isWanted);
      if (isFirst || !isHeard) call(false, times - 1);
    });
  }

  const update = coalesce(async () => {
    // A page looks at all its pictures at once: they come together, and it is drawn again once.
    await Promise.resolve();
    let isNew = false;
    let isFirst = false;
    for (const picture of [...kept.values()]) {
      // What nobody looks at waits until somebody does.
      if (!picture.isDue || !picture.isWanted) continue;
      picture.isDue = false;
      const answer = (await ask(picture.question)) ?? picture.answer;
      if (JSON.stringify(answer) === JSON.stringify(picture.answer)) continue;
      isFirst ||= picture.answer === undefined;
      picture.answer = answer;
      isNew = true;
    }
    if (isNew) call(isFirst, mostCalls);
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
      if (picture.isDue) void update();
      return picture.answer;
    },
    refresh() {
      for (const picture of kept.values()) picture.isDue = true;
      if (kept.size > 0) void update();
    },
  };
}
