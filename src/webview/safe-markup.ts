// The picture and its table come from our own renderer, over escaped text. Nothing of them is trusted all the same: they are parsed as
// XML, which runs nothing, and rebuilt from what is on these lists.

const svgElements: ReadonlySet<string> = new Set(
  'svg g title desc rect path circle ellipse line polyline polygon text tspan'.split(' '),
);
const svgAttributes: ReadonlySet<string> = new Set(
  (
    'class viewBox width height x y x1 y1 x2 y2 dx dy cx cy r rx ry d points transform role tabindex ' +
    'aria-label aria-hidden aria-roledescription text-anchor data-key data-start data-end data-from data-to'
  ).split(' '),
);
const tableElements: ReadonlySet<string> = new Set('table caption thead tbody tr th td'.split(' '));
const tableAttributes: ReadonlySet<string> = new Set('class scope colspan rowspan data-key'.split(' '));

/** The picture, or nothing where there is none or it can't be read. */
export function copyPicture(svg: string): Element | undefined {
  return copy(svg, 'http://www.w3.org/2000/svg', { elements: svgElements, attributes: svgAttributes });
}

export function copyTable(table: string): Element | undefined {
  const namespace = 'http://www.w3.org/1999/xhtml';
  const withNamespace = table.replace(/^<table\b/, `<table xmlns="${namespace}"`);
  return copy(withNamespace, namespace, { elements: tableElements, attributes: tableAttributes });
}

interface Allowed {
  readonly elements: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
}

function copy(markup: string, namespace: string, allowed: Allowed): Element | undefined {
  if (markup === '') return undefined;
  const parsed = new DOMParser().parseFromString(markup, 'application/xml');
  return copyElement(parsed.documentElement, namespace, allowed);
}

/** What is not allowed goes with all that is in it; a parser's complaint is an element that is not allowed, too. */
function copyElement(source: Element, namespace: string, allowed: Allowed): Element | undefined {
  const { localName } = source;
  if (source.namespaceURI !== namespace || !allowed.elements.has(localName)) return undefined;
  const target = document.createElementNS(namespace, localName);
  for (const { name, value } of source.attributes) if (allowed.attributes.has(name)) target.setAttribute(name, value);
  for (const child of source.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) target.append(child.textContent ?? '');
    const element =
      child.nodeType === Node.ELEMENT_NODE ? copyElement(child as Element, namespace, allowed) : undefined;
    if (element) target.append(element);
  }
  return target;
}
