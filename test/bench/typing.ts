import { randomFrom } from '../support/random.ts';

/** One edit as an editor tells of it, and the text behind it. */
export interface Keystroke {
  readonly text: string;
  /** Where it happens, and how many characters go and which come. */
  readonly offset: number;
  readonly removed: number;
  readonly typed: string;
}

const letters = ['x', 'y', 'z'];

/**
 * Somebody who types three letters behind a word and takes them back, and goes on at another place: the same places on every run.
 * Every text is one string of its own, as an editor's is, and not one glued of others.
 */
export function* typing(text: string): Generator<Keystroke, never> {
  const random = randomFrom(text.length);
  const places = [...text.matchAll(/[:>-] .*[a-z](?= {0,2}$)/gm)].map(match => match.index + match[0].length);
  for (;;) {
    const place = random.pick(places);
    for (let count = 1; count <= letters.length; count++)
      yield { text: behind(place, count), offset: place + count - 1, removed: 0, typed: letters[count - 1] ?? '' };
    for (let count = letters.length - 1; count >= 0; count--)
      yield { text: behind(place, count), offset: place + count, removed: 1, typed: '' };
  }

  function behind(place: number, count: number): string {
    const typed = text.slice(0, place) + letters.slice(0, count).join('') + text.slice(place);
    return Buffer.from(typed).toString();
  }
}
