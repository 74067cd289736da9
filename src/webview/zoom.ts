import type { PreviewState } from './messages.ts';
import type { Page } from './page.ts';

type Place = Pick<PreviewState, 'zoom' | 'left' | 'top'>;

export interface Zoom {
  /** Gives a new picture the size it is to have. */
  apply(): void;
  /** What to remember. */
  place(): Place;
}

const least = 0.25;
const most = 4;
const step = 1.2;

/** Fitting never makes the text smaller than this; then one scrolls. */
const leastFit = 0.7;

/** Zoom by buttons, keys and Ctrl with the wheel; until somebody zooms, the picture fits the width. */
export function createZoom(page: Page, remembered: Place, onChange: () => void): Zoom {
  let zoom: number | 'fit' = remembered.zoom === 'fit' ? 'fit' : clamp(remembered.zoom);
  let firstPlace: Place | undefined = remembered;

  function factor(): number {
    return zoom === 'fit' ? fitting() : zoom;
  }

  function fitting(): number {
    const natural = naturalSize(page.picture);
    const room = page.view.clientWidth - 24;
    return natural === undefined || room <= 0 ? 1 : Math.min(1, Math.max(leastFit, room / natural.width));
  }

  function apply(): void {
    const svg = page.picture.querySelector('svg');
    const natural = naturalSize(page.picture);
    if (svg === null || natural === undefined) return;
    svg.setAttribute('width', String(Math.round(natural.width * factor())));
    svg.setAttribute('height', String(Math.round(natural.height * factor())));
    page.actualSize.textContent = `${String(Math.round(factor() * 100))}%`;
    page.fit.setAttribute('aria-pressed', String(zoom === 'fit'));
    if (firstPlace === undefined) return;
    page.view.scrollTo(firstPlace.left, firstPlace.top);
    firstPlace = undefined;
  }

  /** Zooms so that the point, the middle of the view unless told, stays where it is. */
  function zoomTo(next: number | 'fit', point = middleOf(page.view)): void {
    const before = factor();
    zoom = next === 'fit' ? next : clamp(next);
    const { scrollLeft, scrollTop } = page.view;
    apply();
    const ratio = factor() / before;
    page.view.scrollTo((scrollLeft + point.x) * ratio - point.x, (scrollTop + point.y) * ratio - point.y);
    onChange();
  }

  page.zoomIn.addEventListener('click', () => {
    zoomTo(factor() * step);
  });
  page.zoomOut.addEventListener('click', () => {
    zoomTo(factor() / step);
  });
  page.actualSize.addEventListener('click', () => {
    zoomTo(1);
  });
  page.fit.addEventListener('click', () => {
    zoomTo('fit');
  });
  page.view.addEventListener(
    'wheel',
    event => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = page.view.getBoundingClientRect();
      const point = { x: event.clientX - box.left, y: event.clientY - box.top };
      zoomTo(factor() * step ** (-event.deltaY / 100), point);
    },
    { passive: false },
  );
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoomTo(factor() * step);
    if (event.key === '-') zoomTo(factor() / step);
    if (event.key === '0') zoomTo('fit');
  });
  page.view.addEventListener('scroll', onChange, { passive: true });
  new ResizeObserver(() => {
    if (zoom === 'fit') apply();
  }).observe(page.view);

  return { apply, place: () => ({ zoom, left: page.view.scrollLeft, top: page.view.scrollTop }) };
}

function naturalSize(picture: HTMLElement): { readonly width: number; readonly height: number } | undefined {
  const box = picture.querySelector('svg')?.viewBox.baseVal;
  return box && box.width > 0 && box.height > 0 ? { width: box.width, height: box.height } : undefined;
}

function middleOf(view: HTMLElement): { readonly x: number; readonly y: number } {
  return { x: view.clientWidth / 2, y: view.clientHeight / 2 };
}

function clamp(zoom: number): number {
  return Math.min(most, Math.max(least, zoom));
}
