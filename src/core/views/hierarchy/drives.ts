import { escapeMarkup } from '../markup/escape.ts';
import type { MetricCard } from './graph.ts';
import type { Layout } from './layout.ts';
import type { Point, Route } from './routes.ts';
import { DRIVE_PROBLEM_WORDS } from './words.ts';

/** The arrows. The cards say in words what drives what, so they are hidden from those who do not see them. */
export function renderDrives({ model, routes }: Layout): string {
  if (routes.length === 0) return '';
  // Escaped once a metric, not once an arrow.
  const ends = model.metrics.map(end);
  const sound = routes.filter(route => route.problem === undefined).map(route => renderDrive(route, ends));
  const broken = routes.filter(route => route.problem !== undefined).map(route => renderDrive(route, ends));
  return `<g class="drives" aria-hidden="true"><g class="sound">${sound.join('')}</g><g class="broken">${broken.join('')}</g></g>`;
}

interface End {
  readonly name: string;
  readonly key: string;
}

function end(metric: MetricCard): End {
  return { name: escapeMarkup(metric.name), key: escapeMarkup(metric.key) };
}

function renderDrive({ from, to, problem, points }: Route, ends: readonly End[]): string {
  const [source, target] = [ends[from], ends[to]];
  const words = problem === undefined ? '' : `: ${DRIVE_PROBLEM_WORDS[problem]}`;
  return [
    `<g class="drive${problem === undefined ? '' : ` ${problem}`}" data-from="${source?.key ?? ''}" data-to="${target?.key ?? ''}">`,
    `<title>${source?.name ?? ''} drives ${target?.name ?? ''}${words}</title>`,
    `<path class="line" d="${roundedLine(points)}"/><path class="head" d="${arrowHead(points)}"/></g>`,
  ].join('');
}

const RADIUS = 8;
const HEAD_LENGTH = 8;
const HEAD_HALF = 4.5;

/** The line with rounded corners, ending inside the arrowhead. */
function roundedLine(points: readonly Point[]): string {
  const [first] = points;
  const tip = points.at(-1);
  const before = points.at(-2);
  if (first === undefined || tip === undefined || before === undefined) return '';
  const [dx, dy] = direction(before, tip);
  const line = [...points.slice(0, -1), { x: tip.x - dx * (HEAD_LENGTH - 1), y: tip.y - dy * (HEAD_LENGTH - 1) }];
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
