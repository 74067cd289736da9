import { componentNames } from '../../computed/launch-state.ts';
import { tiers } from '../../model/tiers.ts';
import type { Kind } from '../../schema/kinds.ts';
import { bullets, cell, labelled, labels, quote, table, type Block, type Chapter, type Page } from './markdown-text.ts';
import { fieldsUnder, isFields, isList, listUnder, textOfValue, type Fields, type Value } from './value.ts';

/**
 * The fields of a kind as people write them in Markdown: labels, headings and tables that the reader knows. What can't
 * be said there is left out: whoever converts reads the page again, and puts what is missing into front matter.
 */
export function pageOf(kind: Kind, fields: Fields): Page {
  return pages[kind](fields);
}

const pages: Readonly<Record<Kind, (fields: Fields) => Page>> = {
  bet: betPage,
  metrics: metricsPage,
  rollout: rolloutPage,
  retro: retroPage,
  launch: launchPage,
  tracks: tracksPage,
};

function chapter(heading: string, blocks: readonly Block[], inside: readonly Chapter[] = []): readonly Chapter[] {
  const written = blocks.filter(block => block.length > 0);
  return written.length + inside.length === 0 ? [] : [{ heading, blocks: written, inside }];
}

function pageChapter(heading: string, { blocks, inside }: Page): readonly Chapter[] {
  return chapter(heading, blocks, inside);
}

function under(value: Value | undefined, name: string, shorthand: string): Value | undefined {
  return fieldsUnder(value, shorthand).get(name);
}

function owner(value: Value | undefined): Value | undefined {
  return under(value, 'name', 'name');
}

function commonLabels(fields: Fields): readonly (readonly [string, Value | undefined])[] {
  const tags = listUnder(fields.get('tags')).flatMap(tag => textOfValue(tag) ?? []);
  return [
    ['Owner', owner(fields.get('owner'))],
    ['Mode', fields.get('mode')],
    ['Tags', tags.length === 0 ? undefined : tags.join(', ')],
  ];
}

function notes(fields: Fields): readonly Chapter[] {
  const text = textOfValue(fields.get('notes'));
  return text === undefined ? [] : chapter('Notes', [quote(text)]);
}

function scalarOnly(value: Value | undefined): Value | undefined {
  return value === undefined || isFields(value) || isList(value) ? undefined : value;
}

function embedded(fields: Fields, name: string): Fields | undefined {
  const value = fields.get(name);
  return isFields(value) ? value : undefined;
}

function betPage(fields: Fields): Page {
  const get = (name: string): Value | undefined => fields.get(name);
  const [owned, ...common] = commonLabels(fields);
  const head = labels([
    ['ID', get('id')],
    ...(owned ? [owned] : []),
    ['Status', get('status')],
    ['Category', get('category')],
    ['Portfolio', get('portfolio')],
    ['Priority', get('priority')],
    ...common,
    ['Block', get('block')],
    ['Opportunity', get('opportunity')],
    ...timebox(get('timebox')),
    ['Shipped', get('shipped')],
    ['Iteration', under(get('iteration'), 'number', 'number')],
    ['Iteration of', under(get('iteration'), 'of', 'number')],
    ...(['Metrics', 'Rollout', 'Launch', 'Retro'] as const).map(
      label => [label, scalarOnly(get(label.toLowerCase()))] as const,
    ),
  ]);
  const criteria = fieldsUnder(get('criteria'), '');
  const parts = (['metrics', 'rollout', 'launch', 'retro'] as const).flatMap(kind => {
    const part = embedded(fields, kind);
    const heading = kind.charAt(0).toUpperCase() + kind.slice(1);
    return part ? pageChapter(heading, pageOf(kind, part)) : [];
  });
  return {
    blocks: [head],
    inside: [
      ...chapter('Hypothesis', hypothesis(get('hypothesis'))),
      ...chapter(
        'Decision criteria',
        [],
        (['scale', 'iterate', 'kill'] as const).flatMap(name =>
          chapter(`${name.charAt(0).toUpperCase()}${name.slice(1)} criteria`, [
            bullets(listUnder(criteria.get(name)), 'plain'),
          ]),
        ),
      ),
      ...parts,
      ...notes(fields),
    ],
  };
}

function timebox(value: Value | undefined): readonly (readonly [string, Value | undefined])[] {
  return [
    ['Timebox', under(value, 'duration', 'duration')],
    ['Started', under(value, 'start', 'duration')],
    ['Ended', under(value, 'end', 'duration')],
  ];
}

