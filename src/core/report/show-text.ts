import type { Verdicts } from '../computed/verdicts.ts';
import { tiers, type TieredMetric } from '../model/tiers.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Judge } from '../service.ts';
import { artifactJson } from './artifact-json.ts';
import { computedText } from './computed-text.ts';
import { surroundingsOf, type Entry } from './entry.ts';
import type { Json, JsonObject } from './json.ts';
import type { Paint, Palette } from './palette.ts';
import { cellsOf, cutTo, padTo, visible } from './visible.ts';

/** An artifact for people: what it is and where it stands, its metrics as a table, and every field that is written. Ends with a line feed. */
export function showText(entry: Entry, judge: Judge, palette: Palette): string {
  const { kind, id, title, status, file, part } = entry;
  const { computed, readiness, metrics, model } = surroundingsOf(part, judge);
  const head = `${palette.bold(visible(title))}  ${palette.dim(visible(id))}`;
  const about = [kind, status, visible(file)].filter(Boolean).join(' · ');
  const told: ReadonlySet<string> = new Set(['kind', 'id', 'title', 'status', ...(kind === 'metrics' ? tiers : [])]);
  const json = Object.entries(artifactJson(kind, model, { id, status, readiness, metrics }));
  const fields = json.filter(
    ([name, value]) => !told.has(name) && !(kind === 'bet' && name === 'metrics' && typeof value === 'object'),
  );
  const drawn = kind === 'bet' || kind === 'metrics' ? metrics : [];
  const parts = [
    `${head}\n${palette.dim(about)}\n`,
    computedText(computed, palette),
    metricsTable(drawn, computed.verdicts, palette),
    fieldLines(Object.fromEntries(fields), '', palette).join(''),
  ];
  return parts.filter(Boolean).join('\n');
}

const longestCell = 48;

function metricsTable(metrics: readonly TieredMetric[], verdicts: Verdicts | undefined, palette: Palette): string {
  if (metrics.length === 0) return '';
  const rows = metrics.map(metric => {
    const { baseline, current, target, threshold } = metric.metric;
    const aim = metric.tier === 'guardrails' ? threshold : target;
    const cells = [metric.name, baseline?.text, current?.text, aim?.text].map(cell =>
      cutTo(longestCell, visible(cell ?? '')),
    );
    return { tier: metric.tier, cells, verdict: verdicts?.[metric.id]?.value ?? 'unknown' };
  });
  const heads = ['METRIC', 'BASELINE', 'CURRENT', 'TARGET OR LIMIT'];
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map(row => cellsOf(row.cells[column] ?? ''))),
  );
  const line = (tier: string, cells: readonly string[]): string =>
    [padTo(10, tier), ...cells.map((cell, column) => padTo(widths[column] ?? 0, cell))].join('  ');
  const body = rows.map(
    ({ tier, cells, verdict }) => `${line(tier, cells)}  ${verdictPaint(verdict, palette)(verdict)}\n`,
  );
  return `${palette.dim(line('TIER', heads) + '  VERDICT')}\n${body.join('')}`;
}

function verdictPaint(verdict: Verdict, palette: Palette): Paint {
  if (verdict === 'hit' || verdict === 'within') return palette.green;
  if (verdict === 'missed' || verdict === 'breached') return palette.red;
  return verdict === 'unknown' ? palette.dim : palette.yellow;
}

/** Fields one to a line, what stands in them indented below. */
function fieldLines(fields: JsonObject, indentation: string, palette: Palette): readonly string[] {
  const names = Object.keys(fields).map(visible);
  const width = Math.min(18, Math.max(0, ...names.map(cellsOf)));
  return Object.entries(fields).flatMap(([name, value]) => {
    const label = `${indentation}${palette.dim(padTo(width, visible(name)))}`;
    const short = inOneLine(value);
    if (short !== undefined) return [`${label}  ${short}\n`];
    const below = `${indentation}  `;
    if (Array.isArray(value))
      return [`${label.trimEnd()}\n`, ...value.flatMap(item => itemLines(item as Json, below, palette))];
    return [`${label.trimEnd()}\n`, ...fieldLines(value as JsonObject, below, palette)];
  });
}

function itemLines(item: Json, indentation: string, palette: Palette): readonly string[] {
  const short = inOneLine(item);
  if (short !== undefined) return [`${indentation}- ${short}\n`];
  const [first = '', ...others] = fieldLines(item as JsonObject, `${indentation}  `, palette);
  return [`${indentation}- ${first.slice(indentation.length + 2)}`, ...others];
}

/** A value that needs no line of its own: a scalar, what carries the text that was written, a checklist item, a short list of texts. */
function inOneLine(value: Json): string | undefined {
  if (value === null || typeof value !== 'object') return visible(String(value));
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    if (items.length === 0) return '';
    const text = items.every(item => typeof item === 'string') ? items.map(visible).join(', ') : undefined;
    return text !== undefined && text.length <= 80 ? text : undefined;
  }
  const { text, done, ...rest } = value as JsonObject;
  if (typeof text !== 'string') return undefined;
  if (typeof done !== 'boolean')
    return Object.keys(rest).every(name => quantityFields.has(name)) ? visible(text) : undefined;
  const remarks = Object.entries(rest).map(([name, remark]) => `${name} ${inOneLine(remark) ?? ''}`);
  return `${done ? '[x]' : '[ ]'} ${visible(text)}${remarks.length === 0 ? '' : ` (${remarks.join(', ')})`}`;
}

/** What is read out of a text that says it already. */
const quantityFields: ReadonlySet<string> = new Set(['value', 'unit', 'op', 'of', 'statistic', 'days']);
