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
  readonly answer: PictureAnswer | undefined;
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
  const asking = new Set<string>();

  const update = coalesce(async () => {
    let isNew = false;
    for (const [key, { question, answer, isWanted }] of [...kept]) {
      if (!isWanted) {
        kept.delete(key);
        continue;
      }
      const next = (await ask(question)) ?? answer;
      if (JSON.stringify(next) === JSON.stringify(answer)) continue;
      isNew = true;
      kept.set(key, { question, answer: next, isWanted: true });
    }
    asking.clear();
    if (!isNew) return;
    for (const each of kept.values()) each.isWanted = false;
    tell();
  });

  return {
    get(question) {
      const key = `${question.view} ${question.id}`;
      const known = kept.get(key);
      kept.delete(key);
      kept.set(key, { question, answer: known?.answer, isWanted: true });
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      if (known?.answer === undefined && !asking.has(key)) {
        asking.add(key);
        void update();
      }
      return known?.answer;
    },
    refresh() {
      if (kept.size > 0) void update();
    },
  };
}