function hypothesis(value: Value | undefined): readonly Block[] {
  const fields = fieldsUnder(value, 'text');
  return [
    quote(fields.get('text')),
    ...labelled('We believe that', quote(fields.get('believe'))),
    ...labelled('For', quote(fields.get('audience'))),
    ...labelled('Will result in', quote(fields.get('outcome'))),
    ...labelled('Because', quote(fields.get('because'))),
  ];
}

const tierTitles = { lagging: 'Lagging', core: 'Core', leading: 'Leading', guardrails: 'Guardrail' } as const;

function metricsPage(fields: Fields): Page {
  const alerts = listUnder(fields.get('guardrails')).filter(metric => metricField(metric, 'alert') !== undefined);
  return {
    blocks: [labels([['ID', fields.get('id')], ...commonLabels(fields)])],
    inside: [
      ...tiers.flatMap(tier => chapter(`${tierTitles[tier]} metrics`, [metricTable(listUnder(fields.get(tier)))])),
      ...chapter('Alerts', [
        table(
          [
            ['Guardrail', row => cell(metricField(alerts[row], 'name') ?? metricField(alerts[row], 'id'))],
            ['Alert method', row => cell(under(metricField(alerts[row], 'alert'), 'method', 'method'))],
            ['Recipient', row => cell(under(metricField(alerts[row], 'alert'), 'to', 'method'))],
            ['Response SLA', row => cell(under(metricField(alerts[row], 'alert'), 'within', 'method'))],
          ],
          alerts.length,
        ),
      ]),
      ...notes(fields),
    ],
  };
}

function metricField(metric: Value | undefined, name: string): Value | undefined {
  return under(metric, name, 'name');
}

function metricTable(metrics: readonly Value[]): Block {
  const plain = (title: string, field: string): readonly [string, (row: number) => string | undefined] => [
    title,
    row => cell(metricField(metrics[row], field)),
  ];
  const yesNo = (title: string, field: string): readonly [string, (row: number) => string | undefined] => [
    title,
    row => yesOrNo(metricField(metrics[row], field)),
  ];
  return table(
    [
      plain('Metric', 'name'),
      plain('ID', 'id'),
      plain('Definition', 'definition'),
      yesNo('Primary', 'primary'),
      plain('Baseline', 'baseline'),
      plain('Current', 'current'),
      plain('As of', 'asOf'),
      plain('Target', 'target'),
      plain('Threshold', 'threshold'),
      plain('Alert at', 'alertAt'),
      plain('Action if breached', 'onBreach'),
      plain('Direction', 'direction'),
      plain('Cadence', 'cadence'),
      [
        'Drives',
        row =>
          listUnder(metricField(metrics[row], 'drives'))
            .flatMap(target => cell(target) ?? [])
            .join(', '),
      ],
      plain('Source', 'source'),
      yesNo('Instrumented', 'instrumented'),
      ['Owner', row => cell(owner(metricField(metrics[row], 'owner')))],
    ],
    metrics.length,
  );
}

function yesOrNo(value: Value | undefined): string | undefined {
  const text = textOfValue(value)?.toLowerCase();
  return text === 'true' ? 'Yes' : text === 'false' ? 'No' : undefined;
}

function rolloutPage(fields: Fields): Page {
  const flag = fieldsUnder(fields.get('flag'), 'name');
  const rollback = fieldsUnder(fields.get('rollback'), '');
  const decisions = listUnder(fields.get('decisions'));
  const triggers = listUnder(rollback.get('triggers'));
  return {
    blocks: [
      labels([
        ['ID', fields.get('id')],
        ['Bet', fields.get('bet')],
        ...commonLabels(fields),
        ['Approach', fields.get('approach')],
        ['Feature flag', flag.get('name')],
        ['Flag URL', flag.get('url')],
        ['Flag cleanup by', flag.get('cleanupBy')],
        ['Flag cleaned up', flag.get('cleanedUp')],
      ]),
    ],
    inside: [
      ...listUnder(fields.get('stages')).flatMap(stageChapter),
      ...chapter(
        'Rollback plan',
        [
          labels([
            ['Rollback owner', owner(rollback.get('owner'))],
            ['Rollback runbook', rollback.get('runbook')],
          ]),
          ...labelled('Rollback procedure', bullets(listUnder(rollback.get('procedure')), 'numbered')),
        ],
        chapter('Rollback triggers', [
          table(
            [
              ['Trigger', row => cell(under(triggers[row], 'when', 'when'))],
              ['Action', row => cell(under(triggers[row], 'action', 'when'))],
            ],
            triggers.length,
          ),
        ]),
      ),
      ...chapter('Decision log', [decisionTable(decisions)]),
      ...notes(fields),
    ],
  };
}

