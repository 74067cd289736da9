import { nearestWord } from '../core/model/nearest.ts';
import { foldWord } from '../core/schema/words.ts';

export interface ChosenWords<Word> {
  includes(word: Word | undefined): boolean;
  readonly wrong: string | undefined;
}

/** No word chosen is every word; one that was chosen leaves out what has none. */
export function chosenWords<Word extends string>(
  option: string,
  written: readonly string[],
  words: readonly Word[],
): ChosenWords<Word> {
  const meant = written.map(text => words.find(word => foldWord(word) === foldWord(text)));
  const missing = written.find((_, index) => meant[index] === undefined);
  const nearest = missing === undefined ? undefined : nearestWord(missing, words);
  const hint = nearest === undefined ? `It is one of ${words.join(', ')}.` : `Did you mean "${nearest}"?`;
  return {
    includes: word => written.length === 0 || (word !== undefined && meant.includes(word)),
    wrong: missing === undefined ? undefined : `There is no ${option} "${missing}". ${hint}`,
  };
}
