import { ownText } from './own-text.ts';

/** Longer texts hardly come twice. */
const longest = 60;
/** So many answers are young; as many older ones are kept beside them until they, too, are full. */
const most = 500;

/**
 * The same function of a text, remembering its latest answers: names, units and values come again and again. What it answers must depend
 * on the text alone, and nobody may change it. The memory stays small, and holds on to none of the texts it was asked with.
 */
export function remembered<Answer>(answerTo: (text: string) => Answer): (text: string) => Answer {
  let young = new Map<string, Answer>();
  let old: ReadonlyMap<string, Answer> = young;

  function learn(text: string): Answer {
    const own = ownText(text);
    const known = old.get(own);
    const answer = known === undefined ? answerTo(own) : known;
    if (young.size >= most) {
      old = young;
      young = new Map();
    }
    young.set(own, answer);
    return answer;
  }

  return text => {
    if (text.length > longest) return answerTo(text);
    const known = young.get(text);
    return known === undefined ? learn(text) : known;
  };
}