export function decisionTable(decisions: readonly Value[]): Block {
  const column = (title: string, field: string): readonly [string, (row: number) => string | undefined] => [
    title,
    row => cell(under(decisions[row], field, '')),
  ];
  return table(
    [
      column('Date', 'date'),
      column('Stage', 'stage'),
      column('Decision', 'outcome'),
      column('Rationale', 'why'),
      column('Decided by', 'by'),
    ],
    decisions.length,
  );
}

function stageChapter(stage: Value, index: number): readonly Chapter[] {
  const get = (name: string): Value | undefined => under(stage, name, 'stage');
  const name = cell(get('stage')) ?? '';
  return [{ heading: `Stage ${index}${name === '' ? '' : `: ${name}`}`, blocks: stageBlocks(get), inside: [] }];
}

/** What a stage says, for a whole one and for what is added to one. */
export function stageBlocks(get: (name: string) => Value | undefined): readonly Block[] {
  const audience = get('audience');
  const reach = isFields(audience) ? audience : undefined;
  const decision = fieldsUnder(get('decision'), 'outcome');
  const blocks = [
    labels([
      ['Duration', get('duration')],
      ['Started', get('started')],
      ['Ended', get('ended')],
      ['Purpose', get('purpose')],
      ['Audience', reach ? undefined : audience],
    ]),
    ...labelled(
      'Audience',
      list([
        ['Target', reach?.get('text')],
        ['Size', reach?.get('size')],
        ['Percent', reach?.get('percent')],
        ['Segment', reach?.get('segment')],
      ]),
    ),
    ...labelled('Entry criteria', checklist(listUnder(get('entry')))),
    ...labelled('Exit criteria', checklist(listUnder(get('exit')))),
    ...labelled(
      'Progression decision',
      list([
        ['Date', decision.get('date')],
        ['Decision maker', decision.get('by')],
        ['Decision', decision.get('outcome')],
        ['Rationale', decision.get('why')],
      ]),
    ),
  ];
  return blocks.filter(block => block.length > 0);
}

function list(pairs: readonly (readonly [string, Value | undefined])[]): Block {
  return labels(pairs).map(line => `- ${line.trimEnd()}`);
}

/** Boxes, or a table where more is said of an item than its words. */
function checklist(items: readonly Value[]): Block {
  const isDone = (item: Value | undefined): boolean => /^true$/i.test(textOfValue(under(item, 'done', 'text')) ?? '');
  const text = (item: Value | undefined): string => cell(under(item, 'text', 'text')) ?? '';
  const isRich = items.some(item => isFields(item) && ['owner', 'due', 'note'].some(name => item.has(name)));
  if (!isRich) return items.map(item => `- [${isDone(item) ? 'x' : ' '}] ${text(item).replaceAll('\\|', '|')}`);
  return table(
    [
      ['Item', row => `[${isDone(items[row]) ? 'x' : ' '}] ${text(items[row])}`],
      ['Owner', row => cell(owner(under(items[row], 'owner', 'text')))],
      ['Due', row => cell(under(items[row], 'due', 'text'))],
      ['Notes', row => cell(under(items[row], 'note', 'text'))],
    ],
    items.length,
  );
}

function retroPage(fields: Fields): Page {
  const get = (name: string): Value | undefined => fields.get(name);
  const review = fieldsUnder(get('hypothesis'), 'result');
  const decision = fieldsUnder(get('decision'), 'outcome');
  const results = listUnder(get('metrics'));
  const column = (title: string, field: string): readonly [string, (row: number) => string | undefined] => [
    title,
    row => cell(under(results[row], field, '')),
  ];
  const attendees = listUnder(get('attendees'));
  return {
    blocks: [
      labels([
        ['ID', get('id')],
        ['Bet', get('bet')],
        ...commonLabels(fields),
        ['Scheduled', get('scheduled')],
        ['Held', get('held')],
        ...timebox(get('timebox')),
        ['Shipped', get('shipped')],
        ['Facilitator', get('facilitator')],
        ['Attendees', attendees.length === 1 ? attendees[0] : undefined],
      ]),
      ...(attendees.length > 1 ? labelled('Attendees', bullets(attendees, 'plain')) : []),
    ],
    inside: [
      ...chapter('Metrics review', [
        table(
          [
            column('Metric', 'metric'),
            column('Role', 'role'),
            column('Baseline', 'baseline'),
            column('Target', 'target'),
            column('Threshold', 'threshold'),
            column('Actual', 'actual'),
            column('Verdict', 'verdict'),
          ],
          results.length,
        ),
      ]),
      ...chapter('Hypothesis evaluation', [
        labels([
          ['Hypothesis status', review.get('result')],
          ['Evidence summary', review.get('evidence')],
          ['Confidence in conclusion', review.get('confidence')],
        ]),
      ]),
      ...chapter('What we learned', [bullets(listUnder(get('learnings')), 'numbered')]),
      ...chapter('Decision', [
        labels([
          ['Decision', decision.get('outcome')],
          ['Rationale', decision.get('why')],
          ['Decided by', decision.get('by')],
          ['Dissenting views', decision.get('dissent')],
        ]),
      ]),
      ...chapter('New hypothesis', [quote(get('newHypothesis'))]),
      ...chapter('Next steps', [checklist(listUnder(get('nextSteps')))]),
      ...notes(fields),
    ],
  };
}

