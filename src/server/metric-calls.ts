import {
  SymbolKind,
  type CancellationToken,
  type CallHierarchyIncomingCall,
  type CallHierarchyIncomingCallsParams,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CallHierarchyOutgoingCallsParams,
  type CallHierarchyPrepareParams,
} from 'vscode-languageserver';
import { drivenBy, drives, metricAt, selectionOf, type MetricCall } from '../core/features/navigation/metric-calls.ts';
import type { Judge } from '../core/service.ts';
import type { MetricPlace } from '../core/workspace/lookup.ts';
import { plainText } from '../core/views/markup/plain-text.ts';
import { referencesInTurns } from './references.ts';
import type { Spots } from './spots.ts';
import type { Intake } from './intake.ts';
import type { LineStarts } from '../core/text/lines.ts';

/**
 * What drives a metric (its callers) and what it drives (whom it calls). A call hierarchy and not one of types: an arrow is
 * an entry of `drives` with a place of its own, and only calls lead to such places, can be peeked at in the text, and may
 * go in a circle.
 */
export interface MetricCalls {
  readonly prepare: (params: CallHierarchyPrepareParams) => CallHierarchyItem[] | null;
  readonly incoming: (
    params: CallHierarchyIncomingCallsParams,
    token: CancellationToken,
  ) => Promise<CallHierarchyIncomingCall[]>;
  readonly outgoing: (params: CallHierarchyOutgoingCallsParams) => CallHierarchyOutgoingCall[];
}

export function createMetricCalls(judge: Judge, spots: Spots, intake: Intake): MetricCalls {
  function itemOf({ metric, part }: MetricPlace): CallHierarchyItem | undefined {
    const selection = selectionOf(metric);
    const { span } = metric.metric;
    const isInside = span.start <= selection.start && selection.end <= span.end;
    const whole = spots.location(part.file, isInside ? span : selection);
    const head = spots.location(part.file, selection);
    if (whole === undefined || head === undefined) return undefined;
    const hierarchy = part.model.title?.text ?? part.holder.title;
    return {
      name: plainText(metric.name) || 'metric',
      detail: plainText(`${tierWords[metric.tier]} · ${hierarchy}`),
      kind: SymbolKind.Number,
      uri: part.file,
      range: whole.range,
      selectionRange: head.range,
    };
  }

  function placeOf({ uri, selectionRange: { start } }: CallHierarchyItem): MetricPlace | undefined {
    const lines = intake.lines(uri);
    return lines && metricAt(judge, uri, offsetOf(lines, start));
  }

  function entriesOf({ file, entries }: MetricCall): CallHierarchyItem['range'][] {
    return entries.flatMap(span => spots.location(file, span)?.range ?? []);
  }

  return {
    prepare(params) {
      const subject = spots.at(params)?.spot.subject;
      return subject?.about === 'metric' ? subject.places.flatMap(place => itemOf(place) ?? []) : null;
    },
    async incoming({ item }, token) {
      const place = placeOf(item);
      const references = place ? await referencesInTurns({ about: 'metric', places: [place] }, judge, token) : [];
      return drivenBy(references).flatMap(call => {
        const from = itemOf(call.other);
        return from ? [{ from, fromRanges: entriesOf(call) }] : [];
      });
    },
    outgoing({ item }) {
      const place = placeOf(item);
      return (place ? drives(place, judge) : []).flatMap(call => {
        const to = itemOf(call.other);
        return to ? [{ to, fromRanges: entriesOf(call) }] : [];
      });
    },
  };
}

const tierWords = { lagging: 'lagging', core: 'core', leading: 'leading', guardrails: 'guardrail' } as const;

/** Of a place that this server has given out itself. */
function offsetOf(lines: LineStarts, { line, character }: CallHierarchyItem['range']['start']): number {
  return (lines[line] ?? 0) + character;
}
