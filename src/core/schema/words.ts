import { remembered } from '../text/remembered.ts';

/** Words of an enum are the same without case, blanks, hyphens and underscores (SPEC 8, "Absent, placeholder"). */
export const foldWord = remembered((text: string): string =>
  text.toLowerCase().replace(/[\s_\u002d\u2010-\u2015\u2011]+/g, ''),
);
