import type { Block, HeadingBlock } from '../../parse/markdown/blocks.ts';
import { textOf, wholeOf, type Slice } from '../../parse/markdown/inline.ts';
import { spanOf, type Span } from '../../text/span.ts';
import { phraseOf } from './phrase.ts';

/** A heading with what stands under it. The top section has no heading and holds what stands before the first. */
export interface Section {
  readonly heading: HeadingBlock | undefined;
  readonly title: Slice | undefined;
  readonly phrase: string;
  readonly depth: number;
  /** Its own content, without that of the sections inside it. */
  readonly blocks: readonly Block[];
  readonly children: readonly Section[];
  /** From its heading to the end of its last block. */
  readonly span: Span;
}

interface OpenSection extends Section {
  readonly blocks: Block[];
  readonly children: OpenSection[];
  span: Span;
}

/** Nests blocks by their headings, whatever levels are left out. */
export function sectionsOf(blocks: readonly Block[], span: Span): Section {
  const top: OpenSection = {
    heading: undefined,
    title: undefined,
    phrase: '',
    depth: 0,
    blocks: [],
    children: [],
    span,
  };
  const open: OpenSection[] = [top];
  for (const block of blocks) {
    if (block.type === 'heading') {
      while ((open.at(-1)?.depth ?? 0) >= block.depth) open.pop();
      const section = opened(block);
      (open.at(-1) ?? top).children.push(section);
      open.push(section);
    } else (open.at(-1) ?? top).blocks.push(block);
    for (const section of open) if (section !== top) section.span = spanOf(section.span.start, block.span.end);
  }
  return top;
}

function opened(heading: HeadingBlock): OpenSection {
  const title = wholeOf(heading.content);
  return {
    heading,
    title,
    phrase: phraseOf(textOf(title)),
    depth: heading.depth,
    blocks: [],
    children: [],
    span: heading.span,
  };
}

/** All sections inside, in the order of the file. */
export function sectionsInside(section: Section): readonly Section[] {
  return section.children.flatMap(child => [child, ...sectionsInside(child)]);
}
