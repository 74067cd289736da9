import type { ZoomLevel } from './state.ts';

export interface Zoom {
  readonly level: () => ZoomLevel;
  /** Zooms so that a point of the view, its middle unless told, stays where it is. */
  readonly to: (level: ZoomLevel, point?: Point) => void;
  /** One step nearer for 1, farther for -1; parts of a step as a wheel gives them. */
  readonly by: (steps: number, point?: Point) => void;
  readonly detach: () => void;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const least = 0.05;
const most = 4;
const step = 1.2;
/** Text of 11 px gets no smaller than this makes it. */
const leastReadable = 0.7;

/** Gives the picture in a scrolling view its size. `onZoom` is told the factor, and whether it came from a fit. */
export function createZoom(
  view: HTMLElement,
  svg: SVGSVGElement,
  first: ZoomLevel,
  onZoom: (factor: number, level: ZoomLevel) => void,
): Zoom {
  const { width, height } = svg.viewBox.baseVal;
  let level = typeof first === 'number' ? clamp(first) : first;

  function factor(): number {
    if (typeof level === 'number') return level;
    const [roomX, roomY] = [view.clientWidth, view.clientHeight];
    if (width <= 0 || height <= 0 || roomX <= 0) return 1;
    const fitting = Math.min(1, roomX / width);
    if (level === 'width') return fitting;
    if (level === 'readable') return Math.max(leastReadable, fitting);
    return clamp(Math.min(fitting, roomForWhole(roomY) / height));
  }

  /** The view is as high as its picture up to a limit of its style: the limit is the room, not what it takes now. */
  function roomForWhole(now: number): number {
    const limit = Number.parseFloat(getComputedStyle(view).maxHeight);
    return Number.isFinite(limit) ? limit : Math.max(now, 1);
  }

  function apply(): void {
    const now = factor();
    svg.setAttribute('width', String(Math.floor(width * now)));
    svg.setAttribute('height', String(Math.floor(height * now)));
    onZoom(now, level);
  }

  function to(next: ZoomLevel, point: Point = { x: view.clientWidth / 2, y: view.clientHeight / 2 }): void {
    const before = factor();
    const { scrollLeft, scrollTop } = view;
    level = typeof next === 'number' ? clamp(next) : next;
    apply();
    const ratio = factor() / before;
    view.scrollTo((scrollLeft + point.x) * ratio - point.x, (scrollTop + point.y) * ratio - point.y);
  }

  const observer = new ResizeObserver(() => {
    if (typeof level !== 'number') apply();
  });
  observer.observe(view);
  apply();
  return {
    level: () => level,
    to,
    by: (steps, point) => {
      to(factor() * step ** steps, point);
    },
    detach: () => {
      observer.disconnect();
    },
  };
}

function clamp(zoom: number): number {
  return Math.min(most, Math.max(least, zoom));
}
