import type { Status } from '../../core/model/status.ts';
import { statusOrder, type Row } from './rows.ts';

interface Dragging {
  readonly canDrop: () => boolean;
  readonly rowOf: (target: EventTarget | null) => Row | undefined;
  readonly move: (row: Row, to: Status) => void;
}

/** Cards can be dragged to the column of another status. What is dragged is named in our own words, so that nothing else can be dropped. */
export function followDrag(view: HTMLElement, { canDrop, rowOf, move }: Dragging): void {
  let dragged: { readonly row: Row; readonly item: HTMLElement } | undefined;

  function columnAt(target: EventTarget | null): HTMLElement | undefined {
    const column = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
    return column ?? undefined;
  }

  function light(column: HTMLElement | undefined): void {
    for (const lit of view.querySelectorAll('.bw-target')) if (lit !== column) lit.classList.remove('bw-target');
    column?.classList.add('bw-target');
  }

  function end(): void {
    dragged?.item.classList.remove('bw-dragged');
    view.classList.remove('bw-dragging');
    dragged = undefined;
    light(undefined);
  }

  function statusAt(target: EventTarget | null): Status | undefined {
    const value = columnAt(target)?.dataset['column'];
    return statusOrder.find(status => status === value);
  }

  view.addEventListener('dragstart', event => {
    const row = rowOf(event.target);
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>('li[data-key]') : null;
    if (row === undefined || item === null || !canDrop()) {
      event.preventDefault();
      return;
    }
    dragged = { row, item };
    event.dataTransfer?.setData('application/x-betwright-bet', row.id);
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
    // Only now: the picture that is dragged is taken of the card as it is.
    setTimeout(() => {
      item.classList.add('bw-dragged');
      view.classList.add('bw-dragging');
    }, 0);
  });
  view.addEventListener('dragover', event => {
    const to = statusAt(event.target);
    if (dragged === undefined || to === undefined) return;
    const isMove = to !== dragged.row.status;
    light(isMove ? columnAt(event.target) : undefined);
    if (!isMove) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'move';
  });
  view.addEventListener('drop', event => {
    const to = statusAt(event.target);
    const row = dragged?.row;
    end();
    if (row === undefined || to === undefined) return;
    event.preventDefault();
    move(row, to);
  });
  view.addEventListener('dragend', end);
  view.addEventListener('dragleave', event => {
    if (!(event.relatedTarget instanceof Node) || !view.contains(event.relatedTarget)) light(undefined);
  });
}
