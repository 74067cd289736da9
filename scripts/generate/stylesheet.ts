import { hierarchyCss } from '../../src/core/views/hierarchy/css.ts';

/** The stylesheet of the pictures as a file: the preview's policy allows no style in the page. */
export function generate(): Map<string, string> {
  return new Map([['media/hierarchy.css', hierarchyCss]]);
}
