export interface Page {
  readonly file: HTMLElement;
  readonly notice: HTMLElement;
  readonly view: HTMLElement;
  readonly read: HTMLElement;
  readonly picture: HTMLElement;
  readonly asTable: HTMLElement;
  readonly table: HTMLElement;
  readonly zoomIn: HTMLElement;
  readonly zoomOut: HTMLElement;
  readonly actualSize: HTMLElement;
  readonly fit: HTMLElement;
}

/** The parts of the page, which the extension writes. */
export function findPage(): Page {
  return {
    file: find('file'),
    notice: find('notice'),
    view: find('view'),
    read: find('read'),
    picture: find('picture'),
    asTable: find('as-table'),
    table: find('table'),
    zoomIn: find('zoom-in'),
    zoomOut: find('zoom-out'),
    actualSize: find('actual-size'),
    fit: find('fit'),
  };
}

/** Says something above the picture, once: what stands there already is not read out again. */
export function showNotice({ notice }: Page, text: string): void {
  if (notice.textContent !== text) notice.textContent = text;
  notice.hidden = text === '';
}

/** Lights the smallest metric in which the caret stands, and no other. */
export function lightMetricAt(picture: HTMLElement, offset: number): void {
  let smallest: { readonly metric: SVGElement; readonly length: number } | undefined;
  for (const metric of picture.querySelectorAll<SVGElement>('[data-start]')) {
    metric.classList.remove('lit');
    const start = Number(metric.dataset['start']);
    const end = Number(metric.dataset['end']);
    if (offset < start || offset > end) continue;
    if (smallest === undefined || end - start < smallest.length) smallest = { metric, length: end - start };
  }
  smallest?.metric.classList.add('lit');
}

export function focusedKey(picture: HTMLElement): string | undefined {
  const focused = document.activeElement;
  return focused instanceof SVGElement && picture.contains(focused) ? focused.dataset['key'] : undefined;
}

export function metricOf(picture: HTMLElement, key: string): SVGElement | undefined {
  return [...picture.querySelectorAll<SVGElement>('[data-key]')].find(metric => metric.dataset['key'] === key);
}

function find(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no #${id}`);
  return element;
}
