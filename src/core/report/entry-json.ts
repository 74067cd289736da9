import type { Judge } from '../service.ts';
import { artifactJson } from './artifact-json.ts';
import { computedJson, type LinesOf } from './computed-json.ts';
import { surroundingsOf, type Entry } from './entry.ts';
import { wellFormed, type JsonObject } from './json.ts';

/** `list --format json` (SPEC 7). */
export function listJson(entries: readonly Entry[], judge: Judge, linesOf: LinesOf): JsonObject {
  return { version: 1, artifacts: entries.map(entry => entryJson(entry, judge, linesOf)) };
}

/** `show ID --format json` (SPEC 7). */
export function showJson(entry: Entry, judge: Judge, linesOf: LinesOf): JsonObject {
  return { version: 1, ...entryJson(entry, judge, linesOf) };
}

function entryJson(entry: Entry, judge: Judge, linesOf: LinesOf): JsonObject {
  const { kind, id, status, part } = entry;
  const { computed, readiness, metrics, model } = surroundingsOf(part, judge);
  return {
    artifact: artifactJson(kind, model, { id, status, readiness, metrics }),
    file: wellFormed(entry.file),
    computed: computedJson(computed, linesOf),
  };
}
