import { spanOf, type Span } from '../text/span.ts';
import type { RecognisedFile } from '../workspace/recognised-files.ts';
import type { OutlineSymbol } from './symbols.ts';

/** The outline of Markdown that merely reads like an artifact: what could be read of it, and that it is none. */
export function recognisedSymbols(recognised: RecognisedFile): readonly OutlineSymbol[] {
  const { kind, title, stages, metrics, offer, span } = recognised;
  const whole = spanOf(Math.min(span.start, offer.start), Math.max(span.end, offer.end));
  const children = [
    ...stages.map(stage => leaf('stage', stage.text, stage.reach ?? '', stage.span, whole)),
    ...metrics.map(metric => leaf('metric', metric.text, metricDetail(metric), metric.span, whole)),
  ].sort((a, b) => a.span.start - b.span.start);
  const detail = ['not adopted', progressWords(recognised)].filter(fact => fact !== undefined).join(' · ');
  return [
    {
      type: 'artifact',
      name: title?.text ?? kind,
      detail: `${kind}, ${detail}`,
      span: whole,
      selection: offer,
      children,
    },
  ];
}

/** `12 of 31 done`: of its task boxes, else of the rows that have a status; undefined where it has neither. */
export function progressWords({ checklist, rows }: RecognisedFile): string | undefined {
  const { done, total } = checklist.total > 0 ? checklist : rows;
  return total === 0 ? undefined : `${String(done)} of ${String(total)} done`;
}

function metricDetail({ tier, threshold, target }: RecognisedFile['metrics'][number]): string {
  const word = tier === 'guardrails' ? 'guardrail' : tier;
  const aim = threshold ?? target;
  return aim === undefined ? word : `${word}, ${aim}`;
}

function leaf(type: 'stage' | 'metric', name: string, detail: string, span: Span, into: Span): OutlineSymbol {
  const own = into.start <= span.start && span.end <= into.end ? span : into;
  return { type, name, detail, span: own, selection: own, children: [] };
}
