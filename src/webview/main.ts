import { asToPreview, type FromPreview, type PictureMessage, type PreviewState } from './messages.ts';
import { findPage, focusedKey, lightMetricAt, metricOf, showNotice } from './page.ts';
import { drawReadDocument } from './read-document.ts';
import { copyPicture, copyTable } from './safe-markup.ts';
import { createZoom } from './zoom.ts';

start();

/** The page of the preview: shows the pictures that come, and tells which metric was clicked. */
function start(): void {
  const api = acquireVsCodeApi();
  const page = findPage();
  const remembered = asState(api.getState());
  const zoom = createZoom(page, remembered, remember);
  let shown: PictureMessage | undefined;
  let caret = -1;
  let readDrawn = '';
  let readSerial = 0;

  const tell = (message: FromPreview): void => {
    api.postMessage(message);
  };

  function remember(): void {
    if (shown) api.setState({ subject: shown.subject, ...zoom.place() } satisfies PreviewState);
  }

  function show(message: PictureMessage): void {
    const sameSvg = shown?.svg === message.svg;
    const isFirst = shown === undefined;
    shown = message;
    page.file.textContent = message.fileName;
    document.body.dataset['state'] = message.read ? 'read' : message.state;
    showRead(message);
    showNotice(page, message.notice);
    if (!sameSvg || isFirst) redraw(message);
    lightMetricAt(page.picture, caret);
    remember();
  }

  /** What could be read of a document without a picture. Drawn anew only when it says something else, so that the focus stays. */
  function showRead({ read, serial }: PictureMessage): void {
    page.read.hidden = read === undefined;
    const drawn = JSON.stringify(read ?? null);
    readSerial = serial;
    if (drawn === readDrawn) return;
    readDrawn = drawn;
    const adopt = (): void => {
      tell({ type: 'adopt', serial: readSerial });
    };
    page.read.replaceChildren(...(read ? drawReadDocument(read, adopt) : []));
  }

  /** The scroll position is the view's own and stays; the focus goes to the same metric of the new picture. */
  function redraw({ svg, table }: PictureMessage): void {
    const focused = focusedKey(page.picture);
    const picture = copyPicture(svg);
    page.picture.replaceChildren(...(picture ? [picture] : []));
    const copied = copyTable(table);
    page.table.replaceChildren(...(copied ? [copied] : []));
    page.asTable.hidden = copied === undefined;
    zoom.apply();
    if (focused !== undefined) metricOf(page.picture, focused)?.focus({ preventScroll: true });
  }

  function reveal(target: EventTarget | null): boolean {
    const metric = target instanceof Element ? target.closest<SVGElement | HTMLElement>('[data-start]') : null;
    if (metric === null || shown === undefined) return false;
    const { start: from, end } = metric.dataset;
    tell({ type: 'reveal', serial: shown.serial, start: Number(from), end: Number(end ?? from) });
    return true;
  }

  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = asToPreview(data);
    switch (message?.type) {
      case 'picture':
        show(message);
        return;
      case 'notice':
        showNotice(page, message.notice);
        return;
      case 'caret':
        caret = message.offset;
        lightMetricAt(page.picture, caret);
        return;
      case undefined:
    }
  });
  for (const part of [page.picture, page.read]) {
    part.addEventListener('click', event => void reveal(event.target));
    part.addEventListener('keydown', event => {
      if ((event.key === 'Enter' || event.key === ' ') && reveal(event.target)) event.preventDefault();
    });
  }
  tell({ type: 'ready' });
}

/** What this page wrote itself, perhaps in an older version. */
function asState(value: unknown): Pick<PreviewState, 'zoom' | 'left' | 'top'> {
  const state = (typeof value === 'object' && value !== null ? value : {}) as Partial<Record<string, unknown>>;
  const { zoom, left, top } = state;
  return {
    zoom: typeof zoom === 'number' && Number.isFinite(zoom) ? zoom : 'fit',
    left: typeof left === 'number' ? left : 0,
    top: typeof top === 'number' ? top : 0,
  };
}
