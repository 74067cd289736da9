import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

/**
 * Reads GFM into the tree of the library; offsets in it are UTF-16 units of `text`. Front matter is cut off before.
 * May throw a RangeError where blocks are nested deeper than the call stack: the guard keeps such text away.
 */
export function parseMdast(text: string): Root {
  return processor().parse(text);
}

/** Made for the first Markdown file, so that nobody else pays for it. */
const processor = once(() => unified().use(remarkParse).use(remarkGfm).use(plainText).freeze());

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

/**
 * Bare addresses and footnotes mean nothing to the model, and finding them costs time that grows with the square of
 * the text for hostile input: both stay text.
 */
const ignoredConstructs = [
  'wwwAutolink',
  'protocolAutolink',
  'emailAutolink',
  'gfmFootnoteDefinition',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
];

interface Extension {
  transforms?: unknown[] | null;
}

function plainText(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: (Extension | Extension[])[] };
  data.micromarkExtensions?.push({ disable: { null: ignoredConstructs } });
  for (const extension of data.fromMarkdownExtensions?.flat() ?? []) extension.transforms = [];
}