const componentHeadings: Readonly<Record<(typeof componentNames)[number], string>> = {
  positioning: 'Positioning and messaging',
  salesEnablement: 'Sales enablement',
  documentation: 'Documentation',
  supportTraining: 'Support training',
  successPlaybook: 'Success playbook',
  communications: 'Communications',
};

const adoptionLevels = ['awareness', 'trial', 'adoption', 'habit'] as const;

function launchPage(fields: Fields): Page {
  const components = fieldsUnder(fields.get('components'), '');
  const named = [...components.keys()].flatMap(name => componentNames.filter(known => known === name));
  const adoption = fieldsUnder(fields.get('adoption'), '');
  const levels = adoptionLevels.filter(level => adoption.has(level));
  const component = (row: number, field: string): Value | undefined =>
    under(components.get(named[row] ?? ''), field, 'status');
  return {
    blocks: [
      labels([
        ['ID', fields.get('id')],
        ['Bet', fields.get('bet')],
        ...commonLabels(fields),
        ['Launch tier', fields.get('tier')],
        ['Launch date', fields.get('date')],
      ]),
    ],
    inside: [
      ...chapter('Components', [
        table(
          [
            ['Component', row => (named[row] ? componentHeadings[named[row]] : undefined)],
            ['Owner', row => cell(owner(component(row, 'owner')))],
            ['Status', row => cell(component(row, 'status'))],
            ['Due', row => cell(component(row, 'due'))],
          ],
          named.length,
        ),
      ]),
      ...chapter('Pre-launch checklist', [checklist(listUnder(fields.get('preLaunch')))]),
      ...chapter('Launch day checklist', [checklist(listUnder(fields.get('launchDay')))]),
      ...chapter('Post-launch checklist', [checklist(listUnder(fields.get('postLaunch')))]),
      ...chapter('Adoption', [
        table(
          [
            ['Level', row => (levels[row] ?? '').replace(/^./, first => first.toUpperCase())],
            ['Target', row => cell(under(adoption.get(levels[row] ?? ''), 'target', 'target'))],
            ['Current', row => cell(under(adoption.get(levels[row] ?? ''), 'current', 'target'))],
          ],
          levels.length,
        ),
      ]),
      ...notes(fields),
    ],
  };
}

interface TrackEntry {
  readonly track: 'discovery' | 'delivery';
  readonly entry: Value;
}

function tracksPage(fields: Fields): Page {
  const allocation: readonly (readonly [string, Value])[] = [...fieldsUnder(fields.get('allocation'), '')];
  const coordination = fieldsUnder(fields.get('coordination'), '');
  const entries = (['discovery', 'delivery'] as const).flatMap(track =>
    listUnder(fields.get(track)).map((entry): TrackEntry => ({ track, entry })),
  );
  const entry = (title: string, field: string): readonly [string, (row: number) => string | undefined] => [
    title,
    row => cell(under(entries[row]?.entry, field, '')),
  ];
  return {
    blocks: [
      labels([
        ['ID', fields.get('id')],
        ...commonLabels(fields),
        ['Start', fields.get('start')],
        ['Weeks', fields.get('weeks')],
      ]),
    ],
    inside: [
      ...chapter('Allocation', [
        table(
          [
            ['Role', row => cell(allocation[row]?.[0])],
            ['Discovery', row => cell(under(allocation[row]?.[1], 'discovery', ''))],
            ['Delivery', row => cell(under(allocation[row]?.[1], 'delivery', ''))],
          ],
          allocation.length,
        ),
      ]),
      ...chapter('Weeks', [
        table(
          [
            ['Track', row => (entries[row]?.track === 'discovery' ? 'Discovery' : 'Delivery')],
            entry('Bet', 'bet'),
            entry('Activity', 'activity'),
            entry('Weeks', 'weeks'),
          ],
          entries.length,
        ),
      ]),
      ...chapter('Coordination', [
        labels([
          ['Weekly sync', coordination.get('weeklySync')],
          ['Handoff', coordination.get('handoff')],
          ['Learning', coordination.get('learning')],
        ]),
      ]),
      ...notes(fields),
    ],
  };
}
