import { meaningOf, phraseOf } from '../../../model/markdown/phrase.ts';
import { vocabulary } from '../../../model/markdown/vocabulary.ts';
import type { Kind } from '../../../schema/kinds.ts';
import { documentShapes } from '../../../schema/shapes.gen.ts';
import { itemShape, leafAt, type Area, type MarkdownField } from './areas.ts';

/** A table as its header says: what it lists, and what its columns mean. */
export interface TableMeaning {
  readonly table: string;
  readonly columns: readonly (string | undefined)[];
}

/** The tables that each kind has, what is likeliest first. */
const tablesOf: Readonly<Record<Kind, readonly string[]>> = {
  bet: ['metric', 'bet', 'milestone', 'criterion', 'alert'],
  metrics: ['metric', 'alert'],
  rollout: ['stage', 'decision', 'trigger', 'item'],
  retro: ['result', 'item'],
  launch: ['component', 'item', 'adoption', 'trigger'],
  tracks: ['week', 'allocation', 'track'],
};

/** The first table, in the order of likelihood, that knows the most of the columns; at least two, or all. */
export function tableMeaning({ kind, section, sections }: Area, header: readonly string[]): TableMeaning | undefined {
  let best: TableMeaning | undefined;
  let most = 0;
  const hint = section === undefined ? undefined : hints[section];
  for (const table of [...(hint === undefined ? [] : [hint]), ...tablesOf[kind]]) {
    if (table === 'metric' && kind === 'bet' && sections.length === 0) continue;
    const columns = header.map(cell => meaningOf(vocabulary, 'columns', [table], phraseOf(cell)));
    const known = columns.filter(column => column !== undefined).length;
    if (known <= most) continue;
    best = { table, columns };
    most = known;
  }
  return most >= Math.min(2, header.length) ? best : undefined;
}

const hints: Readonly<Record<string, string>> = {
  alerts: 'alert',
  stages: 'stage',
  decisions: 'decision',
  rollback: 'trigger',
  'rollback.triggers': 'trigger',
  nextSteps: 'item',
  components: 'component',
  adoption: 'adoption',
  allocation: 'allocation',
  weeks: 'week',
  timebox: 'milestone',
};

const metricShape = itemShape(documentShapes.metrics, 'core');
const stageShape = itemShape(documentShapes.rollout, 'stages');
const decisionShape = itemShape(documentShapes.rollout, 'decisions');
const resultShape = itemShape(documentShapes.retro, 'metrics');
const stepShape = itemShape(documentShapes.retro, 'nextSteps');
const entryShape = itemShape(documentShapes.tracks, 'delivery');

const shapes = {
  metric: metricShape,
  alert: metricShape,
  stage: stageShape,
  decision: decisionShape,
  result: resultShape,
  item: stepShape,
  track: entryShape,
  bet: documentShapes.bet,
  week: entryShape,
} as const;

/** Columns that are not named as their field is. */
const paths: Readonly<Record<string, string>> = {
  'alert method': 'alert.method',
  'alert to': 'alert.to',
  'alert within': 'alert.within',
  'week discovery': 'bet',
  'week delivery': 'bet',
  'bet outcome': 'retro.decision',
};

/** The field that a column's cells fill. */
export function columnField({ table, columns }: TableMeaning, index: number): MarkdownField | undefined {
  const column = columns[index];
  if (column === undefined) return undefined;
  if (table === 'trigger') return triggerField(column);
  // Alerts and instrumentation speak of metrics that are told elsewhere.
  if (column === 'name' && (table === 'alert' || columns.includes('instrumented'))) return triggerField('when');
  if (table === 'component') return leafAt(documentShapes.launch, `components.positioning.${column}`);
  if (table === 'adoption') return leafAt(documentShapes.launch, `adoption.trial.${column}`);
  if (table === 'milestone') return column === 'date' ? leafAt(documentShapes.bet, 'timebox.start') : undefined;
  const shape = Object.hasOwn(shapes, table) ? shapes[table as keyof typeof shapes] : undefined;
  return shape && leafAt(shape, paths[`${table} ${column}`] ?? column);
}

function triggerField(column: string): MarkdownField | undefined {
  const rollback = documentShapes.rollout.fields['rollback'];
  const shape = rollback?.type === 'object' ? itemShape(rollback, 'triggers') : undefined;
  return shape && leafAt(shape, column === 'when' ? 'metric' : column);
}
