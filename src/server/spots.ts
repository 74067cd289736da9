import type { Location, Position } from 'vscode-languageserver';
import { spotAt, type Spot } from '../core/features/navigation/spot.ts';
import type { Judge } from '../core/service.ts';
import type { Span } from '../core/text/span.ts';
import { offsetIn, rangeIn } from './convert.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { Intake } from './intake.ts';
import type { Judging } from './judging.ts';

/** A question about a place in a document. */
export interface PlaceQuestion {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** What the caret is on, and the document as it is now. */
export interface AskedSpot {
  readonly spot: Spot;
  readonly document: OpenDocument;
}

/** Finds ids and names at places of open documents. */
export interface Spots {
  at(question: PlaceQuestion): AskedSpot | undefined;
  /** A place in a file of ours, open or not; undefined where the file has gone meanwhile. */
  location(file: string, span: Span): Location | undefined;
}

export function createSpots(judge: Judge, documents: Documents, intake: Intake, judging: Judging): Spots {
  return {
    at({ textDocument: { uri }, position }) {
      // What is typed elsewhere decides what an id means here.
      for (const open of documents.uris()) judging.settle(open);
      const document = documents.get(uri);
      if (document === undefined) return undefined;
      const offset = offsetIn(document.text, document.lines, position);
      const spot = spotAt(judge, uri, document.text, offset);
      return spot && { spot, document };
    },
    location(file, span) {
      const lines = intake.lines(file);
      return lines && { uri: file, range: rangeIn(lines, span) };
    },
  };
}
