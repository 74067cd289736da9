import { catalogUpdates } from '../../src/core/features/completion/catalog.ts';
import { completionsAt } from '../../src/core/features/completion/completion.ts';
import { describeArtifact } from '../../src/core/features/hover/artifact.ts';
import { fieldAt } from '../../src/core/features/hover/field.ts';
import { describeMetric } from '../../src/core/features/hover/metric.ts';
import { inlayHintsOf } from '../../src/core/features/inlay-hints/inlay-hints.ts';
import { hintSorts } from '../../src/core/features/inlay-hints/inlay-hint.ts';
import { lensesOf } from '../../src/core/features/lenses/lenses.ts';
import { lensSorts } from '../../src/core/features/lenses/lens.ts';
import { spotAt } from '../../src/core/features/navigation/spot.ts';
import { parseFile } from '../../src/core/parse/file.ts';
import { fieldInfos } from '../../src/core/schema/fields.gen.ts';
import type { Judge } from '../../src/core/service.ts';
import { spanOf } from '../../src/core/text/span.ts';
import { timed, timesOf, type Times } from './measure.ts';

/** The times of what an editor asks while somebody writes, in a workspace that has been read and judged. */
export interface AnswerTimes {
  /** Looking the workspace over once, which the server does while nothing else waits. */
  readonly catalog: number;
  readonly completion: Times;
  readonly hover: Times;
  readonly lenses: Times;
  readonly hints: Times;
}

const files = 40;
const caretsEach = 25;

/** Carets all over some files, the same on every run: names of fields, values, ids, metrics, prose and empty lines. */
export function answerTimes(judge: Judge, texts: ReadonlyMap<string, string>): AnswerTimes {
  const start = performance.now();
  const updates = catalogUpdates(judge.workspace);
  while (updates.next().done !== true);
  const catalog = performance.now() - start;
  const chosen = [...texts].filter((_, index) => index % Math.ceil(texts.size / files) === 0);
  const carets = chosen.flatMap(([file, text]) =>
    Array.from({ length: caretsEach }, (_, index) => ({
      file,
      text,
      caret: Math.floor((text.length * (index + 0.5)) / caretsEach),
    })),
  );
  const time = <Each>(each: readonly Each[], job: (one: Each) => void): Times => {
    for (const one of each.slice(0, 50)) job(one);
    return timesOf(each.map(one => timed(() => job(one))));
  };
  return {
    catalog,
    completion: time(carets, caret => completionsAt(judge, { ...caret, infos: fieldInfos })),
    hover: time(carets, ({ file, text, caret }) => hover(judge, file, text, caret)),
    lenses: time(chosen, ([file]) => lensesOf(judge, file, new Set(lensSorts))),
    hints: time(chosen, ([file, text]) => inlayHintsOf(judge, file, spanOf(0, text.length), new Set(hintSorts))),
  };
}

function hover(judge: Judge, file: string, text: string, caret: number): void {
  const spot = spotAt(judge, file, text, caret);
  if (spot?.subject.about === 'metric')
    for (const place of spot.subject.places.slice(0, 3)) describeMetric(place, judge);
  if (spot?.subject.about === 'artifact')
    for (const target of judge.workspace.lookup.withId(spot.subject.id).slice(0, 3))
      if (target.type === 'part') describeArtifact(target.part, judge);
  // As the server does for a text that nothing else has parsed since it was opened.
  const parsed = parseFile(file, text);
  const model = judge.workspace.get(file)?.model;
  if (parsed && model) fieldAt(parsed, model, caret);
}
