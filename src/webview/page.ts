export interface Page {
  readonly file: HTMLElement;
  readonly notice: HTMLElement;
  readonly noticeText: HTMLElement;
  readonly noticeLink: HTMLElement;
  readonly view: HTMLElement;
  readonly read: HTMLElement;
  readonly article: HTMLElement;
}

/** The parts of the page, which the extension writes. */
export function findPage(): Page {
  return {
    file: find('file'),
    notice: find('notice'),
    noticeText: find('notice-text'),
    noticeLink: find('notice-link'),
    view: find('view'),
    read: find('read'),
    article: find('page'),
  };
}

/** Says something above the page, once: what stands there already is not read out again. */
export function showNotice({ notice, noticeText, noticeLink }: Page, text: string, link: string): void {
  if (noticeText.textContent !== text) noticeText.textContent = text;
  noticeLink.textContent = link;
  noticeLink.hidden = link === '';
  notice.hidden = text === '';
}

function find(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no #${id}`);
  return element;
}
