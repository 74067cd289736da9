import { readFileName } from '../../parse/file-name.ts';
import { phraseOf } from './phrase.ts';
import { anyName, kindOfType, namedKinds } from './recognised-names.ts';

/** So much of a text is looked at; a title stands further up. */
const longestLook = 8_000;
/** Nothing larger than this was written by hand as a plan. */
const longestText = 200_000;

/**
 * A look before anything is parsed, for thousands of files: could Markdown of this name and first heading be recognised
 * as an artifact? It errs on the side of yes.
 */
export function mayBeRecognised(path: string, text: string): boolean {
  const name = readFileName(path);
  if (name?.notation !== 'markdown' || name.suffixKind !== undefined || text.length > longestText) return false;
  const { types, title } = lookAt(text);
  if (types.some(type => kindOfType(type) !== undefined)) return true;
  if (!anyName.test(name.stem) && !anyName.test(title)) return false;
  return namedKinds(phraseOf(name.stem), phraseOf(title)).length > 0;
}

interface Look {
  /** What front matter says the text is, in whatever words. */
  readonly types: readonly string[];
  readonly title: string;
}

const fence = /^ {0,3}(?:```|~~~)/;
const heading = /^ {0,3}#{1,6}[ \t]+(.{1,300})/;
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;
const typeField = /["']?\b(?:artifact_type|type|kind)["']?[ \t]*:[ \t]*["']?([\p{L}\p{N}_ -]{1,80})/u;

/** Goes through the lines up to the first heading. */
function lookAt(text: string): Look {
  const types: string[] = [];
  let place: 'text' | 'frontMatter' | 'fence' | 'comment' = 'text';
  let isFirst = true;
  let above = '';
  for (const line of linesOf(text)) {
    if (isFirst && /^\ufeff?---[ \t]*$/.test(line)) place = 'frontMatter';
    else if (place === 'frontMatter') {
      if (/^(?:---|\.\.\.)[ \t]*$/.test(line)) place = 'text';
      else types.push(...(typeField.exec(line)?.slice(1) ?? []));
    } else if (place === 'fence') {
      if (fence.test(line)) place = 'text';
    } else if (place === 'comment') {
      if (line.includes('-->')) place = 'text';
    } else if (fence.test(line)) place = 'fence';
    else if (/^ {0,3}<!--/.test(line)) place = line.includes('-->') ? 'text' : 'comment';
    else {
      const title = heading.exec(isFirst ? line.replace(/^\ufeff/, '') : line)?.[1];
      if (title !== undefined) return { types, title };
      if (above.trim() !== '' && underline.test(line)) return { types, title: above };
      above = line.slice(0, 300);
    }
    isFirst = false;
  }
  return { types, title: '' };
}

function* linesOf(text: string): Generator<string> {
  const end = Math.min(text.length, longestLook);
  for (let at = 0; at < end;) {
    const feed = text.indexOf('\n', at);
    const next = feed === -1 || feed > end ? end : feed;
    yield text.slice(at, text.charCodeAt(next - 1) === 13 ? next - 1 : next);
    at = next + 1;
  }
}
