/** Farther than this a press is a drag, and no click. In pixels. */
const clickEnds = 4;

export interface Pan {
  /** Whether something was dragged since this was last asked: what was a drag is no click, and no key. */
  readonly tookDrag: () => boolean;
}

/**
 * The view follows the pointer that drags it, and while the space bar is held it does so everywhere. A finger scrolls by itself, and the
 * arrow keys do while the view has the focus.
 */
export function followDrags(view: HTMLElement, signal: AbortSignal): Pan {
  let from: { readonly x: number; readonly y: number; readonly left: number; readonly top: number } | undefined;
  let drags = false;
  let dragged = false;

  view.addEventListener(
    'pointerdown',
    event => {
      if (event.pointerType === 'touch' || event.button > 1) return;
      dragged = false;
      from = { x: event.clientX, y: event.clientY, left: view.scrollLeft, top: view.scrollTop };
      if (event.button === 1) event.preventDefault();
    },
    { signal },
  );
  view.addEventListener(
    'pointermove',
    event => {
      if (from === undefined) return;
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      if (!drags && Math.hypot(x, y) < clickEnds) return;
      if (!drags) view.setPointerCapture(event.pointerId);
      drags = true;
      dragged = true;
      view.classList.add('dragging');
      view.scrollTo(from.left - x, from.top - y);
    },
    { signal },
  );
  const end = (): void => {
    from = undefined;
    drags = false;
    view.classList.remove('dragging');
  };
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const)
    view.addEventListener(type, end, { signal });
  view.addEventListener(
    'dragstart',
    event => {
      event.preventDefault();
    },
    { signal },
  );
  return {
    tookDrag() {
      const took = dragged;
      dragged = false;
      return took;
    },
  };
}
