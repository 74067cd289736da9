import { hierarchyFor } from '../../../src/core/features/hierarchy-graph.ts';
import type { Judge } from '../../../src/core/service.ts';
import { renderHierarchy } from '../../../src/core/views/hierarchy/svg.ts';
import { betFiles } from '../corpus/corpus.ts';
import { judgeOf } from '../judges.ts';
import { measure, timesOf } from '../measure.ts';
import type { Part } from '../part.ts';

/** A value changes, and the preview's picture is another one. */
export const picture: Part = {
  name: 'picture',
  title: 'from an edit to the new picture of a hierarchy of 12 metrics, in the core',
  run(bench) {
    const judge = judgeOf([...betFiles(100), [file, textWith(0)]]);
    const both = measure(bench.runs(1000), 200, run => {
      judge.set(file, textWith(run));
      judge.update();
      draw(judge);
    });
    const drawing = measure(bench.runs(1000), 50, () => draw(judge));
    const times = timesOf(both);
    return {
      rows: [
        { what: 'text to picture', times },
        { what: 'model to picture', times: timesOf(drawing) },
      ],
      figures: { picture: times.p95 },
    };
  },
};

const file = 'twelve.metrics.yaml';

function draw(judge: Judge): string {
  const answer = hierarchyFor(judge, file);
  if (answer.state !== 'current') throw new Error('there is no picture');
  return renderHierarchy(answer.graph, 'linked');
}

/** One lagging, three core, six leading metrics and two guardrails. */
function textWith(run: number): string {
  const value = 40 + (Math.abs(run) % 30);
  const metric = (name: string, drives: readonly string[]): string =>
    `  - name: ${name}\n    baseline: 30%\n    target: 75%\n    current: ${value}%\n    cadence: daily\n    drives: [${drives.join(', ')}]\n`;
  const core = ['Activation', 'Retention', 'Referral'];
  const leading = ['First use', 'Second visit', 'Steps completed', 'Hints opened', 'Invites sent', 'Drafts finished'];
  return [
    'kind: metrics\nid: MX-TWELVE\ntitle: Numbers of onboarding\n',
    'lagging:\n  - name: Revenue growth\n    baseline: 11%\n    target: 14%\n',
    `core:\n${core.map(name => metric(name, ['Revenue growth'])).join('')}`,
    `leading:\n${leading.map((name, index) => metric(name, [core[index % 3] ?? '', core[(index + 1) % 3] ?? ''])).join('')}`,
    'guardrails:\n  - name: Error rate\n    threshold: < 2%\n    current: 1.1%\n  - name: Tickets\n    threshold: < 40 / day\n    current: 12 / day\n',
  ].join('');
}
