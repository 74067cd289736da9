import { escapeMarkup } from '../markup/escape.ts';
import type { MetricCard } from './graph.ts';
import type { Layout } from './layout.ts';
import type { Point, Route } from './routes.ts';
import { DRIVE_PROBLEM_LABELS, DRIVE_PROBLEM_WORDS } from './words.ts';

/** The arrows. The cards say in words what drives what, so they are hidden from those who do not see them. */
export function renderDrives({ model, routes }: Layout): string {
  if (routes.length === 0) return '';
  // Escaped once a metric, not once an arrow.
  const ends = model.metrics.map(end);
  const sound = routes.filter(route => route.problem === undefined).map(route => renderDrive(route, ends));
  const wrong = routes.filter(route => route.problem !== undefined);
  const broken = wrong.map(route => renderDrive(route, ends));
  // Beyond some the words would stand in each other's way; the cards say it, too.
  if (wrong.length <= MOST_LABELS) broken.push(...wrong.map(renderLabel));
  return `<g class="drives" aria-hidden="true"><g class="sound">${sound.join('')}</g><g class="broken">${broken.join('')}</g></g>`;
}

const MOST_LABELS = 12;

interface End {
  readonly name: string;
  readonly key: string;
  readonly isGuardrail: boolean;
}

function end(metric: MetricCard): End {
  return { name: escapeMarkup(metric.name), key: escapeMarkup(metric.key), isGuardrail: metric.tier === 'guardrails' };
}

function renderDrive({ from, to, problem, points }: Route, ends: readonly End[]): string {
  const [source, target] = [ends[from], ends[to]];
  const words = problem === undefined ? '' : `: ${DRIVE_PROBLEM_WORDS[problem]}`;
  const isGuard = source?.isGuardrail === true && problem === undefined;
  const verb = isGuard ? 'guards' : 'drives';
  return [
    `<g class="drive${isGuard ? ' guard' : ''}${problem === undefined ? '' : ` ${problem}`}" data-from="${source?.key ?? ''}" data-to="${target?.key ?? ''}">`,
    `<title>${source?.name ?? ''} ${verb} ${target?.name ?? ''}${words}</title>`,
    `<path class="line" d="${roundedLine(points, isGuard ? BAR_AT : HEAD_LENGTH - 1)}"/><path class="head" d="${isGuard ? guardHead(points) : arrowHead(points)}"/></g>`,
  ].join('');
}

/** What is wrong with an arrow, in words beside the middle of its longest piece. */
function renderLabel({ problem, points }: Route): string {
  if (problem === undefined) return '';
  let [start, end] = [points[0], points[1]];
  for (let index = 2; index < points.length; index++) {
    const [from, to] = [points[index - 1], points[index]];
    if (from === undefined || to === undefined || start === undefined || end === undefined) continue;
    if (distance(from, to) > distance(start, end)) [start, end] = [from, to];
  }
  if (start === undefined || end === undefined) return '';
  const [x, y] = [Math.round((start.x + end.x) / 2), Math.round((start.y + end.y) / 2)];
  const isLevel = Math.abs(end.x - start.x) > Math.abs(end.y - start.y);
  return isLevel
    ? `<text class="wrong middle" x="${String(x)}" y="${String(y - 5)}">${DRIVE_PROBLEM_LABELS[problem]}</text>`
    : `<text class="wrong" x="${String(x + 6)}" y="${String(y + 4)}">${DRIVE_PROBLEM_LABELS[problem]}</text>`;
}

const RADIUS = 8;
const HEAD_LENGTH = 8;
const HEAD_HALF = 4.5;
/** How far the bar of a guardrail's line stands from the card. */
const BAR_AT = 4;

/** The line with rounded corners; it ends `short` of its tip, inside the head. */
function roundedLine(points: readonly Point[], short: number): string {
  const [first] = points;
  const tip = points.at(-1);
  const before = points.at(-2);
  if (first === undefined || tip === undefined || before === undefined) return '';
  const [dx, dy] = direction(before, tip);
  const line = [...points.slice(0, -1), { x: tip.x - dx * short, y: tip.y - dy * short }];
  let path = `M${at(first)}`;
  for (let index = 1; index < line.length; index++) {
    const [from, corner, to] = [line[index - 1], line[index], line[index + 1]];
    if (from === undefined || corner === undefined) continue;
    if (to === undefined) {
      path += `L${at(corner)}`;
      continue;
    }
    const radius = Math.min(RADIUS, distance(from, corner) / 2, distance(corner, to) / 2);
    const [inX, inY] = direction(from, corner);
    const [outX, outY] = direction(corner, to);
    const enter = { x: corner.x - inX * radius, y: corner.y - inY * radius };
    const leave = { x: corner.x + outX * radius, y: corner.y + outY * radius };
    path += `L${at(enter)}Q${at(corner)} ${at(leave)}`;
  }
  return path;
}

function arrowHead(points: readonly Point[]): string {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (tip === undefined || before === undefined) return '';
  const [dx, dy] = direction(before, tip);
  const base = { x: tip.x - dx * HEAD_LENGTH, y: tip.y - dy * HEAD_LENGTH };
  const left = { x: base.x - dy * HEAD_HALF, y: base.y + dx * HEAD_HALF };
  const right = { x: base.x + dy * HEAD_HALF, y: base.y - dx * HEAD_HALF };
  return `M${at(tip)}L${at(left)}L${at(right)}z`;
}

/** A bar across the end: it holds, it does not push. */
function guardHead(points: readonly Point[]): string {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (tip === undefined || before === undefined) return '';
  const [dx, dy] = direction(before, tip);
  const middle = { x: tip.x - dx * BAR_AT, y: tip.y - dy * BAR_AT };
  const from = { x: middle.x - dy * 6, y: middle.y + dx * 6 };
  const to = { x: middle.x + dy * 6, y: middle.y - dx * 6 };
  return `M${at(from)}L${at(to)}`;
}

function direction(from: Point, to: Point): readonly [number, number] {
  // Rounding may leave an upright a pixel askew; the longer way is its direction.
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return Math.abs(dx) > Math.abs(dy) ? [Math.sign(dx), 0] : [0, Math.sign(dy)];
}

function distance(from: Point, to: Point): number {
  return Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
}

function at({ x, y }: Point): string {
  return `${String(x)} ${String(y)}`;
}
