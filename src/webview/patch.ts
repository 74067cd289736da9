import { copySection } from './safe-markup.ts';

interface Section {
  readonly name: string;
  readonly html: string;
}

/** The sections that are drawn, and what they were drawn from. */
export interface DrawnSections {
  /** Draws what has changed and leaves the rest alone: what has the focus, what is open and where one reads stay. */
  draw(sections: readonly Section[]): void;
}

/** @param onPicture is told of each picture that was drawn anew; what it makes of it is not touched again until the next one */
export function drawSections(article: HTMLElement, onPicture: (picture: HTMLElement) => void): DrawnSections {
  const drawn = new Map<string, { readonly html: string; readonly element: Element }>();
  const pictures = new WeakMap<Element, string>();

  function drawOne({ name, html }: Section): Element | undefined {
    const known = drawn.get(name);
    if (known?.html === html) return known.element;
    const copy = copySection(html);
    if (copy === undefined) {
      drawn.delete(name);
      return undefined;
    }
    const sources = [...copy.querySelectorAll('[data-picture]')].map(picture => picture.outerHTML);
    const element = known?.element ?? copy;
    if (known) morph(known.element, copy);
    drawn.set(name, { html, element });
    for (const [index, picture] of [...element.querySelectorAll<HTMLElement>('[data-picture]')].entries()) {
      const source = sources[index] ?? '';
      if (pictures.get(picture) === source) continue;
      pictures.set(picture, source);
      onPicture(picture);
    }
    return element;
  }

  /** Makes of an element what another one is, with as few changes as can be. */
  function morph(target: Element, source: Element): void {
    const picture = target.hasAttribute('data-picture') ? pictures.get(target) : undefined;
    if (picture !== undefined && picture === source.outerHTML) return;
    morphAttributes(target, source);
    if (picture !== undefined) {
      target.replaceChildren(...source.childNodes);
      return;
    }
    const next = [...source.childNodes];
    for (const [index, wanted] of next.entries()) {
      const present = target.childNodes[index];
      if (present === undefined) target.append(wanted);
      else if (!isAlike(present, wanted)) present.replaceWith(wanted);
      else if (present instanceof Element && wanted instanceof Element) morph(present, wanted);
      else if (present.nodeValue !== wanted.nodeValue) present.nodeValue = wanted.nodeValue;
    }
    while (target.childNodes.length > next.length) target.lastChild?.remove();
  }

  return {
    draw(sections) {
      const names = new Set(sections.map(({ name }) => name));
      for (const [name, { element }] of drawn) {
        if (names.has(name)) continue;
        element.remove();
        drawn.delete(name);
      }
      for (const [index, element] of sections.flatMap(section => drawOne(section) ?? []).entries()) {
        const present = article.children[index];
        if (present !== element) article.insertBefore(element, present ?? null);
      }
    },
  };
}

function isAlike(present: Node, wanted: Node): boolean {
  if (!(present instanceof Element) || !(wanted instanceof Element)) return present.nodeType === wanted.nodeType;
  return (
    present.localName === wanted.localName &&
    ['data-key', 'data-fold', 'data-picture'].every(name => present.getAttribute(name) === wanted.getAttribute(name))
  );
}

/** Whether something is open is the reader's business, once it is drawn. */
function morphAttributes(target: Element, source: Element): void {
  for (const { name } of [...target.attributes])
    if (name !== 'open' && !source.hasAttribute(name)) target.removeAttribute(name);
  for (const { name, value } of source.attributes)
    if (name !== 'open' && target.getAttribute(name) !== value) target.setAttribute(name, value);
}
