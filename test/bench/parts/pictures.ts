import { hierarchyFor } from '../../../src/core/features/hierarchy-graph.ts';
import type { Judge } from '../../../src/core/service.ts';
import { renderHierarchy } from '../../../src/core/views/hierarchy/svg.ts';
import { hierarchyText } from '../../support/hierarchies.ts';
import { judgeOf } from '../judges.ts';
import { measure, timesOf } from '../measure.ts';
import type { Part, Row } from '../part.ts';

/** A value changes in a hierarchy as products have them: several drives each, long names, histories, guardrails, faults. */
export const pictures: Part = {
  name: 'pictures',
  title: 'from an edit to the new picture of hierarchies of 12, 60 and 300 metrics, in the core',
  run(bench) {
    const rows: Row[] = [];
    let large = 0;
    for (const [size, usual] of [
      [12, 600],
      [60, 300],
      [300, 100],
    ] as const) {
      const text = hierarchyText(size);
      const judge = judgeOf([[file, text]]);
      const runs = bench.runs(usual);
      const edit = (run: number): void => {
        judge.set(file, text.replace(/(threshold: .*?)\d+%/, `$1${String(2 + (Math.abs(run) % 7))}%`));
        judge.update();
        draw(judge);
      };
      const both = timesOf(measure(runs, 60, edit));
      const drawing = timesOf(measure(runs, 20, () => draw(judge)));
      rows.push({ what: `${String(size)} metrics, text to picture`, times: both });
      rows.push({ what: `${String(size)} metrics, model to picture`, times: drawing });
      large = both.p95;
    }
    return { rows, figures: { pictureLarge: large } };
  },
};

const file = 'product.metrics.yaml';

function draw(judge: Judge): string {
  const answer = hierarchyFor(judge, file);
  if (answer.state !== 'current') throw new Error('there is no picture');
  return renderHierarchy(answer.graph, 'linked');
}
