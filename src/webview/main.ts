import { attachHierarchy, type AttachedHierarchy } from './hierarchy/attach.ts';
import type { HierarchyWords } from './hierarchy/words.ts';
import { followLight, light } from './light.ts';
import { asToPreview, type CaretMessage, type FromPreview, type PageMessage, type RevealMessage } from './messages.ts';
import { findPage, showNotice } from './page.ts';
import { drawSections } from './patch.ts';
import { drawReadDocument } from './read-document.ts';
import { asState, type PreviewState } from './state.ts';

start();

/** The page of the preview: shows what comes, and tells what was chosen in it. */
function start(): void {
  const api = acquireVsCodeApi();
  const page = findPage();
  const words = JSON.parse(document.body.dataset['words'] ?? '{}') as HierarchyWords;
  const remembered = asState(api.getState());
  const folds: Record<string, boolean> = { ...remembered.folds };
  const sections = drawSections(page.article, attachPicture);
  let picture = remembered.picture;
  let attached: AttachedHierarchy | undefined;
  let shown: PageMessage | undefined;
  let caret: Omit<CaretMessage, 'type'> = { file: -1, offset: -1 };
  let lit = '';
  let readDrawn = '';

  const tell = (message: FromPreview): void => {
    api.postMessage(message);
  };

  function remember(): void {
    if (!shown) return;
    picture = attached?.state() ?? picture;
    api.setState({ subject: shown.subject, top: page.view.scrollTop, folds, picture } satisfies PreviewState);
  }

  function show(message: PageMessage): void {
    const before = shown?.subject.uri;
    shown = message;
    page.file.textContent = message.fileName;
    document.body.dataset['state'] = message.read ? 'read' : message.state;
    showNotice(page, message.notice, message.noticeLink);
    showRead(message);
    picture = attached?.state() ?? picture;
    page.article.hidden = message.state === 'none';
    const { scrollTop } = page.view;
    sections.draw(message.sections);
    if (page.article.querySelector('[data-picture]') === null) {
      attached?.detach();
      attached = undefined;
    }
    applyFolds();
    page.view.scrollTop = scrollTop;
    lit = light(page.article, message.areas, caret);
    place(message, before);
    remember();
  }

  /** A page of another file begins at what that file is about; one that was left comes back as it was left. */
  function place({ subject, opensAt }: PageMessage, before: string | undefined): void {
    if (before === subject.uri) return;
    if (before === undefined && remembered.uri === subject.uri) {
      page.view.scrollTop = remembered.top;
      return;
    }
    const section = page.article.querySelector(`[data-section="${CSS.escape(opensAt)}"]`);
    if (section === null || opensAt === 'head') page.view.scrollTop = 0;
    else section.scrollIntoView({ block: 'start' });
  }

  function attachPicture(element: HTMLElement): void {
    attached?.detach();
    attached = attachHierarchy(element, {
      words,
      state: picture,
      onChange: remember,
      onReveal: (card, purpose) => void reveal(card, purpose),
      onCollapse(collapsed) {
        picture = { ...(attached?.state() ?? picture), collapsed };
        tell({ type: 'fold', collapsed });
        remember();
      },
    });
  }

  function applyFolds(): void {
    for (const fold of page.article.querySelectorAll<HTMLDetailsElement>('details[data-fold]')) {
      const wanted = folds[fold.dataset['fold'] ?? ''];
      if (wanted !== undefined && fold.open !== wanted) fold.open = wanted;
    }
  }

  /** What could be read of a document that is no artifact. Drawn anew only when it says something else, so that the focus stays. */
  function showRead({ read }: PageMessage): void {
    page.read.hidden = read === undefined;
    const drawn = JSON.stringify(read ?? null);
    if (drawn === readDrawn) return;
    readDrawn = drawn;
    const adopt = (): void => {
      if (shown) tell({ type: 'adopt', serial: shown.serial });
    };
    page.read.replaceChildren(...(read ? drawReadDocument(read, adopt) : []));
  }

  function reveal(target: EventTarget | null, purpose: RevealMessage['purpose']): boolean {
    const placed = target instanceof Element ? target.closest<SVGElement | HTMLElement>('[data-start]') : null;
    if (placed === null || shown === undefined) return false;
    const { start: from, end } = placed.dataset;
    const file = placed.closest<HTMLElement>('[data-file]')?.dataset['file'] ?? '0';
    tell({
      type: 'reveal',
      serial: shown.serial,
      file: Number(file),
      start: Number(from),
      end: Number(end ?? from),
      purpose,
    });
    return true;
  }

  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = asToPreview(data);
    switch (message?.type) {
      case 'page':
        show(message);
        return;
      case 'notice':
        showNotice(page, message.notice, '');
        return;
      case 'caret': {
        const { file, offset } = message;
        caret = { file, offset };
        const before = lit;
        lit = light(page.article, shown?.areas ?? [], caret);
        // Somebody who writes in one place is not moved about.
        if (lit !== before) followLight(page.article, lit);
        return;
      }
      case undefined:
    }
  });
  for (const part of [page.article, page.read]) {
    part.addEventListener('click', event => {
      if (!noteFold(event.target)) reveal(event.target, 'look');
    });
    part.addEventListener('dblclick', event => {
      if (reveal(event.target, 'edit')) event.preventDefault();
    });
    // Before the picture takes the key: there, too, Enter goes to the place, and a click only shows it.
    part.addEventListener('keydown', onKey, { capture: true });
  }

  function onKey(event: KeyboardEvent): void {
    const { key, target } = event;
    if (!(target instanceof Element) || target.closest('summary, a[href], button, input, .fold') !== null) return;
    const purpose = key === 'Enter' ? 'edit' : key === ' ' && target.closest('.metric') === null ? 'look' : undefined;
    if (purpose === undefined || !reveal(target, purpose)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** A click on what opens and closes, by mouse or by key. What has been chosen so holds for every page. */
  function noteFold(target: EventTarget | null): boolean {
    const summary = target instanceof Element ? target.closest('summary') : null;
    const fold = summary?.parentElement;
    if (!(fold instanceof HTMLDetailsElement)) return false;
    const name = fold.dataset['fold'];
    if (name !== undefined) folds[name] = !fold.open;
    remember();
    return true;
  }

  page.noticeLink.addEventListener('click', () => {
    if (shown) tell({ type: 'problem', serial: shown.serial });
  });
  page.view.addEventListener('scroll', remember, { passive: true });
  tell({ type: 'ready', collapsed: picture.collapsed });
}
