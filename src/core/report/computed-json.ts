import type { Computed } from '../computed/computed.ts';
import type { Reason } from '../computed/reason.ts';
import { rangeOf, type LineStarts } from '../text/lines.ts';
import { wellFormed, type Json, type JsonObject } from './json.ts';

/** Where the lines of a file begin: positions are offsets until they are printed. */
export type LinesOf = (file: string) => LineStarts;

/** `{ readiness, gate, decision, verdicts }`, null where one does not apply (SPEC 8, "Computed values in JSON"). */
export function computedJson({ readiness, gate, decision, verdicts }: Computed, linesOf: LinesOf): JsonObject {
  const reasonsJson = (reasons: readonly Reason[]): Json => reasons.map(reason => reasonJson(reason, linesOf));
  const statesJson = (
    states: Readonly<Record<string, { readonly value: string; readonly reasons: readonly Reason[] }>>,
  ): Json =>
    Object.fromEntries(
      Object.entries(states).map(([name, { value, reasons }]) => [
        wellFormed(name),
        { value, reasons: reasonsJson(reasons) },
      ]),
    );
  return {
    readiness: readiness ? statesJson(readiness) : null,
    gate: gate ? { value: gate.value, stage: wellFormed(gate.stage), reasons: reasonsJson(gate.reasons) } : null,
    decision: decision
      ? {
          value: decision.value,
          reasons: reasonsJson(decision.reasons),
          missing: decision.missing.map(missing => missingJson(missing, linesOf)),
        }
      : null,
    verdicts: verdicts ? statesJson(verdicts) : null,
  };
}

function reasonJson({ text, file, span }: Reason, linesOf: LinesOf): JsonObject {
  const { start, end } = rangeOf(linesOf(file), span);
  return { text: wellFormed(text), file: wellFormed(file), range: { start: { ...start }, end: { ...end } } };
}

function missingJson(missing: Reason & { readonly metric?: string }, linesOf: LinesOf): JsonObject {
  const { metric } = missing;
  return { ...(metric !== undefined && { metric: wellFormed(metric) }), ...reasonJson(missing, linesOf) };
}
