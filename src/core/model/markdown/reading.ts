import type { Block } from '../../parse/markdown/blocks.ts';
import type { ObjectShape } from '../../schema/shape.ts';
import type { Span } from '../../text/span.ts';
import type { ReadingProblem } from '../problem.ts';
import type { Draft, Zone } from './draft.ts';
import { factsOf, type Fact, type Facts } from './facts.ts';
import { headMeaningOf, meaningOf, type Area } from './phrase.ts';
import type { Section } from './sections.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What every interpreter shares while a document is read: the words, where problems go, and what nobody knew. */
export interface Reading {
  readonly words: Vocabulary;
  readonly problems: ReadingProblem[];
  /** Labels, headings and columns that mean nothing to the model: kept for display, never an error. */
  readonly unknown: UnknownText[];
}

export interface UnknownText {
  readonly type: 'heading' | 'label' | 'column' | 'word';
  readonly text: string;
  readonly span: Span;
}

/** Where fields are put, and by which words labels are known there. */
export interface Place {
  readonly reading: Reading;
  readonly draft: Draft;
  readonly shape: ObjectShape;
  /** Tables of labels, looked through in turn. */
  readonly labels: readonly string[];
  readonly zone: Zone;
}

export function newReading(words: Vocabulary): Reading {
  return { words, problems: [], unknown: [] };
}

export function newZone(): Zone {
  return { filled: false };
}

export function labelMeaning(place: Place, phrase: string): string | undefined {
  return meaningOf(place.reading.words, 'labels', place.labels, phrase);
}

export function factsIn(place: Place, blocks: readonly Block[]): Facts {
  return factsOf(blocks, phrase => labelMeaning(place, phrase) !== undefined, isFieldTableIn(place.reading));
}

function isFieldTableIn(reading: Reading): (phrase: string) => boolean {
  return phrase => phrase === '' || meaningOf(reading.words, 'labels', ['fieldTable'], phrase) !== undefined;
}

export function headingMeaning(reading: Reading, tables: readonly string[], section: Section): string | undefined {
  return headMeaningOf(reading.words, 'headings', tables, section.phrase);
}

export function wordMeaning(reading: Reading, table: string, phrase: string, area: Area = 'words'): string | undefined {
  return meaningOf(reading.words, area, [table], phrase);
}

export function noteUnknown(reading: Reading, fact: Fact): void {
  reading.unknown.push({ type: 'label', text: fact.phrase, span: fact.key });
}
