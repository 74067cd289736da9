import type { CostPoint } from '../measure.ts';
import { slope } from '../measure.ts';

/** One line of the plot. Costs are milliseconds. */
export interface PlotLine {
  readonly name: string;
  readonly points: readonly CostPoint[];
}

const width = 720;
const height = 400;
const area = { left: 64, right: 508, top: 56, bottom: 348 };

/**
 * An SVG of log cost over log size, for a page that is light or dark as its reader likes it. The first line is the one that counts.
 * A line of slope 1 rises by one step of the grid for each step to the right.
 */
export function growthPlot(lines: readonly PlotLine[]): string {
  const points = lines.flatMap(line => line.points);
  const x = scale(
    points.map(({ size }) => size),
    area.left,
    area.right,
  );
  const y = scale(
    points.map(({ cost }) => cost / 1000),
    area.bottom,
    area.top,
  );
  const labels = apart(lines.map(({ points: own }) => y.at((own.at(-1)?.cost ?? 1) / 1000)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escape(inWords(lines))}</title>`,
    `<style>${style}</style>`,
    `<rect class="page" width="${width}" height="${height}" rx="8"/>`,
    `<text class="head" x="24" y="30">CPU time of a whole check, start-up subtracted</text>`,
    ...y.ticks.flatMap(tick => [
      `<path class="grid" d="M${area.left} ${round(y.at(tick))}H${area.right}"/>`,
      `<text class="tick" text-anchor="end" x="${area.left - 10}" y="${round(y.at(tick) + 4)}">${seconds(tick)}</text>`,
    ]),
    ...x.ticks.flatMap(tick => [
      `<path class="grid" d="M${round(x.at(tick))} ${area.top}V${area.bottom}"/>`,
      `<text class="tick" text-anchor="middle" x="${round(x.at(tick))}" y="${area.bottom + 20}">${tick.toLocaleString('en')}</text>`,
    ]),
    `<text class="tick" text-anchor="middle" x="${(area.left + area.right) / 2}" y="${height - 10}">files</text>`,
    ...lines.flatMap(({ name, points: own }, index) => {
      const places = own.map(({ size, cost }) => ({ x: round(x.at(size)), y: round(y.at(cost / 1000)) }));
      const label = round((labels[index] ?? 0) + 4);
      const from = round(Math.min(area.right, places.at(-1)?.x ?? 0) + 14);
      return [
        `<g class="line${index}">`,
        `<path d="M${places.map(place => `${place.x} ${place.y}`).join('L')}"/>`,
        ...places.map(place => `<circle cx="${place.x}" cy="${place.y}" r="4"/>`),
        `<text x="${from}" y="${label}">${escape(name)}</text>`,
        ...(own.length < 2
          ? []
          : [`<text class="slope" x="${from}" y="${label + 16}">files ^ ${slope(own).toFixed(2)}</text>`]),
        '</g>',
      ];
    }),
    '</svg>\n',
  ].join('\n');
}

interface Scale {
  /** Powers of ten, from one that nothing lies below to one that nothing lies above. */
  readonly ticks: readonly number[];
  readonly at: (value: number) => number;
}

function scale(values: readonly number[], from: number, to: number): Scale {
  const logs = values.map(Math.log10);
  const low = Math.floor(Math.min(...logs) + 1e-9);
  const high = Math.max(Math.ceil(Math.max(...logs) - 1e-9), low + 1);
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  return { ticks, at: value => from + ((Math.log10(value) - low) / (high - low)) * (to - from) };
}

/** Room for a label and the slope below it. */
const labelHeight = 36;

/** Places near these that are far enough from each other to be read. */
function apart(wanted: readonly number[]): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = [...wanted];
  let lowest = -Infinity;
  for (const index of order) {
    lowest = Math.max(lowest + labelHeight, wanted[index] ?? 0);
    placed[index] = lowest;
  }
  return placed;
}

function inWords(lines: readonly PlotLine[]): string {
  const each = lines.map(({ name, points }) => {
    const told = points.map(
      ({ size, cost }) => `${seconds(Number((cost / 1000).toPrecision(2)))} for ${size.toLocaleString('en')}`,
    );
    return `${name}: ${told.join(', ')} files`;
  });
  return `CPU time of a whole check over the number of files. ${each.join('. ')}.`;
}

function seconds(value: number): string {
  return value >= 1 ? `${value.toLocaleString('en')} s` : `${Number((value * 1000).toPrecision(3))} ms`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const colours = [
  { light: '#0f766e', dark: '#5eead4' },
  { light: '#64748b', dark: '#94a3b8' },
  { light: '#b45309', dark: '#fbbf24' },
  { light: '#7c3aed', dark: '#c4b5fd' },
];

const lineStyle = (tone: 'light' | 'dark'): string =>
  colours
    .map(
      ({ [tone]: colour }, index) =>
        `.line${index} path{stroke:${colour}}.line${index} circle,.line${index} text{fill:${colour}}`,
    )
    .join('');

const style = [
  'text{font:13px system-ui,-apple-system,"Segoe UI",sans-serif}.head{font-size:15px;font-weight:600}',
  '.slope{font-size:12px;opacity:.85}path{fill:none}g path{stroke-width:2}.line0 path{stroke-width:3}.line0 text{font-weight:600}',
  // The grid does not run through what is to be read.
  'g text{stroke-width:4;paint-order:stroke;stroke-linejoin:round}',
  `.page{fill:#fff}g text{stroke:#fff}.head{fill:#1f2937}.tick{fill:#4b5563;font-size:12px}.grid{stroke:#e5e7eb}${lineStyle('light')}`,
  `@media(prefers-color-scheme:dark){.page{fill:#0d1117}g text{stroke:#0d1117}.head{fill:#e6edf3}.tick{fill:#9da7b3}.grid{stroke:#2b3138}${lineStyle('dark')}}`,
].join('');
