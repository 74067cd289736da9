import { make } from './dom.ts';

export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
  /** A line stands above it. */
  readonly isApart?: true;
}

/** One menu at a time, beside what it belongs to; the focus goes back there when it closes. */
export interface Menu {
  open(anchor: HTMLElement, label: string, items: readonly MenuItem[], back: () => void): void;
  close(): void;
}

export function createMenu(root: HTMLElement): Menu {
  let shown: { readonly element: HTMLElement; readonly back: () => void } | undefined;

  function close(): void {
    const closing = shown;
    shown = undefined;
    if (closing === undefined) return;
    const hadFocus = closing.element.contains(document.activeElement);
    closing.element.remove();
    if (hadFocus) closing.back();
  }

  function open(anchor: HTMLElement, label: string, items: readonly MenuItem[], back: () => void): void {
    close();
    const element = make('div', { class: 'bw-menu', role: 'menu', 'aria-label': label });
    for (const { label: text, run, isApart } of items) {
      if (isApart) element.append(make('div', { class: 'bw-separator', role: 'separator' }));
      const item = make('button', { type: 'button', role: 'menuitem', tabindex: -1 }, text);
      item.addEventListener('click', () => {
        close();
        run();
      });
      element.append(item);
    }
    element.addEventListener('keydown', onKey);
    element.addEventListener('focusout', event => {
      if (!(event.relatedTarget instanceof Node) || !element.contains(event.relatedTarget)) close();
    });
    root.append(element);
    place(element, anchor);
    shown = { element, back };
    element.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }

  function onKey(event: KeyboardEvent): void {
    const items = [...(shown?.element.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = items.findIndex(item => item === document.activeElement);
    const next = nextOf(event.key, at, items);
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (next) next.focus();
    else return;
    event.preventDefault();
  }

  return { open, close };
}

function nextOf(key: string, at: number, items: readonly HTMLElement[]): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      if (key.length !== 1 || key === ' ') return undefined;
      return [...items.slice(at + 1), ...items].find(item =>
        item.textContent.toLowerCase().startsWith(key.toLowerCase()),
      );
  }
}

/** Below what it belongs to, else above; never outside the window. */
function place(element: HTMLElement, anchor: HTMLElement): void {
  const { left, bottom, top } = anchor.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  const fits = bottom + height <= window.innerHeight;
  element.style.left = `${String(Math.max(4, Math.min(left, window.innerWidth - width - 4)))}px`;
  element.style.top = `${String(fits ? bottom : Math.max(4, top - height))}px`;
}
